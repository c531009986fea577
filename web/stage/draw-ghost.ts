import { AT } from "#dance/pose/keypoints.ts";
import type { Pose } from "#dance/pose/pose.ts";
import type { Shown } from "#dance/practice/stand.ts";
import { drawBones } from "./bones.ts";
import type { Colours } from "./colours.ts";
import { type Place, seen, trunkLength } from "./geometry.ts";
import { Beside } from "./ghost.ts";
import { headCentre } from "./silhouette.ts";
import type { Surface } from "./surface.ts";
import { Teacher } from "./teacher.ts";
import type { GhostTake } from "./types.ts";

/** Seconds before its first frame and after its last in which a ghost is still shown. */
const LINGERS = 0.5;

/** Another take's skeleton on song time: dashed, thinner than the dancer's, with its name overhead. */
export class GhostPainter {
  private readonly surface: Surface;
  private readonly colours: Colours;
  private readonly ghost: GhostTake;
  private body: Teacher;
  private readonly beside = new Beside();
  private seenAt = 0;

  constructor(surface: Surface, colours: Colours, ghost: GhostTake, mirror: boolean) {
    this.surface = surface;
    this.colours = colours;
    this.ghost = ghost;
    this.body = new Teacher(ghost.frames, ghost.mirror !== mirror);
  }

  /** Who dances the mirror image beside one who does not sees them turned about. */
  setMirror(mirror: boolean): void {
    this.body = new Teacher(this.ghost.frames, this.ghost.mirror !== mirror);
  }

  /** A sighting of the dancer at a song time. */
  see(dancer: Pose | null, time: number, atMs: number, shown: Shown): void {
    if (dancer) this.beside.follow(dancer, this.body.at(time), (atMs - this.seenAt) / 1000, shown);
    this.seenAt = atMs;
  }

  paint(time: number, place: Place): void {
    const { frames, name } = this.ghost;
    const [first, last] = [frames[0]?.time ?? 0, frames.at(-1)?.time ?? 0];
    if (time < first - LINGERS || time > last + LINGERS) return;
    const pose = this.beside.put(this.body.at(time));
    const { pen, dot } = this.surface;
    const unit = trunkLength(pose) * place.size;
    const width = Math.max(2 * dot, 0.035 * unit);
    const dash = [width * 2.6, width * 2.2];
    drawBones(pen, pose, place, { line: this.colours["ink-2"], edge: this.colours.bg, width, dash });
    if (seen(pose, AT.nose)) this.paintName(name, headCentre(pose, place, unit), unit);
  }

  private paintName(name: string, [x, y]: readonly [number, number], unit: number): void {
    const { pen, dot } = this.surface;
    const size = Math.max(18 * dot, 0.16 * unit);
    pen.font = this.surface.font(780, size);
    pen.textAlign = "center";
    pen.textBaseline = "alphabetic";
    pen.lineJoin = "round";
    pen.lineWidth = size * 0.28;
    pen.strokeStyle = this.colours.bg;
    const [left, above] = [Math.min(Math.max(x, size), this.surface.width - size), Math.max(size, y - 0.34 * unit)];
    pen.strokeText(name, left, above);
    pen.fillStyle = this.colours.ink;
    pen.fillText(name, left, above);
    pen.textAlign = "start";
  }
}
