import { AT, type LimbGroup } from "#dance/pose/keypoints.ts";
import { POSE_SIZE, type Pose } from "#dance/pose/pose.ts";
import { CHAINS } from "./chains.ts";
import { allSeen, hipsX, hipsY, shouldersX, shouldersY, trunkLength, X, Y } from "./geometry.ts";

/**
 * Where a limb should be: points from the dancer's own joint along the wanted directions, at the dancer's size.
 * `out` gets x, y pairs in the dancer's unit; answers how many points, 0 where the root is not seen.
 */
export function aimLimb(dancer: Pose, wanted: Pose, limb: LimbGroup, out: Float32Array): number {
  const scale = trunkLength(dancer) / trunkLength(wanted);
  if (limb === "torso" || limb === "head") return aimMiddle(dancer, wanted, limb, scale, out);
  const chain = CHAINS[limb];
  const [root] = chain;
  if (!allSeen(dancer, [root])) return 0;
  out[0] = X(dancer, root);
  out[1] = Y(dancer, root);
  for (let i = 1; i < chain.length; i++) {
    const [from, to] = [chain[i - 1] as number, chain[i] as number];
    out[i * 2] = (out[i * 2 - 2] as number) + (X(wanted, to) - X(wanted, from)) * scale;
    out[i * 2 + 1] = (out[i * 2 - 1] as number) + (Y(wanted, to) - Y(wanted, from)) * scale;
  }
  return chain.length;
}

/** The trunk from the hips, or the head from the shoulders. */
function aimMiddle(dancer: Pose, wanted: Pose, limb: "torso" | "head", scale: number, out: Float32Array): number {
  const torso = limb === "torso";
  const roots = torso ? [AT.left_hip, AT.right_hip] : [AT.left_shoulder, AT.right_shoulder];
  if (!allSeen(dancer, roots)) return 0;
  const [fromX, fromY] = torso ? [hipsX, hipsY] : [shouldersX, shouldersY];
  const toX = torso ? shouldersX(wanted) : X(wanted, AT.nose);
  const toY = torso ? shouldersY(wanted) : Y(wanted, AT.nose);
  out[0] = fromX(dancer);
  out[1] = fromY(dancer);
  out[2] = fromX(dancer) + (toX - fromX(wanted)) * scale;
  out[3] = fromY(dancer) + (toY - fromY(wanted)) * scale;
  return 2;
}

/** Seconds in which the ghost's home follows the dancer; slow, so that it moves as the reference moves, not as she does. */
const HOME_SECONDS = 2.5;

/** Keeps a reference pose over the dancer, at her size and where she dances. */
export class Ghost {
  readonly pose: Pose = new Float32Array(POSE_SIZE);
  private scale = 0;
  private homeX = 0;
  private homeY = 0;

  /** Learns from a sighting; `seconds` since the last one. */
  follow(dancer: Pose, reference: Pose, seconds: number): void {
    if (!allSeen(dancer, [AT.left_hip, AT.right_hip, AT.left_shoulder, AT.right_shoulder])) return;
    const scale = trunkLength(dancer) / trunkLength(reference);
    const [x, y] = [hipsX(dancer) - hipsX(reference) * scale, hipsY(dancer) - hipsY(reference) * scale];
    const share = this.scale === 0 ? 1 : Math.min(1, seconds / HOME_SECONDS);
    this.scale += share * (scale - this.scale);
    this.homeX += share * (x - this.homeX);
    this.homeY += share * (y - this.homeY);
  }

  /** Puts a reference pose in place; false before the dancer was seen. */
  put(reference: Pose): boolean {
    if (this.scale === 0) return false;
    for (let i = 0; i < POSE_SIZE; i += 3) {
      this.pose[i] = this.homeX + (reference[i] ?? 0) * this.scale;
      this.pose[i + 1] = this.homeY + (reference[i + 1] ?? 0) * this.scale;
      this.pose[i + 2] = reference[i + 2] ?? 0;
    }
    return true;
  }
}
