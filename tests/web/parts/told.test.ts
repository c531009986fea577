import { describe, expect, test } from "vitest";
import { DOUBTS } from "#dance/replay/trust.ts";
import type { TakeResult } from "#dance/scoring/result.ts";
import { notes, phaseWords } from "../../../web/parts/told.tsx";
import type { TakePage } from "../../../web/state/take-page.ts";
import { wordsIn } from "../../../web/words/index.ts";

const result = { score: 854_321, coverage: 1, energy: 1, mirrored: false, unseen: [] } as unknown as TakeResult;
const at = Date.parse("2026-11-23T14:05:00");
const judged: TakePage = {
  id: "take",
  version: "v",
  section: 0,
  rate: 1,
  mirror: false,
  seated: false,
  at,
  judgedAt: at,
  result,
  phase: "judged",
  refused: null,
  standing: null,
  late: false,
  verified: { rules: 1, replay: "ab".repeat(32), at },
  waits: false,
  dancer: null,
  draft: null,
  doubt: null,
  lasting: true,
  mine: true,
};
const standing = (takeId: string, score: number) =>
  ({ rank: 4, score, takeId, mine: true }) as unknown as NonNullable<TakePage["standing"]>;
const languages = [wordsIn("en"), wordsIn("ko")] as const;
const said = (words: (typeof languages)[number], page: TakePage) =>
  [phaseWords(words, page, true, false)[1], ...notes(words, page)].join("\n");

describe.each(languages)("what is told of a take ($language)", (words) => {
  test("one of a draft says that it is kept here, or that it ends with the tab", () => {
    const draft = { ...judged, phase: "draft", verified: null, draft: { id: "d", at: 0 } } as const;
    expect(said(words, draft)).toContain(words.draftDance.kept);
    expect(said(words, { ...draft, lasting: false })).toContain(words.draftDance.notKept);
  });
  test("a verified one says so, and when it was judged again", () => {
    const text = said(words, judged);
    expect(text).toContain(words.trust.verified);
    expect(text).toContain(words.n.moment(at));
  });
  test("a doubted one is not called verified; the reason is told, and that it is worth something all the same", () => {
    for (const doubt of DOUBTS) {
      const text = said(words, { ...judged, verified: null, doubt, standing: standing("other", 900_000) });
      expect(text).toContain(words.trust.notVerified);
      expect(text).toContain(words.problems[doubt]);
      expect(text).toContain(words.trust.appeal);
      expect(text).not.toContain(words.trust.notBest(words.n.score(900_000)));
    }
  });
  test("one judged by rules to come says that its board waits, and names no place on the one that stands", () => {
    const text = said(words, { ...judged, waits: true, standing: standing("other", 900_000) });
    expect(text).toContain(words.trust.waits);
    expect(text).not.toContain(words.trust.notBest(words.n.score(900_000)));
  });

  test("one danced without network says why it is on no board, and is not called verified", () => {
    const text = said(words, { ...judged, verified: null, late: true });
    expect(text).toContain(words.trust.late);
    expect(text).not.toContain(`${words.trust.verified}.`);
  });
  test("one of which the camera saw too little says how much was seen and how much the board asks", () => {
    const text = said(words, { ...judged, result: { ...result, coverage: 0.78 } });
    expect(text).toContain(words.n.percent(0.78));
    expect(text).toContain(words.trust.coverage(words.n.percent(0.85)));
  });
  test("one of which a limb was hidden says which, and that the board asks to see it", () => {
    const hidden = words.trust.hidden(words.names.limb.left_leg);
    expect(said(words, { ...judged, result: { ...result, hidden: ["left_leg"] } })).toContain(hidden);
    expect(said(words, judged)).not.toContain(hidden);
  });
  test("one that is not my best says which of mine the board keeps; my best says its place", () => {
    expect(said(words, { ...judged, standing: standing("other", 900_000) })).toContain(
      words.trust.notBest(words.n.score(900_000)),
    );
    expect(said(words, { ...judged, standing: standing("take", 854_321) })).toContain(words.trust.onBoard("4"));
    expect(said(words, { ...judged, mine: false, standing: standing("take", 854_321) })).not.toContain(
      words.trust.onBoard("4"),
    );
  });
});
