import type { EN_BOARDS } from "./en-boards.ts";
import { josa } from "./josa.ts";

/** 순위표 고르기와 그 안의 줄. */
export const KO_BOARDS = {
  standings: {
    whose: "누구의 테이크",
    scopes: { everyone: "모두", picks: "내가 고른 친구" },
    crew: (name) => `${name} 크루`,
    since: "기간",
    windows: { all: "전체 기간", week: "이번 주" },
    how: "추는 방법",
    kinds: { full: "그대로", mirrored: "좌우 반대", seated: "앉아서" },
    weekSay: (day) => `이번 주는 ${day}에 시작했고, 어디서나 같은 때에 7일 뒤 끝나요.`,
    rules: (version) =>
      `여기 점수는 모두 포즈로 다시 판정한 것이에요(판정 방법 ${version}번째 판). 줄을 열면 보고 확인할 수 있어요.`,
    markBeside: "나란히 추기",
    markPick: "친구로 고르기",
    around: "내 앞뒤",
    watch: (name) => `${name}의 테이크 보기`,
    watchMine: "내 테이크 보기",
    pick: (name) => `${josa(name, "을/를")} 친구로 고르기, 아무도 몰라요`,
    unpick: (name) => `${name} 고르기 취소`,
    emptyWeek: "이번 주에는 아직 아무도 추지 않았어요",
    emptyWeekDo: "월요일부터 원래 속도로 춘 첫 테이크가 이번 주를 열어요.",
    emptyPicks: "고른 친구가 아직 여기 없어요",
    emptyPicksDo: "모두의 순위표에서 댄서 옆의 별을 누르세요. 아무도 몰라요.",
    emptyCrew: "크루에는 아직 아무도 없어요",
    emptyCrewDo: "멤버가 춘 첫 테이크가 크루 순위를 열어요.",
    emptyMirrored: "영상처럼 원래 속도로 추면 이 순위표가 열려요.",
    emptySeated: "앉아서 원래 속도로 추면 이 순위표가 열려요.",
  },
} satisfies typeof EN_BOARDS;
