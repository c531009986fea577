import type { EN_HANDS } from "./en-hands.ts";

/** Korean for hands and keys on the stage. */
export const KO_HANDS = {
  hands: {
    start: "시작",
    again: "처음부터",
    eightBack: "에이트 하나 뒤로",
    goOn: "이어서",
    slower: (speed: string) => `느리게 ${speed}`,
    fullSpeed: (speed: string) => `원래 속도 ${speed}`,
    result: "결과",
    how: "원이 다 찰 때까지 손을 올려 두세요.",
    crossed: "머리 위로 팔 교차: 멈춤",
    title: "춤추는 자리에서, 손으로",
    ring: "원",
    ringDoes: "여덟 칸이 다 찰 때까지 손을 올려 두세요. 원은 테이크 사이와 멈춘 동안 몸 둘레에 나타나요.",
    arms: "머리 위로 팔 교차",
    armsDo: "추는 동안 잠깐 그대로 있으면 멈춰요. 다른 동작에는 반응하지 않아요.",
  },
  take: {
    eightBack: "에이트 하나 뒤로",
    finish: "여기까지 남기기",
    held: "지금까지 춘 것은 남아 있어요.",
    waitsFinish: "테이크는 기다려요. 여기까지만 남기면 나머지는 안 보임이 돼요.",
    mending: ["포즈 모델을 다시 켜고 있어요", "응답이 멈췄어요."],
    done: "테이크 끝",
    sees: "곧 결과로 넘어가요.",
    waits: "점수를 더하고 있어요.",
    result: "결과 보기",
    lost: "포즈 모델이 멈췄어요",
  },
} satisfies typeof EN_HANDS;
