import type { EN_STUDIO_FILES } from "./en-studio-files.ts";
import { NBSP } from "./numbers.ts";

/** Korean for files that come in and go out. */
export const KO_STUDIO_FILES = {
  files: {
    title: "파일 열기",
    lead: "우리 JSON, 표기, COCO 키포인트, OpenPose(파일, 폴더, zip), CSV를 읽어요. 모두 더해 300\u00a0MB까지예요.",
    choose: "파일 고르기",
    folder: "폴더 고르기",
    drop: "파일이나 폴더를 이 페이지 아무 데나 끌어다 놓아도 돼요.",
    rate: "파일에 없을 때 쓸 초당 프레임 수",
    plain: "표기: 말로 적은 안무",
    plainSay:
      "텍스트 파일이에요. 머리말 다음에 카운트마다 한 줄씩 영어로 적으면 몸을 그려요. 우리 안무의 첫 줄들이에요.",
    example: "예시 전체 저장",
    reading: "읽는 중 …",
    finding: "포즈를 찾고 있어요 …",
    cancel: "그만두기",
    known: (title: string) => `내가 올린 ‘${title}’ 안무예요`,
    knownSay:
      "이어서 만들면 다시 올릴 때 같은 링크의 다음 버전이 되고, 앞선 버전의 순위표는 그대로 남아요. 아니면 따로 새 안무로 만들 수 있어요.",
    goOn: "새 버전으로 이어 만들기",
    ofItsOwn: "따로 새 안무로",
    takeIn: "파일에서 가져오기",
    takeInSay:
      "안무나 포즈를 이 안무의 새 포지션으로, 이 안무 대신, 또는 따로 새 안무로 가져와요. WebVTT 파일의 챕터는 구간이 돼요.",
    facts: (counts: number, keyframes: number) =>
      [counts > 0 ? `카운트 ${counts}개` : "카운트 없음", `키프레임 ${keyframes}개`].join(", "),
    asPosition: "새 포지션으로",
    positionSay: {
      same: "다른 댄서의 파트로 카운트에 맞춰 나란히 들어와요.",
      stretched: (theirs: string, ours: string) =>
        `다른 댄서의 파트로 들어와요. 분당 ${theirs}박으로 만든 카운트를 이 안무의 분당 ${ours}박에 맞춰요.`,
      uncounted:
        "다른 댄서의 파트로 들어와요. 파일에 카운트가 없어서 이 포지션과 같은 때에 시작하고 키프레임을 제안해요.",
      cut: (counts: number) => `카운트 ${counts} 뒤는 빠져요.`,
    },
    inPlace: "이 안무 대신",
    inPlaceSay: {
      counted:
        "제목, 템포, 구간, 키프레임, 포즈가 파일의 것으로 바뀌어요. 템포가 다르면 노래도 바뀌어요. 실행 취소하면 지금 것으로 돌아와요.",
      uncounted:
        "이 포지션의 포즈가 파일의 것으로 바뀌고 키프레임을 새로 제안해요. 카운트와 구간은 그대로예요. 실행 취소하면 돌아와요.",
    },
    ofItsOwnSay: "이 안무는 그대로 남아요.",
    takenPosition: (name: string) => `‘${name}’ 포지션이 생겼어요.`,
    takenSong: "춤출 노래가 이 기기에 없어요. 추기 전에 노래를 물어볼게요.",
    takenPlace: "파일의 것으로 바뀌었어요. 실행 취소하면 전으로 돌아와요.",
    done: "열었어요. 여는 동안 이렇게 했어요.",
    go: "편집기로",
    remarks: {
      "points-missing": (n: number) => `파일에 없는 몸의 점이 ${n}개예요. 안 보인 것으로 쳐요.`,
      "points-extra": (n: number) => `우리가 모르는 점 ${n}개는 뺐어요.`,
      "others-left-out": (n: number) =>
        `한 프레임에 다른 사람이 ${n}명까지 있어요. 가장 크게 보이는 사람을 따라갔어요.`,
      "rate-assumed": (n: number) => `파일에 빠르기가 없어서 초당 ${n}프레임으로 읽었어요.`,
      "frames-empty": (n: number) => `${n}프레임에는 아무도 안 보여요. 채점하지 않게 둘 수 있어요.`,
    },
    opening: {
      "not-json": "JSON처럼 시작하지만 끝까지 읽을 수 없어요. 중간에 잘렸을 수 있어요.",
      "not-this-format": "우리가 읽는 형식이 아니에요. 우리 형식, 표기, COCO, OpenPose, CSV를 읽어요.",
      "no-poses": "읽을 수 있는 몸이 하나도 없어요.",
      "too-many-frames": "프레임이 너무 많아요. 초당 60프레임으로 30분까지예요.",
      "columns-missing": "left_wrist_x 같은 이름의 열이 없어요. 첫 줄에 열 이름을 적어 주세요.",
      "zip-damaged": "zip을 열 수 없어요. 다시 묶거나 폴더를 그대로 골라 주세요.",
      "zip-too-large": "이 zip에서 나오는 것이 기기에 담기에는 너무 커요.",
      "file-unreadable": "이 파일들을 읽을 수 없어요. 옮겨졌거나 클라우드에만 있을 수 있으니 다시 골라 주세요.",
      "file-empty": "안에 아무것도 없어요.",
      "file-too-large": `파일을 모두 더하면 300${NBSP}MB가 넘어요.`,
    },
    out: "파일로 저장",
    outSay: "안무 전체는 JSON에 담겨요. 나머지는 각 형식이 담을 수 있는 만큼이에요.",
    json: "전체 JSON",
    notation: "표기",
    coco: "포즈를 COCO로",
    csv: "포즈를 CSV로",
    vtt: "구간을 WebVTT로",
    jsonNot: (why: string) => `JSON은 아직 없어요. ${why}`,
    notationGone: "표기: 여기서 손으로 고친 것은 표기로 적을 수 없어요.",
    vttDone: (sections: number) => `파일에서 구간 ${sections}개를 가져왔어요.`,
    vttNone: "이 파일에는 안무 안에 드는 챕터가 없어요.",
    vttUnknown: "WebVTT 파일이 아니에요.",
    vttUnnamed: (names: string) => `우리가 모르는 이름이라 벌스로 두었어요: ${names}`,
  },
} satisfies typeof EN_STUDIO_FILES;
