import { describe, expect, test } from "vitest";
import { poseAt } from "#dance/choreo/capture.ts";
import type { Draft } from "#dance/choreo/draft.ts";
import { keyframeOn, takePose } from "#dance/choreo/edit/keyframes.ts";
import { setTempo } from "#dance/choreo/edit/tempo.ts";
import { setScored } from "#dance/choreo/edit/unscored.ts";
import { choreographyOf } from "#dance/choreo/publication.ts";
import { suggestKeyframes } from "#dance/choreo/suggest.ts";
import { timeOfCount } from "#dance/music/tempo.ts";
import { AT } from "#dance/pose/keypoints.ts";
import { POSE_SIZE } from "#dance/pose/pose.ts";
import { lint } from "#dance/take/lint.ts";
import { draft, film, lantern } from "./drafts.ts";

const { tempo } = lantern;
const times = (of: Draft) =>
  of.tempo ? (of.positions[0]?.keyframes.map(({ count }) => timeOfCount(of.tempo as never, count)) ?? []) : [];
const plain = (of: Draft): Draft => ({
  ...of,
  positions: of.positions.map((p) => ({
    ...p,
    keyframes: p.keyframes.map((k) => ({ ...k, pose: poseAt(p.track, timeOfCount(tempo, k.count)).slice() })),
  })),
});

describe("another tempo", () => {
  test("twice as fast leaves every keyframe, section and gap at its song time", () => {
    const before = setScored(draft, 0, { from: 8, to: 16 }, false);
    const after = setTempo(before, { ...tempo, bpm: tempo.bpm * 2 });
    expect(times(after)).toEqual(times(before).map((time) => expect.closeTo(time, 6)));
    expect(after.counts).toBe(before.counts * 2);
    expect(after.sections.map(({ from, to }) => [from, to])).toEqual(
      before.sections.map(({ from, to }) => [from * 2, to * 2]),
    );
    expect(after.positions[0]?.unscored).toEqual([{ from: 16, to: 32 }]);
  });

  test("halved again it is what it was", () => {
    const twice = setTempo(draft, { ...tempo, bpm: tempo.bpm * 2 });
    const back = setTempo(twice, tempo);
    expect(back.positions[0]?.keyframes.map(({ count }) => count)).toEqual(lantern.keyframes.map(({ count }) => count));
    expect(back.sections).toEqual(draft.sections);
  });

  test("a first count nudged by a frame keeps the counts and takes poses anew, but for those taken from elsewhere", () => {
    const [some, other] = [4, 8].map((i) => lantern.keyframes[i]?.count) as [number, number];
    const elsewhere = timeOfCount(tempo, some) + 0.2;
    const before = takePose(plain(draft), 0, some, elsewhere);
    const after = setTempo(before, { ...tempo, firstBeat: tempo.firstBeat + 0.033 });
    const [a, b] = [before, after].map((of) => of.positions[0] as Draft["positions"][number]);
    expect(b?.keyframes.map(({ count }) => count)).toEqual(a?.keyframes.map(({ count }) => count));
    expect(keyframeOn(b as never, some)?.pose).toEqual(poseAt(a?.track ?? [], elsewhere));
    expect(keyframeOn(b as never, other)?.pose).toEqual(
      poseAt(b?.track ?? [], timeOfCount(after.tempo as never, other)),
    );
  });

  test("a first count without room for a count-in moves the song, not the dance in it", () => {
    const early = { ...tempo, firstBeat: 0.5 };
    const recorded = { ...film, recording: { seconds: 60, starts: 0, print: [] } };
    const after = setTempo(recorded, early);
    const shift = (4 * 60) / tempo.bpm - 0.5;
    expect(after.tempo?.firstBeat).toBeCloseTo((4 * 60) / tempo.bpm, 2);
    expect(after.recording?.starts).toBeCloseTo(shift, 2);
    expect(after.positions[0]?.track[0]?.time).toBeCloseTo(shift, 2);
  });

  test("that no body dances changes nothing", () => {
    for (const bpm of [0, 29, 301, Number.NaN]) expect(setTempo(draft, { bpm, firstBeat: 3 })).toBe(draft);
  });
});

describe("keyframes suggested", () => {
  const suggested = setTempo(film, tempo);
  const keyframes = suggested.positions[0]?.keyframes ?? [];

  test("with the first tempo: most of those that its author wrote, on counts and half counts", () => {
    const theirs = new Set(lantern.keyframes.map(({ count }) => count));
    const found = keyframes.filter(({ count }) => theirs.has(count)).length;
    expect(found / theirs.size).toBeGreaterThan(0.8);
    expect(keyframes.every(({ count }) => Number.isInteger(count * 2))).toBe(true);
    expect(keyframes.every(({ weight }) => weight >= 0.3 && weight <= 1.5)).toBe(true);
  });

  test("make a routine on which standing still earns nothing", () => {
    const made = choreographyOf(suggested, 0);
    expect(made.ok && lint(made.value, -1)).toMatchObject({ rankable: true });
    const findings = made.ok ? lint(made.value, -1).findings : [];
    expect(findings.filter(({ code }) => code !== "still-pays")).toEqual([]);
  });

  test("weigh a pose that is hit and held more than one that is passed through", () => {
    const still = new Float32Array(POSE_SIZE).map((_, i) =>
      i % 3 === 2 ? 1 : Math.floor(i / 3) * (i % 3 === 0 ? 0.013 : 0.05),
    );
    const arm = (turn: number) => {
      const pose = still.slice();
      for (const [side, way] of [
        ["left", 1],
        ["right", -1],
      ] as const)
        for (const [i, joint] of (["elbow", "wrist"] as const).entries()) {
          const at = AT[`${side}_shoulder`] * 3;
          const far = 0.1 * (i + 1);
          const [x, y] = [(pose[at] ?? 0) + way * Math.cos(turn) * far, (pose[at + 1] ?? 0) + Math.sin(turn) * far];
          pose.set([x, y, 1], AT[`${side}_${joint}`] * 3);
        }
      return pose;
    };
    // Counts 1 to 4 flow at one speed; from 5 on each count is hit and held.
    const turnAt = (count: number) => {
      if (count < 4) return count * 1.2;
      const since = count - Math.floor(count);
      return 4.8 + (Math.floor(count) - 4) * 1.2 + 1.2 * Math.min(1, Math.max(0, (since - 0.5) / 0.5));
    };
    const track = Array.from({ length: 30 * 5 }, (_, i) => ({ time: i / 30, pose: arm(turnAt(i / 15)) }));
    const weights = suggestKeyframes(track, { bpm: 120, firstBeat: 0 }, 9).filter(({ count }) =>
      Number.isInteger(count),
    );
    const mean = (of: typeof weights) => of.reduce((sum, { weight }) => sum + weight, 0) / of.length;
    expect(mean(weights.filter(({ count }) => count > 5))).toBeGreaterThan(
      mean(weights.filter(({ count }) => count > 0 && count < 4)) + 0.2,
    );
  });

  test("none where nobody is seen", () => {
    const unseen = film.positions[0]?.track.map(({ time }) => ({ time, pose: new Float32Array(POSE_SIZE) })) ?? [];
    expect(suggestKeyframes(unseen, tempo, 32)).toEqual([]);
    expect(suggestKeyframes([], tempo, 32)).toEqual([]);
  });
});
