import type { Colour } from "#dance/pose/follow.ts";
import { AT } from "#dance/pose/keypoints.ts";
import type { Pose } from "#dance/pose/pose.ts";

/** Places on the trunk, as shares across and down. */
const [ACROSS, DOWN] = [
  [0.25, 0.5, 0.75],
  [0.2, 0.4, 0.6],
];

/** The mean colour of what covers the trunk of a pose (picture heights); null where it lies outside of the picture. */
export function lookOf(pose: Pose, { data, width, height }: ImageData): Colour | null {
  const at = (k: number, axis: 0 | 1) => (pose[k * 3 + axis] as number) * height;
  const between = (axis: 0 | 1, x: number, y: number) => {
    const top = at(AT.right_shoulder, axis) * (1 - x) + at(AT.left_shoulder, axis) * x;
    const low = at(AT.right_hip, axis) * (1 - x) + at(AT.left_hip, axis) * x;
    return Math.round(top * (1 - y) + low * y);
  };
  const sum = [0, 0, 0] as [number, number, number];
  let n = 0;
  for (const x of ACROSS)
    for (const y of DOWN) {
      const [px, py] = [between(0, x, y), between(1, x, y)];
      if (!(px >= 0 && px < width && py >= 0 && py < height)) continue;
      for (let c = 0; c < 3; c++) (sum[c] as number) += (data[(py * width + px) * 4 + c] as number) / 255;
      n++;
    }
  return n > 0 ? [sum[0] / n, sum[1] / n, sum[2] / n] : null;
}
