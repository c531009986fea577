import type { PUBLISH_PROBLEMS_EN } from "./problems-publish-en.ts";

/** What can go wrong when a routine is published. */
export const PUBLISH_PROBLEMS_KO = {
  "choreography-invalid": "올릴 수 없는 안무 파일이에요. 스튜디오에서 다시 저장해 주세요.",
  "choreography-media-type": "안무가 잘못된 형식으로 보내졌어요. 화면을 새로 불러와 주세요.",
  "choreography-forbidden": "이 안무를 올린 사람만 할 수 있어요.",
  "choreography-closed": "크루 모두가 볼 수 있는 안무가 아니에요. 먼저 크루에 공유해 주세요.",
  "choreography-long": "안무는 최대 20분까지예요.",
  "choreographies-too-many": "올린 버전이 300개라 더 올릴 수 없어요. 먼저 하나를 내려 주세요.",
  "slug-taken": "다른 안무가 쓰는 주소예요. 제목을 바꿔 주세요.",
  "about-too-long": "안무 소개는 최대 500자까지예요.",
  "about-characters": "안무 소개에 보여 줄 수 없는 문자가 있어요.",
  "sections-none": "안무에는 구간이 하나 이상 있어야 해요.",
  "sections-many": "구간은 최대 64개까지예요.",
  "sections-overlap": "겹치는 구간이 있어요. 구간은 차례로 이어져야 해요.",
  "section-names": "이름이 같은 구간이 있거나 이름이 비어 있어요.",
  "position-names":
    "이름이 같거나 이름이 없는 포지션이 둘 있어요. 그대로 올리면 하나가 다른 하나를 덮어써요. 포지션마다 다른 이름을 정해 주세요.",
  "keyframes-few": "키프레임이 두 개 이상 있어야 해요.",
  "keyframes-many": "키프레임은 최대 2,000개까지예요. 몇 개를 지워 주세요.",
  "choreography-unfit":
    "안무가 담을 수 있는 범위를 벗어난 곳이 있어요. 첫 박은 10분, 영상이나 노래는 30분까지, 빠르기는 30~300 BPM이고, 구간은 마지막 카운트를 넘을 수 없어요. 고친 뒤 다시 시도해 주세요.",
  "track-short": "포즈가 모든 카운트를 덮지 못해요. 안무를 줄이거나 빠진 곳을 채워 주세요.",
  "section-unranked": "가만히 있어도 점수가 너무 많이 나오는 구간이라 순위표가 없어요.",
  "share-closed": "모두에게 공개된 안무가 아니라 링크로는 아무것도 볼 수 없어요.",
} satisfies Readonly<Record<keyof typeof PUBLISH_PROBLEMS_EN, string>>;
