import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { decodeChoreography, encodeChoreography } from "#dance/choreo/file.ts";
import type { Outcome } from "#dance/outcome.ts";
import { decodeReplay, encodeReplay } from "#dance/replay/codec.ts";
import { prepare } from "#dance/scoring/reference.ts";
import { RULES_VERSION, type TakeResult } from "#dance/scoring/result.ts";
import { rejudge } from "#dance/take/rejudge.ts";
import { type Manner, perform, routine } from "../../fixtures/performance.ts";

/**
 * Replays whose results hold for ever under one version of the rules. After raising RULES_VERSION, write them anew:
 *   GOLDEN=write npx vitest run --project dance golden
 */
const HOME = join(import.meta.dirname, "../../fixtures/replays");
const CHOREOGRAPHY = join(HOME, "routine.choreography");
interface Danced {
  readonly manner: Manner;
  readonly section: number;
  readonly mirror: boolean;
  readonly seated?: boolean;
}
const TAKES: Readonly<Record<string, Danced>> = {
  amateur: { manner: { late: 0.04, wobble: 0.08, amplitude: 0.8, noise: 0.008 }, section: -1, mirror: false },
  "late-section": { manner: { late: 0.22, noise: 0.006 }, section: 1, mirror: false },
  "legs-unseen": { manner: { hidden: [13, 14, 15, 16], noise: 0.006, lost: 0.05 }, section: -1, mirror: false },
  mirrored: { manner: { mirrored: true, noise: 0.006 }, section: -1, mirror: false },
  "mirrored-on-purpose": {
    manner: { mirrored: true, amplitude: 0.9, noise: 0.006, fps: 20 },
    section: -1,
    mirror: true,
  },
  seated: {
    manner: { hidden: [11, 12, 13, 14, 15, 16], amplitude: 0.9, late: 0.06, noise: 0.006 },
    section: -1,
    mirror: false,
    seated: true,
  },
  still: { manner: { amplitude: 0, noise: 0.004 }, section: -1, mirror: false },
};

const opened = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value;
};
const read = (file: string): Uint8Array => new Uint8Array(readFileSync(file));
const pathOf = (name: string, kind: string): string => join(HOME, `${name}.${kind}`);
const resultOf = (name: string): TakeResult => JSON.parse(readFileSync(pathOf(name, "result"), "utf8"));

/** Replays are made once and kept; results are written only where they are of an older version of the rules. */
function write(): void {
  if (!existsSync(CHOREOGRAPHY)) writeFileSync(CHOREOGRAPHY, encodeChoreography(routine(0)));
  const choreography = opened(decodeChoreography(read(CHOREOGRAPHY)));
  for (const [name, { manner, section, mirror, seated = false }] of Object.entries(TAKES)) {
    const terms = { version: "0".repeat(64), section, rate: 1, mirror, seated, takeId: name };
    if (!existsSync(pathOf(name, "replay")))
      writeFileSync(pathOf(name, "replay"), encodeReplay({ ...terms, frames: perform(choreography.track, manner) }));
    if (existsSync(pathOf(name, "result")) && resultOf(name).rules >= RULES_VERSION) continue;
    writeFileSync(pathOf(name, "result"), `${JSON.stringify(judge(name))}\n`);
  }
}

function judge(name: string): TakeResult {
  const { section, mirror, seated, frames } = opened(decodeReplay(read(pathOf(name, "replay"))));
  return rejudge(prepare(opened(decodeChoreography(read(CHOREOGRAPHY))), section), frames, { mirror, seated });
}

if (process.env.GOLDEN === "write") write();

describe("replays of old", () => {
  test("there is one of every kind", () => {
    expect(
      globSync("*.replay", { cwd: HOME })
        .map((file) => file.replace(".replay", ""))
        .sort(),
    ).toEqual(Object.keys(TAKES).sort());
  });

  test.each(Object.keys(TAKES))("%s is worth today what it was, or the rules have a new version", (name) => {
    const kept = resultOf(name);
    expect(kept.rules, "results are of an older version: write them anew").toBe(RULES_VERSION);
    expect(JSON.parse(JSON.stringify(judge(name)))).toEqual(kept);
  });

  test("they tell what they were made to tell", () => {
    const points = (name: string) => resultOf(name).score / 10_000;
    expect(resultOf("mirrored").mirrored).toBe(true);
    expect(resultOf("mirrored-on-purpose").mirrored).toBe(false);
    expect(resultOf("legs-unseen").limbs.left_leg).toBeNull();
    expect([resultOf("seated").coverage > 0.9, resultOf("seated").unseen]).toEqual([true, []]);
    expect(resultOf("late-section").lag).toBeCloseTo(0.22, 1.6);
    expect([points("still") < 2, points("mirrored") < 12, points("amateur") > 60, points("seated") > 80]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});
