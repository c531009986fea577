import { describe, expect, test } from "vitest";
import { placeOf } from "#dance/practice/body.ts";
import type { Setup } from "#dance/practice/setup.ts";
import { show } from "./show.ts";
import { stick } from "./stick.ts";

describe("several people", () => {
  const hipsOf = (setup: Setup) => setup.dancer && placeOf(setup.dancer, "left_hip").x;
  const near = stick({ x: 0.95 });
  const far = stick({ x: 1.6 });
  const door = stick({ x: 0.15 });
  test("the one nearest the middle is kept, in whatever order they are seen", () => {
    for (const poses of [
      [near, far, door],
      [door, far, near],
    ]) {
      const { setup } = show(() => poses, 2);
      expect(setup).toMatchObject({ ready: true, people: 3 });
      expect(hipsOf(setup)).toBeCloseTo(placeOf(near, "left_hip").x);
    }
  });
  test("two who sway side by side do not swap", () => {
    const { seen } = show((t) => {
      const sway = 0.02 * Math.sin(6 * t);
      return [stick({ x: 0.7 + sway }), stick({ x: 1.08 + sway })];
    }, 4);
    const first = (hipsOf(seen[0] as Setup) ?? 0) < 0.89;
    expect(seen.every((s) => (hipsOf(s) ?? 0) < 0.89 === first)).toBe(true);
  });
  test("a detector of one body that leaps between two is told, until it has kept to one for a while", () => {
    const { seen, setup } = show((t) => [t < 3 && Math.floor(t * 2) % 2 === 1 ? far : near], 12);
    expect(seen.map(({ hint }) => hint)).toContain("alone");
    expect(setup).toMatchObject({ hint: null, ready: true });
    const behind = show((t) => [stick({ x: 0.95, torso: Math.floor(t * 2) % 2 === 1 ? 0.12 : 0.2 })], 4);
    expect(behind.setup.hint).toBe("alone");
  });
  test("one who walks in, sways, bows and leaves for a moment is alone", () => {
    const { seen } = show((t) => {
      const walked = Math.min(0.95, 0.3 + 0.5 * t);
      return t > 4 && t < 4.6 ? [] : [stick({ x: walked + 0.1 * Math.sin(7 * t) })];
    }, 7);
    expect(seen.map(({ hint }) => hint)).not.toContain("alone");
  });
  test("a coat on a chair, hardly seen, is nobody", () => {
    expect(show(() => [stick({ confidence: 0.06 }), near], 2).setup.people).toBe(1);
  });
});
