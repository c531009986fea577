import { type Channel, type Posture, SIDES, withChannels } from "../body/posture.ts";
import { ROLLS } from "../body/rolls.ts";
import type { Phrase } from "./phrase.ts";

type Channels = Partial<Record<Channel, number>>;
const set = (channels: Channels) => ({ posture: (p: Posture): Posture => withChannels(p, channels) });

/** Phrases of the trunk and head that have a side; the numbers are those of the left one. */
const SIDED: Readonly<Record<string, Channels>> = {
  "hips $": { hipsX: 0.09, hipTilt: -9 },
  "chest $": { slide: 17 },
  "lean $": { lean: 18 },
  "lean $ deep": { lean: 30 },
  "twist $": { twist: 30 },
  "turn $": { turn: 28 },
  "turn $ far": { turn: 62 },
  "look $": { look: 40 },
  "tilt $": { tilt: 22 },
};

/** Phrases without a side. `straight`, `centre` and `level` undo. */
const PLAIN: Readonly<Record<string, Channels>> = {
  "hips front": { hipsZ: 0.08, tuck: 12 },
  "hips back": { hipsZ: -0.1, tuck: -16, bend: 18 },
  "hips centre": { hipsX: 0, hipsZ: 0, hipTilt: 0, tuck: 0 },
  "chest front": { pop: 16, slide: 0 },
  "chest back": { pop: -16, slide: 0, bend: 8 },
  "chest centre": { pop: 0, slide: 0 },
  "lean front": { bend: 30 },
  "lean front deep": { bend: 58 },
  "lean back": { bend: -18 },
  "lean centre": { lean: 0, bend: 0 },
  "twist centre": { twist: 0 },
  "turn front": { turn: 0 },
  "look front": { look: 0, nod: 0 },
  "look up": { nod: -24 },
  "look down": { nod: 28 },
  "tilt level": { tilt: 0 },
  "shoulders up": { shrugLeft: 24, shrugRight: 24 },
  "shoulders down": { shrugLeft: 0, shrugRight: 0 },
  "left shoulder up": { shrugLeft: 26 },
  "right shoulder up": { shrugRight: 26 },
};

const SIDEWAYS: ReadonlySet<string> = new Set(["hipsX", "hipTilt", "slide", "lean", "twist", "turn", "look", "tilt"]);
const mirrored = (channels: Channels): Channels =>
  Object.fromEntries(Object.entries(channels).map(([name, n]) => [name, SIDEWAYS.has(name) ? -n : n]));

const TRUNK_AT_REST: Channels = {
  hipsX: 0,
  hipsZ: 0,
  hipTilt: 0,
  tuck: 0,
  bend: 0,
  lean: 0,
  twist: 0,
  turn: 0,
  slide: 0,
  pop: 0,
  look: 0,
  nod: 0,
  tilt: 0,
  shrugLeft: 0,
  shrugRight: 0,
};

/** Hips, chest, lean, turn, head and rolls: every phrase about the trunk. */
export function* trunkPhrases(): Generator<Phrase> {
  for (const [name, channels] of Object.entries(SIDED))
    for (const side of SIDES) yield [name.replace("$", side), set(side === "left" ? channels : mirrored(channels))];
  for (const [name, channels] of Object.entries(PLAIN)) yield [name, set(channels)];
  yield ["body straight", set(TRUNK_AT_REST)];
  for (const roll of ROLLS) yield [`roll ${roll}`, { roll }];
}
