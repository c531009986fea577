import type { Level, SectionKind } from "#dance/choreo/choreography.ts";
import type { LimbGroup } from "#dance/pose/keypoints.ts";
import type { JudgementWord } from "#dance/scoring/result.ts";

/** Names of the things that the judging speaks of. Left and right are the dancer's own. */
export interface Names {
  readonly limb: Readonly<Record<LimbGroup, string>>;
  /** For the narrow column of the heat map. */
  readonly limbShort: Readonly<Record<LimbGroup, string>>;
  readonly judgement: Readonly<Record<JudgementWord, string>>;
  readonly section: Readonly<Record<SectionKind, string>>;
  /** For the narrow bars of a card and of the stage. */
  readonly sectionShort: Readonly<Record<SectionKind, string>>;
  readonly level: Readonly<Record<Level, string>>;
}

export const NAMES_EN: Names = {
  limb: {
    head: "Head",
    right_arm: "Right arm",
    left_arm: "Left arm",
    torso: "Torso",
    right_leg: "Right leg",
    left_leg: "Left leg",
  },
  limbShort: {
    head: "Head",
    right_arm: "R arm",
    left_arm: "L arm",
    torso: "Torso",
    right_leg: "R leg",
    left_leg: "L leg",
  },
  judgement: { perfect: "Perfect", great: "Great", good: "Good", ok: "OK", miss: "Miss", unseen: "Unseen" },
  section: {
    intro: "Intro",
    verse: "Verse",
    "pre-chorus": "Pre-chorus",
    chorus: "Chorus",
    point: "Point move",
    "dance-break": "Dance break",
    bridge: "Bridge",
    outro: "Outro",
  },
  sectionShort: {
    intro: "Intro",
    verse: "Verse",
    "pre-chorus": "Pre",
    chorus: "Chorus",
    point: "Point",
    "dance-break": "Break",
    bridge: "Bridge",
    outro: "Outro",
  },
  level: { easy: "Easy", medium: "Medium", hard: "Hard" },
};

export const NAMES_KO: Names = {
  limb: {
    head: "머리",
    right_arm: "오른팔",
    left_arm: "왼팔",
    torso: "몸통",
    right_leg: "오른다리",
    left_leg: "왼다리",
  },
  limbShort: {
    head: "머리",
    right_arm: "오른팔",
    left_arm: "왼팔",
    torso: "몸통",
    right_leg: "오른다리",
    left_leg: "왼다리",
  },
  judgement: { perfect: "퍼펙트", great: "그레이트", good: "굿", ok: "오케이", miss: "미스", unseen: "안 보임" },
  section: {
    intro: "인트로",
    verse: "벌스",
    "pre-chorus": "프리코러스",
    chorus: "코러스",
    point: "포인트 안무",
    "dance-break": "댄스 브레이크",
    bridge: "브리지",
    outro: "아웃트로",
  },
  sectionShort: {
    intro: "인트로",
    verse: "벌스",
    "pre-chorus": "프리",
    chorus: "코러스",
    point: "포인트",
    "dance-break": "브레이크",
    bridge: "브리지",
    outro: "아웃트로",
  },
  level: { easy: "쉬움", medium: "보통", hard: "어려움" },
};
