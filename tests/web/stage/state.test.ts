import { expect, test } from "vitest";
import { nextStanding, SETUP, type StageEvent, underWay } from "../../../web/stage/state.ts";

const after = (...kinds: StageEvent["kind"][]) =>
  kinds.reduce(
    (now, kind) => nextStanding(now, kind === "pause" ? { kind, cause: "camera" } : ({ kind } as StageEvent)),
    SETUP,
  );

test("a dance goes from setup over the count-in to its end", () => {
  expect(after("start").state).toBe("count-in");
  expect(after("start", "counted-in").state).toBe("dancing");
  expect(after("start", "counted-in", "end").state).toBe("ended");
});

test("a camera pulled out in the middle pauses the dance, and says why", () => {
  expect(after("start", "counted-in", "pause")).toEqual({ state: "paused", pause: "camera" });
});

test("a paused dance goes on with a new count-in or is given up", () => {
  expect(after("start", "counted-in", "pause", "resume")).toEqual({ state: "count-in", pause: null });
  expect(after("start", "counted-in", "pause", "give-up").state).toBe("given-up");
});

test("a paused dance may be finished with what was danced, one under way may not", () => {
  expect(after("start", "counted-in", "pause", "finish").state).toBe("ended");
  expect(after("start", "counted-in", "finish").state).toBe("dancing");
});

test("after the end or giving up the dancer can start again", () => {
  expect(after("start", "counted-in", "end", "start").state).toBe("count-in");
  expect(after("start", "give-up", "start").state).toBe("count-in");
});

test("what makes no sense changes nothing", () => {
  const dancing = after("start", "counted-in");
  expect(nextStanding(dancing, { kind: "start" })).toBe(dancing);
  expect(nextStanding(SETUP, { kind: "pause", cause: "hidden" })).toBe(SETUP);
  expect(nextStanding(SETUP, { kind: "end" })).toBe(SETUP);
  const paused = after("start", "pause");
  expect(nextStanding(paused, { kind: "end" })).toBe(paused);
});

test("a take is under way from the count-in to its end, pauses included", () => {
  expect([SETUP, after("start"), after("start", "counted-in"), after("start", "pause")].map(underWay)).toEqual([
    false,
    true,
    true,
    true,
  ]);
  expect(underWay(after("start", "counted-in", "end"))).toBe(false);
});
