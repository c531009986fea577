import { LIMB_GROUPS, type LimbGroup } from "../pose/keypoints.ts";
import type { Assessment } from "./assess.ts";
import type { Reference } from "./reference.ts";
import { RULES } from "./rules.ts";

const G = LIMB_GROUPS.length;
/** What dances with ends of its own. Head and trunk cannot be hidden alone; hips that a desk hides are nobody's fault. */
const ENDS: ReadonlySet<LimbGroup> = new Set(["left_arm", "right_arm", "left_leg", "right_leg"]);

/** Arms and legs that carry a real part of the points and were out of sight for most of them. */
export function hiddenLimbs({ weights }: Reference, { marks }: Assessment): LimbGroup[] {
  return LIMB_GROUPS.filter((limb, g) => {
    let [worth, seen] = [0, 0];
    weights.keyframes.forEach((weight, k) => {
      worth += weight * (marks.weight[k * G + g] as number);
      seen += weight * (marks.seen[k * G + g] as number);
    });
    return ENDS.has(limb) && worth >= RULES.limbWorth && seen < RULES.limbShown * worth;
  });
}
