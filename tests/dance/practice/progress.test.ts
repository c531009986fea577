import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DancedTake, lineOf, minutesOf, secondsDanced, sectionsDanced } from "#dance/practice/progress.ts";
import { REST_MS, sittingsDanced, sittingsOf } from "#dance/practice/sittings.ts";
import { WEAKEST, weakestSpots } from "#dance/practice/weakest.ts";
import { eightCount, limb, takeResult } from "./results.ts";

let made = 0;
const take = (score: number | null, how: Partial<DancedTake> = {}): DancedTake => {
  made++;
  return {
    id: `t${made}`,
    version: "v",
    section: 1,
    kind: "full",
    rate: 1,
    score,
    atMs: made * 60_000,
    seconds: 30,
    ...how,
  };
};

describe("personal bests", () => {
  test("the first take begins the line, each better one is a best, an equal one is not", () => {
    const line = lineOf([take(500), take(400), take(600), take(600), take(601)]);
    expect(line.map((point) => point.mark)).toEqual(["first", null, "best", null, "best"]);
  });
  test("a slow take is drawn and competes with nothing", () => {
    const line = lineOf([take(500), take(990, { rate: 0.5 }), take(600)]);
    expect(line.map((point) => point.mark)).toEqual(["first", null, "best"]);
  });
  test("the last mark of any line is its highest score at full speed", () => {
    const takes = fc.array(fc.tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.constantFrom(0.5, 1)), { minLength: 1 });
    fc.assert(
      fc.property(takes, (list) => {
        const line = lineOf(list.map(([score, rate], i) => take(score, { rate, atMs: i })));
        const full = list.filter(([, rate]) => rate === 1).map(([score]) => score);
        const best = line.findLast((point) => point.mark !== null)?.take.score;
        expect(best).toBe(full.length ? Math.max(...full) : undefined);
      }),
    );
  });
});

describe("what was danced", () => {
  const monday = [take(500), take(700)];
  const rested = (monday[1]?.atMs ?? 0) + 2 * REST_MS;
  const tuesday = [take(null, { section: 2, seconds: 90 }), take(650), take(800)].map((it, i) => ({
    ...it,
    atMs: rested + i * 120_000,
  }));
  const all = [...tuesday, ...monday];
  test("each section has its minutes, its best and its latest, the one danced last first", () => {
    const [chorus, bridge] = sectionsDanced(all);
    expect(chorus).toMatchObject({ section: 1, minutes: 2, best: { score: 800 }, latest: { score: 800 } });
    expect(bridge).toMatchObject({ section: 2, minutes: 1.5, best: null });
    expect(chorus?.line.map((p) => p.take.score)).toEqual([500, 700, 650, 800]);
  });
  test("a sitting ends with a rest; each has its minutes and the bests that fell in it", () => {
    const told = sittingsDanced(all);
    expect(told.map(({ id, minutes, takes }) => [id, minutes, takes.length])).toEqual([
      [tuesday[0]?.id, 2.5, 3],
      [monday[0]?.id, 1, 2],
    ]);
    expect(told[0]?.fromMs).toBe(tuesday[0]?.atMs);
    expect(told.map((s) => s.bests)).toEqual([[tuesday[2]?.id], [monday[1]?.id]]);
    expect(sittingsDanced([])).toEqual([]);
  });
  test("no take is in two sittings and none is lost, however they were danced", () => {
    const moments = fc.array(fc.integer({ min: 0, max: 20 * REST_MS }));
    fc.assert(
      fc.property(moments, (list) => {
        const takes = list.map((atMs, i) => take(1, { id: `x${String(i).padStart(3, "0")}`, atMs }));
        const sittings = sittingsOf(takes);
        expect(sittings.flatMap((sitting) => sitting.takes.map(({ atMs }) => atMs))).toEqual(
          [...list].sort((a, b) => a - b),
        );
        sittings.slice(1).forEach((sitting, i) => {
          const before = sittings[i]?.takes.at(-1);
          expect((sitting.takes[0]?.atMs ?? 0) - (before?.atMs ?? 0)).toBeGreaterThan(REST_MS);
        });
      }),
    );
  });
  test("a loop of a part counts for minutes, and is held against nothing", () => {
    const [chorus] = sectionsDanced([...monday, take(990, { part: true, atMs: rested })]);
    expect(chorus).toMatchObject({ minutes: 1.5, best: { score: 700 }, latest: { score: 700 } });
    expect(chorus?.line.length).toBe(2);
    const [only] = sectionsDanced([take(990, { part: true })]);
    expect(only).toMatchObject({ best: null, line: [] });
  });
  test("where only the later takes are at hand, they are marked by what was to beat, and the best is that of ever", () => {
    const [chorus] = sectionsDanced([take(650), take(710)], monday.slice(1));
    expect(chorus?.line.map((p) => p.mark)).toEqual([null, "best"]);
    expect(sectionsDanced([take(650)], monday.slice(1))[0]?.best).toEqual(monday[1]);
  });
  test("what was danced seated or mirrored is held against its own kind alone", () => {
    const takes = [
      take(800),
      take(300, { kind: "seated" }),
      take(400, { kind: "seated" }),
      take(200, { kind: "mirrored" }),
    ];
    const told = sectionsDanced(takes, [take(350, { kind: "seated" })]);
    expect(told.map(({ kind, best, line }) => [kind, best?.score, line.map(({ mark }) => mark)])).toEqual([
      ["mirrored", 200, ["first"]],
      ["seated", 400, [null, "best"]],
      ["full", 800, ["first"]],
    ]);
  });
  test("half speed takes twice as long", () => {
    expect(minutesOf([{ seconds: secondsDanced(30, 0.5) }])).toBe(1);
  });
  test("a dancer who never danced has no progress and no error", () => {
    expect([sectionsDanced([]), sittingsDanced([]), minutesOf([])]).toEqual([[], [], 0]);
  });
});

describe("the weakest spots", () => {
  const low = takeResult({ eightCounts: [eightCount(0, {}), eightCount(2, { right_arm: limb({ shape: 0.3 }) })] });
  test("an arm that is wrong in eight-count 3 take after take is named first, with its cause", () => {
    const late = eightCount(1, { left_leg: limb({ offset: 0.1 }) });
    const spots = weakestSpots([low, low, low].map((r) => ({ ...r, eightCounts: [...r.eightCounts, late] })));
    expect(spots.map((s) => [s.eightCount, s.limb, s.cause, s.takes])).toEqual([
      [2, "right_arm", "direction", 3],
      [1, "left_leg", "late", 3],
    ]);
    expect(spots[0]?.weakness).toBeCloseTo(0.7);
  });
  test("early is told from late, and small from wrong", () => {
    const result = takeResult({
      eightCounts: [eightCount(0, { left_arm: limb({ offset: -0.2 }), torso: limb({ energy: 0.4 }) })],
    });
    expect(weakestSpots([result]).map((s) => s.cause)).toEqual(["early", "small"]);
  });
  test("a slow camera that makes all limbs late makes none of them weak", () => {
    const late = takeResult({ lag: 0.2, eightCounts: [eightCount(0, { left_arm: limb({ offset: 0.2 }) })] });
    expect(weakestSpots([late]).filter((s) => s.limb === "left_arm")).toEqual([]);
  });
  test("a limb that was not seen is not weak, nor is one seen wrong in a single take of many", () => {
    const unseen = takeResult({ eightCounts: [eightCount(0, { left_leg: null })] });
    expect(weakestSpots([unseen, unseen])).toEqual([]);
    const once = takeResult({ eightCounts: [eightCount(0, { left_leg: limb({ shape: 0 }) })] });
    expect(weakestSpots([unseen, unseen, once])).toEqual([]);
  });
  test("what was mended weighs less than what is still wrong, and falls out after the last takes", () => {
    const good = takeResult({ eightCounts: [eightCount(0, {}), eightCount(2, {})] });
    const before = weakestSpots([low, low])[0]?.weakness ?? 0;
    expect(weakestSpots([low, low, good])[0]?.weakness).toBeLessThan((before * 2) / 3);
    expect(weakestSpots([low, ...Array.from({ length: WEAKEST.takes }, () => good)])).toEqual([]);
  });
  test("a clean dance has no weak spot", () => {
    expect(weakestSpots([takeResult({ eightCounts: [eightCount(0, {})] })])).toEqual([]);
  });
});
