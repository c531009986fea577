import type { EN_SYNC } from "./en-sync.ts";
import { NBSP } from "./numbers.ts";

/** Korean for how much a crew is together. */
export const KO_SYNC = {
  sync: {
    title: "칼군무",
    apart: "각자 춘 테이크로 보기",
    link: "칼군무",
    lead: "한 구간의 모두의 최고 테이크를 같은 노래 시간에 겹쳐 봐요. 누가 빠르고 누가 늦는지, 크루가 얼마나 벌어지는지 보여요.",
    routine: "안무",
    section: "구간",
    who: "함께 볼 멤버",
    spread: "벌어짐",
    spreadSay: "카운트마다 크루가 벌어진 정도의 평균이에요. 테이크 전체의 밀림은 기기 탓일 수 있어서 뺐어요.",
    words: {
      one: "한 몸",
      tight: "딱 맞음",
      loose: "느슨함",
      apart: "벌어짐",
    },
    none: "알 수 없음",
    noneSay: "카운트를 알 수 있는 테이크가 두 개보다 적어요.",
    widest: (count: string, ms: string, early: string, late: string) =>
      `가장 벌어진 카운트 ${count}: 가장 빠른 ${early}부터 가장 늦은 ${late}까지 ${ms}${NBSP}ms.`,
    byCount: "카운트마다 벌어진 정도",
    byCountSay: "막대가 높을수록 크루가 더 벌어져요. 누르면 그 카운트를 보여 줘요.",
    bar: (count: string, ms: string) => `${count}: ${ms}${NBSP}ms 벌어짐`,
    barNone: (count: string) => `${count}: 알 수 없음`,
    heat: "누가 빠르고 누가 늦나",
    heatSay: "크루의 가운데와 견준 에이트별 평균이에요. 단위는 밀리초, −는 빠름, +는 늦음이에요.",
    member: "댄서",
    cell: (name: string, eight: string, ms: string) => `${name}, ${eight}번째 에이트: ${ms}`,
    early: (ms: string) => `${ms}${NBSP}ms 빠름`,
    late: (ms: string) => `${ms}${NBSP}ms 늦음`,
    onTime: `0${NBSP}ms, 크루와 같음`,
    notTold: "알 수 없음",
    formation: "대형",
    laid: { stood: "섰던 자리", formation: "대형으로", over: "겹쳐서" },
    layout: "배치",
    dancers: (names: string) => `${names}의 대형`,
    offNow: `굵고 색이 있는 몸: 이 카운트에서 50${NBSP}ms 이상 벗어남.`,
    few: "테이크 두 개부터 대형이 돼요",
    fewSay: (n: number) =>
      n === 0
        ? "이 구간의 크루 순위표에 아직 아무도 없어요. 원래 속도로 춘 다음 다시 보세요."
        : `이 구간의 크루 순위표에 ${n}명이 있어요. 두 명부터 볼 수 있고, 두 명을 골라야 해요.`,
    fetching: "포즈를 가져오는 중",
    failed: (n: number) => `테이크 ${n}개를 가져오지 못했어요.`,
  },
} satisfies typeof EN_SYNC;
