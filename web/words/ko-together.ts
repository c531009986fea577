import { josa } from "es-hangul";
import type { EN_TOGETHER } from "./en-together.ts";

/** 함께 추기: 곁에서 추는 고스트와 크루 챌린지. */
export const KO_TOGETHER = {
  ghosts: {
    ghost: "고스트",
    beside: "나란히 추기",
    besideWhom: (name, mine) => (mine ? "내 테이크와 나란히 추기" : `${name}의 테이크와 나란히 추기`),
    mine: "내 테이크",
    here: (name, mine) => (mine ? "내 테이크가 점선으로 나란히 춰요." : `${josa(name, "이/가")} 점선으로 나란히 춰요.`),
    coming: "나란히 출 테이크를 가져오고 있어요.",
    gone: "볼 수 없는 테이크예요. 없어졌거나 춘 사람이 공개하지 않았어요. 혼자 추면 돼요.",
    elsewhere: "다른 버전이나 다른 카운트로 춘 테이크예요. 혼자 추면 돼요.",
    offline: "인터넷이 끊겨 테이크를 가져오지 못했어요. 혼자 추면 돼요.",
    broken: "그 테이크의 포즈를 읽을 수 없어요. 혼자 추면 돼요.",
  },
} satisfies typeof EN_TOGETHER;
