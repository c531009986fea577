import type { EN_DRAFT_DANCE } from "./en-draft-dance.ts";
import { KO_STUDIO } from "./ko-studio.ts";
import { KO_STUDIO_EDIT } from "./ko-studio-edit.ts";

/** Korean for dancing a draft on the device where it is made. */
export const KO_DRAFT_DANCE = {
  draftDance: {
    dance: "춰 보기",
    danceOf: (title: string) => `${title} 춰 보기`,
    onlyHere: "만드는 중인 안무예요. 이 기기에만 있어요. 올리면 순위표가 생겨요.",
    toEditor: "편집 화면으로",
    cannot: "아직 출 수 없어요",
    lacks: {
      ...KO_STUDIO_EDIT.editor.lacks,
      "draft-long": "20분보다 길어요. 편집 화면에서 줄여 주세요.",
      "draft-gone": KO_STUDIO.studio.goneSay,
      "draft-unreadable": KO_STUDIO.studio.unreadableSay,
    },
    kept: "이 기기에서 판정해 여기에만 저장했어요. 아무것도 보내지 않았어요.",
    notKept:
      "이 기기에서 판정했지만, 이 브라우저가 남기지 않아요(비공개 창이거나 공간이 없어요). 탭을 닫으면 이 테이크는 사라져요.",
    changed: "이 테이크 뒤로 안무가 바뀌었어요. 이 페이지는 그때 춘 그대로이고, 다시 추면 지금 안무로 춰요.",
  },
} satisfies typeof EN_DRAFT_DANCE;
