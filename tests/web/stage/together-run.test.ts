import { expect, test } from "vitest";
import { timeOfCount } from "#dance/music/tempo.ts";
import { prepare } from "#dance/scoring/reference.ts";
import { TogetherRun } from "../../../web/stage/together-run.ts";
import { perform, routine } from "../../fixtures/performance.ts";

const choreography = routine(0);
const section = choreography.sections.findIndex(({ kind }) => kind === "chorus");
const reference = prepare(choreography, section);

/** Never heard here. */
const song = {
  counted: true,
  view: { get: () => ({}), subscribe: () => () => undefined },
} as never;

test("who leaves the floor after an eight-count leaves a dance; after less there is nothing to tell", () => {
  const run = new TogetherRun({ song, choreography, reference, rate: 1 });
  expect(run.worthKeeping).toBe(false);
  const from = reference.from;
  const until = (counts: number) => {
    const end = timeOfCount(reference.tempo, Math.round(choreography.sections[section]?.from ?? 0) + counts);
    run.tracks = [0, 1].map((seed) =>
      perform(choreography.track, { seed }).filter(({ time }) => time >= from && time <= end + 0.05),
    );
  };
  until(6);
  expect(run.worthKeeping).toBe(false);
  until(9);
  expect(run.worthKeeping).toBe(true);
});
