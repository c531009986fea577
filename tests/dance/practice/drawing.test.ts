import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AT } from "#dance/pose/keypoints.ts";
import type { Pose } from "#dance/pose/pose.ts";
import { DRAWING, frameOf, fromBody, isDrawing, nearestSegment, toBody } from "#dance/practice/drawing.ts";
import { jack } from "../../fixtures/jacks.ts";

const UNIT = 0.22;
const pose = jack(0.3);

/** The pose turned about the origin, made larger and moved. */
function carried(of: Pose, degrees: number, scale: number, dx: number, dy: number): Pose {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const out = of.slice();
  for (let i = 0; i < out.length; i += 3) {
    const [x, y] = [of[i] ?? 0, of[i + 1] ?? 0];
    out[i] = scale * (x * cos - y * sin) + dx;
    out[i + 1] = scale * (x * sin + y * cos) + dy;
  }
  return out;
}

describe("what is drawn on a body", () => {
  const segment = nearestSegment(pose, (pose[AT.right_wrist * 3] ?? 0) - 0.01, pose[AT.right_wrist * 3 + 1] ?? 0, UNIT);
  test("belongs to the segment that it is nearest to", () => {
    expect(segment).toBe(2); // the right forearm
    expect(nearestSegment(new Float32Array(51), 0, 0, UNIT)).toBeNull();
  });
  test("lies where it was drawn, and goes along when the body moves, turns and grows", () => {
    const place = fc.double({ min: -0.5, max: 1.5, noNaN: true });
    const all = [
      place,
      place,
      fc.integer({ min: -90, max: 90 }),
      fc.double({ min: 0.5, max: 2, noNaN: true }),
    ] as const;
    fc.assert(
      fc.property(...all, (x, y, degrees, scale) => {
        const here = frameOf(pose, segment ?? 0, UNIT);
        const there = frameOf(carried(pose, degrees, scale, 0.3, -0.2), segment ?? 0, UNIT * scale);
        if (!here || !there) throw new Error("the forearm is seen");
        const point = toBody(here, x, y);
        const [px, py] = fromBody(here, ...point);
        expect(Math.hypot(px - x, py - y)).toBeLessThan(UNIT * DRAWING.grid);
        const [qx, qy] = fromBody(there, ...point);
        const [cx, cy] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
        expect(qx).toBeCloseTo(scale * (px * cx - py * cy) + 0.3, 3);
        expect(qy).toBeCloseTo(scale * (px * cy + py * cx) - 0.2, 3);
      }),
    );
  });
  test("is not shown where its segment is not seen", () => {
    const unseen = pose.slice();
    unseen[AT.right_wrist * 3 + 2] = 0;
    expect(frameOf(unseen, 2, UNIT)).toBeNull();
  });
});

test("what is no drawing is told from one", () => {
  expect(isDrawing([{ segment: 2, points: [0, 0, 1, 1] }])).toBe(true);
  expect(isDrawing([])).toBe(true);
  const stroke = { segment: 2, points: [0, 0, 1, 1] };
  for (const not of [
    null,
    {},
    "drawing",
    [null],
    [{ segment: 11, points: [0, 0, 1, 1] }],
    [{ segment: 0.5, points: [0, 0, 1, 1] }],
    [{ segment: 2, points: [0, 0] }],
    [{ segment: 2, points: [0, 0, 1] }],
    [{ segment: 2, points: [0, 0, 1, 9] }],
    [{ segment: 2, points: [0, 0, 1, Number.NaN] }],
    [{ segment: 2, points: [0, 0, 1, "<b>"] }],
    [{ segment: 2, points: Array.from({ length: 2 * DRAWING.points + 2 }, () => 0) }],
    Array.from({ length: DRAWING.strokes + 1 }, () => stroke),
  ])
    expect(isDrawing(not), JSON.stringify(not)).toBe(false);
});
