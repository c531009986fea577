import type { EN_DANCE_IN } from "./en-dance-in.ts";

/** Korean for the video beside the stage, and for dancing a routine in. */
export const KO_DANCE_IN = {
  video: {
    turned: "영상 좌우 바꾸기",
    turnedNote: "선생님과 같은 방향(거울 또는 촬영 그대로)으로 보여요. 거울을 찍은 영상이면 바꾸세요.",
    unplayable: "이 안무의 영상이 기기에 있지만 이 브라우저에서는 볼 수 없어요. 대신 선생님이 보여줘요.",
  },
} satisfies typeof EN_DANCE_IN;
