import { AT } from "#dance/pose/keypoints.ts";
import type { Pose } from "#dance/pose/pose.ts";
import type { LimbFault } from "#dance/scoring/result.ts";
import { aimLimb } from "./aim.ts";
import { type BoneStyle, drawBones } from "./bones.ts";
import type { Colours } from "./colours.ts";
import { drawSilhouette } from "./figure.ts";
import { coverPlace, type Place, type Placing, trunkLength } from "./geometry.ts";
import type { Surface } from "./surface.ts";

/** Limbs shown as off at once: more would be noise. */
const MOST_OFF = 2;
/** A limb that points this many degrees astray is drawn in the colour of a miss, less in that of an OK. */
const FAR_OFF = 45;

/** The camera as in a mirror, the ghost, the dancer's skeleton and where her limbs should be. */
export class PicturePainter {
  readonly place: Place = { x0: 0, y0: 0, size: 1, flip: -1 };
  private readonly placing: Placing;
  private readonly surface: Surface;
  private readonly colours: Colours;
  private readonly bones: { -readonly [name in keyof BoneStyle]: BoneStyle[name] };
  private readonly aimed = new Float32Array(6);
  private off: Partial<Record<LimbFault["limb"], string>> | null = null;
  private faults: readonly LimbFault[] = [];
  private wanted: Pose | null = null;

  constructor(surface: Surface, colours: Colours, placing: Placing = coverPlace) {
    this.placing = placing;
    this.surface = surface;
    this.colours = colours;
    this.bones = { line: colours.ink, edge: colours.bg, width: 4 };
  }

  /** Shows these limbs as off, and where `wanted` has them; until told otherwise. */
  mark(faults: readonly LimbFault[], wanted: Pose | null): void {
    this.faults = faults.filter(({ cause }) => cause === "direction" || cause === "small").slice(0, MOST_OFF);
    this.wanted = wanted;
    this.off = this.faults.length > 0 ? {} : null;
    for (const { limb, degrees } of this.faults) {
      if (this.off) this.off[limb] = degrees >= FAR_OFF ? this.colours.miss : this.colours.ok;
    }
  }

  /** Clears what lies over the camera picture, and learns where that picture lies. */
  clear(video: HTMLVideoElement): void {
    const { pen, width, height } = this.surface;
    const [w, h] = [video.videoWidth, video.videoHeight];
    this.placing(w > 0 && h > 0 ? w / h : width / height, width, height, this.place);
    pen.clearRect(0, 0, width, height);
  }

  /** The reference over the dancer, see-through. */
  paintGhost(pose: Pose): void {
    const { pen } = this.surface;
    pen.globalAlpha = 0.38;
    drawSilhouette(pen, pose, this.place, this.colours.ink);
    pen.globalAlpha = 1;
  }

  paintDancer(pose: Pose): void {
    const { pen, dot } = this.surface;
    const width = Math.max(3 * dot, 0.05 * trunkLength(pose) * this.place.size);
    this.bones.width = width;
    this.bones.off = this.off;
    for (const fault of this.faults) this.paintAim(pose, fault, width * 1.3);
    drawBones(pen, pose, this.place, this.bones);
  }

  /** A dashed line where the limb should be. */
  private paintAim(pose: Pose, { limb }: LimbFault, width: number): void {
    const points = this.wanted ? aimLimb(pose, this.wanted, limb, this.aimed) : 0;
    if (points === 0) return;
    const { pen } = this.surface;
    pen.beginPath();
    for (let i = 0; i < points; i++) {
      const [x, y] = [this.aimed[i * 2] ?? 0, this.aimed[i * 2 + 1] ?? 0];
      pen.lineTo(this.place.x0 + this.place.flip * x * this.place.size, this.place.y0 + y * this.place.size);
    }
    pen.lineCap = "butt";
    pen.setLineDash([width * 1.6, width * 1.2]);
    pen.strokeStyle = this.colours.bg;
    pen.lineWidth = width * 1.9;
    pen.stroke();
    pen.strokeStyle = this.colours.ink;
    pen.lineWidth = width;
    pen.stroke();
    pen.setLineDash([]);
  }

  /** Whether the dancer's head or hands are inside a box of the canvas. */
  covers(pose: Pose | null, left: number, top: number, right: number, bottom: number): boolean {
    if (!pose) return false;
    return [AT.nose, AT.left_wrist, AT.right_wrist, AT.left_elbow, AT.right_elbow].some((k) => {
      const x = this.place.x0 + this.place.flip * (pose[k * 3] ?? 0) * this.place.size;
      const y = this.place.y0 + (pose[k * 3 + 1] ?? 0) * this.place.size;
      return (pose[k * 3 + 2] ?? 0) > 0.3 && x > left && x < right && y > top && y < bottom;
    });
  }
}
