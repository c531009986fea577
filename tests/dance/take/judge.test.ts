import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { type PoseFrame, snapPose } from "#dance/pose/pose.ts";
import { judgeLine } from "../../../scripts/judge-line.ts";
import { perform, routine } from "../../fixtures/performance.ts";

const ROUTINE = routine(0);
const track = (frames: readonly PoseFrame[], fps = 30) => ({ fps, frames: frames.map(({ pose }) => [...pose]) });
const REFERENCE = track(perform(ROUTINE.track));
const TEMPO = { bpm: ROUTINE.tempo.bpm, firstBeat: 0 };
const line = (over: Record<string, unknown> = {}) =>
  JSON.stringify({ id: "a", reference: REFERENCE, take: REFERENCE, tempo: TEMPO, mirror: false, ...over });
const judge = (over: Record<string, unknown> = {}) => judgeLine(line(over)) as Record<string, unknown>;
const code = (over: Record<string, unknown>) =>
  (judge(over).problem as { code: string; message: string } | undefined)?.code;

describe("npm run judge", () => {
  test("a reference judged against itself has 100 points, no lag and every limb", () => {
    const answer = judge();
    expect(answer).toMatchObject({
      id: "a",
      score: 100,
      offset: 0,
      shape: 100,
      energy: 100,
      coverage: 1,
      mirrored: false,
    });
    expect(Object.keys(answer.limbs as object).sort()).toEqual([
      "head",
      "left_arm",
      "left_leg",
      "right_arm",
      "right_leg",
      "torso",
    ]);
  });

  test("without a tempo it judges every half second; a late dancer's offset is told", () => {
    const answer = judge({ tempo: null, take: track(perform(ROUTINE.track, { late: 0.2, noise: 0.004 })) });
    expect(answer.offset).toBeCloseTo(0.2, 1.6);
    expect(answer.score).toBeLessThan(99);
  });

  test.each([0.001, 480, 2160])("a take counts the same when a picture height is %d units long", (unit) => {
    const amateur = track(perform(ROUTINE.track, { late: 0.1, noise: 0.006 }));
    const inUnits = {
      fps: 30,
      frames: amateur.frames.map((frame) => frame.map((v, at) => (at % 3 === 2 ? v : v * unit + unit))),
    };
    const score = judge({ take: amateur }).score as number;
    expect(judge({ take: inUnits }).score).toBeCloseTo(score, 0);
    expect(judge({ take: inUnits, reference: inUnits }).score).toBeGreaterThan(99.9);
  });

  test("an id comes back as it was given, also a number and also with a problem", () => {
    expect(judge({ id: 7 })).toMatchObject({ id: 7, score: 100 });
    expect(judge({ id: 7, take: null })).toMatchObject({ id: 7, problem: { code: "track-malformed" } });
  });

  test("a dancer who sits is judged without legs when the line says so", () => {
    const sitting = track(perform(ROUTINE.track, { hidden: [13, 14, 15, 16] }));
    expect(judge({ take: sitting, seated: true })).toMatchObject({
      score: 100,
      coverage: 1,
      limbs: { left_leg: null },
    });
    expect(judge({ take: sitting }).coverage).toBeLessThan(0.95);
  });

  test("asked for help it says how it is called, and reads nothing", () => {
    const { stdout, status } = spawnSync(process.execPath, ["scripts/judge.ts", "--help"], { encoding: "utf8" });
    expect([stdout.startsWith("npm run --silent judge < "), status]).toEqual([true, 0]);
  });

  test("times may stand in place of fps", () => {
    const timed = { times: REFERENCE.frames.map((_, i) => i / 30), frames: REFERENCE.frames };
    expect(judge({ reference: timed, take: timed }).score).toBe(100);
  });

  test("frames and keypoints that were not seen are unseen, never a point", () => {
    expect(judge({ take: { fps: 30, frames: REFERENCE.frames.map(() => []) } })).toMatchObject({
      score: 0,
      offset: null,
      coverage: 0,
    });
    expect(judge({ take: { fps: 30, frames: [] } })).toMatchObject({ score: 0, coverage: 0 });
    expect(judge({ take: { fps: 30, frames: REFERENCE.frames.map((frame) => frame.map(() => null)) } })).toMatchObject({
      score: 0,
    });
    const legless = track(perform(ROUTINE.track, { hidden: [13, 14, 15, 16] }));
    expect(judge({ take: legless }).limbs).toMatchObject({ left_leg: null, right_leg: null });
  });

  test("what cannot be judged is a problem with words", () => {
    const still = { fps: 30, frames: REFERENCE.frames.map(() => REFERENCE.frames[0] ?? []) };
    const backwards = { times: REFERENCE.frames.map((_, i) => (i === 9 ? 0 : i / 30)), frames: REFERENCE.frames };
    expect(code({ reference: still })).toBe("reference-still");
    expect(code({ reference: { fps: 30, frames: [] } })).toBe("track-empty");
    expect(code({ reference: { fps: 30, frames: REFERENCE.frames.slice(0, 1) } })).toBe("track-empty");
    expect(code({ reference: { fps: 30, frames: REFERENCE.frames.map(() => []) } })).toBe("reference-unseen");
    expect(code({ take: backwards })).toBe("times-backwards");
    expect(code({ take: { fps: 0, frames: [] } })).toBe("fps-out-of-range");
    expect(code({ take: { fps: 30, frames: [[1, 2, 3]] } })).toBe("frame-malformed");
    expect(code({ take: null })).toBe("track-malformed");
    for (const bpm of [0, -120, 1000, Number.MAX_VALUE])
      expect(code({ tempo: { bpm, firstBeat: 0 } })).toBe("tempo-out-of-range");
    expect(code({ tempo: { bpm: 120, firstBeat: 1e300 } })).toBe("tempo-out-of-range");
    expect(code({ tempo: "fast" })).toBe("tempo-malformed");
    expect(code({ seated: 1 })).toBe("seated-not-boolean");
    expect(judge({ id: null })).toMatchObject({ id: null, problem: { code: "id-missing" } });
    expect(judgeLine("{")).toMatchObject({ id: null, problem: { code: "not-json" } });
  });

  test("lines are answered in order, bad ones too, and the exit says whether there were any", () => {
    const stand = track(
      ROUTINE.track.map(({ time }) => ({ time, pose: snapPose(ROUTINE.track[0]?.pose ?? new Float32Array(51)) })),
    );
    const run = (input: string) => spawnSync(process.execPath, ["scripts/judge.ts"], { input, encoding: "utf8" });
    const mixed = run(`${line({ id: "1" })}\nnonsense\n${line({ id: "2", take: stand })}\n`);
    const answers = mixed.stdout
      .trim()
      .split("\n")
      .map((text) => JSON.parse(text));
    expect(answers.map((answer) => answer.id)).toEqual(["1", null, "2"]);
    expect([answers[0].score, answers[2].score < 2, mixed.status]).toEqual([100, true, 1]);
    expect(run(`${line()}\n`).status).toBe(0);
    const turned = run(`${line({ id: "2", take: stand })}\n${line({ id: "1" })}\n`)
      .stdout.trim()
      .split("\n");
    expect(turned.map((text) => JSON.parse(text))).toEqual([answers[2], answers[0]]);
  });
});
