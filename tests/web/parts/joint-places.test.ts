import { expect, test } from "vitest";
import { AT } from "#dance/pose/keypoints.ts";
import { jointPlaces, nearestJoint } from "../../../web/parts/studio/joint-places.ts";
import { routine } from "../../fixtures/performance.ts";

const pose = routine(0).track[0]?.pose ?? new Float32Array(51);
const joints = jointPlaces(pose, { x0: 200, y0: 20, size: 300, flip: 1 } as never, 400);

test("a finger beside a joint takes the nearest one, and none where there is none", () => {
  const [x, y] = joints[AT.left_wrist] ?? [0, 0];
  expect(nearestJoint(joints, [x + 6, y + 6], 40)).toBe(AT.left_wrist);
  expect(nearestJoint(joints, [x + 500, y], 40)).toBeNull();
});

test("joints that nobody has seen can be taken hold of as well, each in a place of its own", () => {
  const row = jointPlaces(new Float32Array(51), { x0: 200, y0: 20, size: 300, flip: 1 } as never, 400);
  expect(new Set(row.map(String)).size).toBe(17);
  for (const [k, at] of row.entries()) expect(nearestJoint(row, at, 10)).toBe(k);
});
