import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { poseAt } from "#dance/choreo/capture.ts";
import type { Draft } from "#dance/choreo/draft.ts";
import { namePosition, removePosition, setText } from "#dance/choreo/edit/head.ts";
import { edited, historyOf, redone, undone } from "#dance/choreo/edit/history.ts";
import {
  addKeyframe,
  keyframeOn,
  moveKeyframe,
  removeKeyframe,
  setWeight,
  takePose,
} from "#dance/choreo/edit/keyframes.ts";
import { placeKeypoint } from "#dance/choreo/edit/keypoint.ts";
import { mirrorAll } from "#dance/choreo/edit/mirror.ts";
import {
  beginSection,
  joinSection,
  moveStart,
  nameSection,
  setKind,
  setSections,
} from "#dance/choreo/edit/sections.ts";
import { setScored } from "#dance/choreo/edit/unscored.ts";
import { headOf, isHead } from "#dance/choreo/head.ts";
import { choreographyOf } from "#dance/choreo/publication.ts";
import { timeOfCount } from "#dance/music/tempo.ts";
import { AT } from "#dance/pose/keypoints.ts";
import { draft, lantern } from "./drafts.ts";

const countsOf = (of: Draft) => of.positions[0]?.keyframes.map(({ count }) => count) ?? [];
const first = draft.positions[0] as Draft["positions"][number];
const [some, next] = [countsOf(draft)[2] as number, countsOf(draft)[3] as number];
const free = Array.from({ length: draft.counts * 2 }, (_, i) => i / 2).find(
  (c) => !countsOf(draft).includes(c),
) as number;

describe("keyframes", () => {
  test("are added with the pose of their moment, and removed", () => {
    const more = addKeyframe(draft, 0, free);
    expect(countsOf(more)).toEqual([...countsOf(draft), free].sort((a, b) => a - b));
    const pose = poseAt(first.track, timeOfCount(lantern.tempo, free));
    expect(keyframeOn(more.positions[0] as never, free)?.pose).toEqual(pose);
    expect(countsOf(removeKeyframe(more, 0, free))).toEqual(countsOf(draft));
  });

  test("move to a free count with their pose, never onto another", () => {
    const moved = moveKeyframe(draft, 0, some, free);
    expect(countsOf(moved)).toContain(free);
    expect(countsOf(moved)).not.toContain(some);
    expect(keyframeOn(moved.positions[0] as never, free)?.pose).toBe(keyframeOn(first, some)?.pose);
    expect(moveKeyframe(draft, 0, some, next)).toBe(draft);
    expect(moveKeyframe(draft, 0, some, draft.counts)).toBe(draft);
  });

  test("weigh what they are told, within bounds", () => {
    expect(keyframeOn(setWeight(draft, 0, some, 1.46).positions[0] as never, some)?.weight).toBe(1.5);
    expect(keyframeOn(setWeight(draft, 0, some, -3).positions[0] as never, some)?.weight).toBe(0.1);
  });

  test("take the pose of another moment", () => {
    const time = timeOfCount(lantern.tempo, some) + 0.1;
    expect(keyframeOn(takePose(draft, 0, some, time).positions[0] as never, some)?.pose).toEqual(
      poseAt(first.track, time),
    );
  });
});

describe("a keypoint put elsewhere", () => {
  const k = AT.left_wrist * 3;
  const was = keyframeOn(first, some)?.pose as Float32Array;
  const put = placeKeypoint(draft, 0, some, AT.left_wrist, (was[k] ?? 0) + 0.1, was[k + 1] ?? 0);
  const after = put.positions[0] as Draft["positions"][number];

  test("lies there, for sure, and nothing else of the pose moves", () => {
    const pose = keyframeOn(after, some)?.pose as Float32Array;
    expect(pose[k]).toBeCloseTo((was[k] ?? 0) + 0.1, 5);
    expect(pose[k + 2]).toBe(1);
    expect([...pose].filter((value, i) => value !== was[i] && (i < k || i > k + 2))).toEqual([]);
  });

  test("takes the track along around its count, and only there", () => {
    const at = (of: Draft, count: number) =>
      poseAt(of.positions[0]?.track ?? [], timeOfCount(lantern.tempo, count))[k] ?? 0;
    expect(at(put, some) - at(draft, some)).toBeCloseTo(0.1, 2);
    expect(at(put, some + 0.25) - at(draft, some + 0.25)).toBeGreaterThan(0.02);
    for (const far of [some - 0.6, some + 0.6]) expect(at(put, far)).toBe(at(draft, far));
  });

  test("dragged in many steps comes to the same as in one", () => {
    let slow = draft;
    for (let step = 1; step <= 10; step++)
      slow = placeKeypoint(slow, 0, some, AT.left_wrist, (was[k] ?? 0) + step / 100, was[k + 1] ?? 0);
    for (const [i, { pose }] of (slow.positions[0]?.track ?? []).entries())
      expect(pose[k]).toBeCloseTo(after.track[i]?.pose[k] ?? 0, 4);
  });
});

describe("sections", () => {
  test("are split, named, turned into another kind, and joined again", () => {
    const [section] = draft.sections;
    const split = beginSection(draft, (section?.from ?? 0) + 8);
    expect(split.sections.length).toBe(draft.sections.length + 1);
    expect(split.sections[0]).toMatchObject({ from: section?.from, to: (section?.from ?? 0) + 8 });
    const named = nameSection(setKind(split, 1, "dance-break"), 1, "The drop");
    expect(named.sections[1]).toMatchObject({ kind: "dance-break", name: "The drop", to: section?.to });
    expect(nameSection(named, 1, " ").sections[1]).not.toHaveProperty("name");
    expect(joinSection(named, 1).sections).toEqual(draft.sections);
  });

  test("begin elsewhere, the one before ending there, and keep a count at least", () => {
    const at = draft.sections[1]?.from ?? 0;
    const moved = moveStart(draft, 1, at + 3);
    expect([moved.sections[0]?.to, moved.sections[1]?.from]).toEqual([at + 3, at + 3]);
    expect(moveStart(draft, 1, -50).sections[0]?.to).toBe(1);
  });

  test("whatever is told, none lies over another and all lie within the routine", () => {
    const span = fc.record({
      kind: fc.constant("verse" as const),
      from: fc.integer({ min: -9, max: 99 }),
      to: fc.integer({ min: -9, max: 99 }),
    });
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (list) => {
        const { sections } = setSections({ ...draft, counts: 64 }, list);
        sections.forEach(({ from, to }, i) => {
          expect(from).toBeLessThan(to);
          expect(to).toBeLessThanOrEqual(64);
          expect(from).toBeGreaterThanOrEqual(sections[i - 1]?.to ?? 0);
        });
      }),
    );
  });
});

describe("what is not scored", () => {
  const without = setScored(draft, 0, { from: 8, to: 16 }, false);

  test("has no keyframes in the choreography, and gets them back", () => {
    const counts = (of: Draft) => {
      const made = choreographyOf(of, 0);
      return made.ok ? made.value.keyframes.map(({ count }) => count) : [];
    };
    expect(counts(without)).toEqual(countsOf(draft).filter((c) => c < 8 || c >= 16));
    expect(counts(setScored(without, 0, { from: 0, to: 64 }, true))).toEqual(countsOf(draft));
  });

  test("is one span where spans touch, and two where a part is scored again", () => {
    expect(setScored(without, 0, { from: 16, to: 20 }, false).positions[0]?.unscored).toEqual([{ from: 8, to: 20 }]);
    expect(setScored(without, 0, { from: 10, to: 12 }, true).positions[0]?.unscored).toEqual([
      { from: 8, to: 10 },
      { from: 12, to: 16 },
    ]);
  });
});

test("mirrored twice it is what it was; once, the right arm does what the left did", () => {
  const once = mirrorAll(draft);
  const [l, r] = [AT.left_wrist * 3, AT.right_wrist * 3];
  const [a, b] = [first.keyframes[0]?.pose, once.positions[0]?.keyframes[0]?.pose];
  expect(b?.[r + 1]).toBe(a?.[l + 1]);
  for (const [i, { pose }] of (mirrorAll(once).positions[0]?.track ?? []).entries())
    if (i % 50 === 0)
      expect([...pose]).toEqual([...(first.track[i]?.pose ?? [])].map((value) => expect.closeTo(value, 4)));
});

test("a title goes along in both languages until one says something of its own", () => {
  const plain = { ...draft, title: { en: "Moon", ko: "Moon" } };
  expect(setText(plain, "title", "en", "Sun").title).toEqual({ en: "Sun", ko: "Sun" });
  const both = setText({ ...plain, title: { en: "Moon", ko: "달" } }, "title", "en", "Sun");
  expect(both.title).toEqual({ en: "Sun", ko: "달" });
});

test("one of several positions may go, the last may not", () => {
  const two = { ...draft, positions: [first, first] };
  expect(removePosition(namePosition(two, 1, "Mina"), 0).positions.map(({ name }) => name)).toEqual(["Mina"]);
  expect(removePosition(draft, 0)).toBe(draft);
});

describe("undo", () => {
  test("goes back through everything and forward again, however much was done", () => {
    let history = historyOf(draft);
    for (let i = 0; i < 500; i++) history = edited(history, setWeight(history.now, 0, some, 0.1 + (i % 20) / 10));
    const last = history.now;
    while (history.past.length > 0) history = undone(history);
    expect(history.now).toBe(draft);
    while (history.future.length > 0) history = redone(history);
    expect(history.now).toBe(last);
    expect(redone(history)).toBe(history);
  });

  test("takes a whole gesture back at once, and forgets what was undone after a new edit", () => {
    const steps = [0.2, 0.3, 0.4].reduce((h, w) => edited(h, setWeight(h.now, 0, some, w), "drag 1"), historyOf(draft));
    expect(undone(steps).now).toBe(draft);
    expect(edited(undone(steps), setWeight(draft, 0, some, 2)).future).toEqual([]);
    expect(edited(steps, steps.now)).toBe(steps);
  });
});

describe("a draft as a choreography", () => {
  test("is what it was made of", () => {
    const made = choreographyOf(draft, 0);
    expect(made.ok && made.value.keyframes).toEqual(lantern.keyframes);
    expect(made.ok && isHead(headOf(made.value))).toBe(true);
    expect(made.ok && made.value.slug).toBe("lantern-season-5e7a11");
    expect(made.ok && (made.value.track[0]?.time ?? 9)).toBeLessThanOrEqual(lantern.tempo.firstBeat);
  });

  test("says what is missing", () => {
    const code = (of: Draft) => {
      const made = choreographyOf(of, 0);
      return made.ok ? null : made.problem.code;
    };
    expect(code({ ...draft, tempo: null })).toBe("draft-tempo");
    expect(code({ ...draft, positions: [{ ...first, track: [] }] })).toBe("draft-track");
    expect(code({ ...draft, positions: [{ ...first, keyframes: [] }] })).toBe("draft-keyframes");
  });

  test("of a Korean title has an address all the same", () => {
    const made = choreographyOf({ ...draft, title: { en: "종이 달", ko: "종이 달" } }, 0);
    expect(made.ok && made.value.slug).toBe("routine-5e7a11");
  });
});
