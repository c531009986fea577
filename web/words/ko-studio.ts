import type { EN_STUDIO } from "./en-studio.ts";

/** Korean for the studio. */
export const KO_STUDIO = {
  studio: {
    title: "스튜디오",
    lead: "내가 만드는 안무예요. 올리기 전까지는 이 기기에만 있어요.",
    fresh: "새 안무",
    drafts: "만드는 중",
    none: "만들고 있는 안무가 없어요",
    noneSay: "춤 영상을 가져오거나, 카메라 앞에서 직접 추거나, 포즈 파일을 열어 보세요.",
    untitled: "제목 없음",
    noTempo: "카운트를 아직 못 찾음",
    keyframes: (n: number) => `키프레임 ${n}개`,
    positions: (n: number) => `포지션 ${n}개`,
    changed: (when: string) => `${when} 수정`,
    drop: (title: string) => `${title} 삭제`,
    dropAsk: (title: string) =>
      `‘${title}’ 안무를 영상이나 노래와 함께 이 기기에서 지울까요? 올린 버전은 남아요. 되돌릴 수 없어요.`,
    dropYes: "삭제",
    dropNo: "그대로 두기",
    dropping: "지우는 중",
    notDropped: "지금 지우지 못했어요. 다시 해 보거나, 이 페이지의 다른 탭을 먼저 닫아 보세요.",
    newTitle: "안무를 어떻게 시작할까요?",
    newLead: "무엇을 고르든 이 기기에만 남아요. 올릴 때만 포즈가 기기를 떠나요.",
    ways: {
      video: ["영상 가져오기", "안무 연습 영상이면 돼요. 영상 속 사람을 이 기기에서 포즈로 바꿔요."],
      danceIn: ["직접 추기", "카메라 앞에서 메트로놈이나 내 노래에 맞춰 춰요."],
      file: ["파일 열기", "우리 형식, 표기, COCO, OpenPose, CSV. 파일 하나, zip, 폴더 모두 돼요."],
    },
    gone: "이 기기에는 그런 안무가 없어요",
    goneSay: "다른 브라우저에 있거나 지운 안무일 수 있어요.",
    unreadable: "이 안무를 열 수 없어요",
    unreadableSay:
      "이 브라우저에 저장된 안무를 읽지 못했어요. 페이지를 새로고침해 보세요. 지우기 전까지는 그대로 남아 있어요.",
    keeping: {
      "draft-no-room":
        "기기에 남은 공간이 없어요. 계속 고쳐도 돼요. 안무는 이 탭에 그대로 있고, 공간이 생기면 바로 저장돼요. 탭을 닫기 전에 공간을 비우거나 파일로 저장해 주세요.",
      "draft-not-kept": "이 브라우저는 아무것도 저장하지 않아요. 탭을 닫기 전에 안무를 파일로 저장해 주세요.",
      "draft-changed-elsewhere":
        "다른 탭에서도 이 안무를 고쳤어요. 잃은 것은 없어요. 어느 쪽으로 계속할지 골라 주세요.",
      "draft-gone":
        "다른 탭에서 이 안무를 지웠어요. 지금 보이는 것은 어디에도 저장되지 않았으니, 남기려면 복사본으로 저장해 주세요.",
    },
  },
} satisfies typeof EN_STUDIO;
