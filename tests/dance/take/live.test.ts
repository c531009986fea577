import { describe, expect, test } from "vitest";
import { snapPose, snapTime } from "#dance/pose/pose.ts";
import { decodeReplay, encodeReplay } from "#dance/replay/codec.ts";
import { prepare, WHOLE } from "#dance/scoring/reference.ts";
import type { Judgement } from "#dance/scoring/result.ts";
import { rejudge } from "#dance/take/rejudge.ts";
import { Take } from "#dance/take/take.ts";
import { perform, routine } from "../../fixtures/performance.ts";

const ROUTINE = routine(1);
const REFERENCE = prepare(ROUTINE, WHOLE);
const FRAMES = perform(ROUTINE.track, { late: 0.05, wobble: 0.05, amplitude: 0.9, noise: 0.006, lost: 0.05 });

describe("judged while it is danced", () => {
  test("live and from its replay a take is worth the same to the letter", () => {
    const take = new Take(REFERENCE, { mirror: false, seated: false });
    const heard = FRAMES.flatMap((frame) => take.feed(frame));
    const result = take.result();
    expect(JSON.stringify(result)).toBe(JSON.stringify(rejudge(REFERENCE, FRAMES, { mirror: false, seated: false })));
    expect(heard).toEqual(result.judgements);
    expect([take.ended, take.combo]).toEqual([true, result.judgements.at(-1)?.combo]);
  });

  test("the columns of a replay are judged as its frames are, whatever the frames a second and the times", () => {
    for (const [fps, every] of [
      [30, 1],
      [15, 3],
      [7, 2],
      [60, 9],
    ] as const) {
      const danced = perform(ROUTINE.track, { fps, noise: 0.01, lost: 0.1, late: 0.1 });
      const holes = danced.filter(({ time }, i) => i % every !== 2 && Math.floor(time / 2) % 5 !== 3);
      const odd = holes.map((frame, i) => (i % 50 === 49 ? { ...frame, time: holes[i - 3]?.time ?? 0 } : frame));
      const settings = { mirror: fps === 15, seated: fps === 7 };
      const terms = { version: "5f".repeat(32), section: -1, rate: 1, ...settings, takeId: "columns" };
      const sent = decodeReplay(encodeReplay({ ...terms, frames: odd }));
      if (!sent.ok) throw new Error(sent.problem.message);
      const take = new Take(REFERENCE, settings);
      for (const frame of odd) take.feed(frame);
      expect(rejudge(REFERENCE, sent.value.columns, settings)).toEqual(take.result());
    }
  });

  test("takes that are judged again in between do not disturb one another, nor one that is danced", () => {
    const settings = { mirror: false, seated: false };
    const other = perform(ROUTINE.track, { amplitude: 0.4, noise: 0.02, seed: 5 });
    const alone = [rejudge(REFERENCE, FRAMES, settings), rejudge(REFERENCE, other, settings)];
    const take = new Take(REFERENCE, settings);
    for (const [i, frame] of FRAMES.entries()) {
      take.feed(frame);
      if (i === 200) expect(rejudge(REFERENCE, other, settings)).toEqual(alone[1]);
    }
    expect(take.result()).toEqual(alone[0]);
  });

  test("a detector that says nonsense is judged alike live and from the bytes of its replay", () => {
    const broken = FRAMES.map(({ time, pose }, i) => {
      const odd = pose.slice();
      odd[7 * 3] = Number.NaN;
      if (i % 2) odd[10 * 3 + 1] = 20;
      return { time: snapTime(time), pose: snapPose(odd) };
    });
    const terms = { version: "5f".repeat(32), section: -1, rate: 1, mirror: false, seated: false, takeId: "nonsense" };
    const sent = decodeReplay(encodeReplay({ ...terms, frames: broken }));
    if (!sent.ok) throw new Error(sent.problem.message);
    const take = new Take(REFERENCE, { mirror: false, seated: false });
    for (const frame of broken) take.feed(frame);
    const live = take.result();
    expect(JSON.stringify(rejudge(REFERENCE, sent.value.frames, { mirror: false, seated: false }))).toBe(
      JSON.stringify(live),
    );
    expect(live.limbs.left_arm?.shape ?? 0).toBeLessThan(1);
    expect(live.coverage).toBeLessThan(1);
  });

  test("asking for the result in the middle changes nothing", () => {
    const take = new Take(REFERENCE, { mirror: false, seated: false });
    for (const [i, frame] of FRAMES.entries()) {
      take.feed(frame);
      if (i === 300) expect(take.result().score).toBeGreaterThan(0);
    }
    expect(JSON.stringify(take.result())).toBe(
      JSON.stringify(rejudge(REFERENCE, FRAMES, { mirror: false, seated: false })),
    );
  });

  test("every word comes within 250 ms after its count, at 30 and at 15 frames a second", () => {
    for (const step of [1, 2]) {
      const take = new Take(REFERENCE, { mirror: false, seated: false });
      let told = 0;
      for (const frame of FRAMES.filter((_, i) => i % step === 0))
        for (const judgement of take.feed(frame)) {
          const due = REFERENCE.keyframes[judgement.keyframe]?.time ?? 0;
          expect(frame.time - due).toBeGreaterThan(0);
          expect(frame.time - due).toBeLessThanOrEqual(0.25);
          told++;
        }
      expect(told).toBe(REFERENCE.keyframes.length);
    }
  });

  test("a word does not depend on what is danced after it", () => {
    const cut = 400;
    const other = [...FRAMES.slice(0, cut), ...perform(ROUTINE.track, { amplitude: 0 }).slice(cut)];
    const heard = (frames: typeof FRAMES): Judgement[] => {
      const take = new Take(REFERENCE, { mirror: false, seated: false });
      return frames.slice(0, cut).flatMap((frame) => take.feed(frame));
    };
    expect(heard(other)).toEqual(heard(FRAMES));
    expect(heard(FRAMES).length).toBeGreaterThan(10);
  });

  test("somebody who stands still hears no praise, and the combo stays low", () => {
    const result = rejudge(REFERENCE, perform(ROUTINE.track, { amplitude: 0, noise: 0.003 }), {
      mirror: false,
      seated: false,
    });
    expect(result.words.perfect + result.words.great).toBe(0);
    expect(result.words.miss).toBeGreaterThan(REFERENCE.keyframes.length / 2);
  });

  test("who dances a constant moment late loses points by it", () => {
    const late = FRAMES.map((frame) => ({ ...frame, time: frame.time + 0.2 }));
    const straight = rejudge(REFERENCE, FRAMES, { mirror: false, seated: false });
    expect(rejudge(REFERENCE, late, { mirror: false, seated: false }).score).toBeLessThan(straight.score);
  });
});
