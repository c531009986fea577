import type { DBSchema } from "idb";
import type { Recording } from "#dance/choreo/choreography.ts";
import type { Tempo } from "#dance/music/tempo.ts";
import { POSE_SIZE, type PoseFrame, type Track } from "#dance/pose/pose.ts";
import { database } from "../offline/database.ts";

/** A dance being danced in, as it began. */
export interface BegunDance {
  readonly id: string;
  /** ms since 1970. */
  readonly beganAt: number;
  /** Count 0 is where the dancer began. */
  readonly tempo: Tempo;
  /** The song it is danced to, kept as a recording under the same id; null for the metronome. */
  readonly song: (Recording & { readonly name: string }) | null;
}

/** What came since the piece before: frames from a song time on were forgotten, then these were danced. */
interface Piece {
  readonly dance: string;
  /** -Infinity where all before was forgotten; null where nothing was. */
  readonly from: number | null;
  /** Song time and pose of each frame, one after the other. */
  readonly frames: Float64Array;
}

interface Shelf extends DBSchema {
  dances: { key: string; value: BegunDance };
  pieces: { key: number; value: Piece; indexes: { dance: string } };
}

const FRAME_SIZE = 1 + POSE_SIZE;
/** Seconds of dance that are put away at once: what a closed tab may lose. */
const AT_ONCE = 0.4;
const LOCK = "eightcount.dance-in.";
/** Milliseconds after which a dance that was begun and never danced will not be danced any more. */
const STALE_MS = 3_600_000;

function pack(frames: readonly PoseFrame[]): Float64Array {
  const out = new Float64Array(frames.length * FRAME_SIZE);
  frames.forEach(({ time, pose }, i) => {
    out[i * FRAME_SIZE] = time;
    out.set(pose, i * FRAME_SIZE + 1);
  });
  return out;
}

/** The dance that its pieces tell, in the order in which they came. */
export function trackOf(pieces: readonly Pick<Piece, "from" | "frames">[]): Track {
  let track: PoseFrame[] = [];
  for (const { from, frames } of pieces) {
    if (from !== null) track = track.filter(({ time }) => time < from);
    for (let at = 0; at + FRAME_SIZE <= frames.length; at += FRAME_SIZE)
      track.push({ time: frames[at] as number, pose: Float32Array.from(frames.subarray(at + 1, at + FRAME_SIZE)) });
  }
  return track;
}

const shelf = database<Shelf>("eightcount-dance-in", (fresh) => {
  fresh.createObjectStore("dances", { keyPath: "id" });
  fresh.createObjectStore("pieces", { autoIncrement: true }).createIndex("dance", "dance");
});

/** Where frames are put; what fails there must not stop the dance. */
export type Put = (piece: Piece) => Promise<unknown>;
const putPiece: Put = async (piece) => {
  const both = (await shelf()).transaction(["dances", "pieces"], "readwrite");
  // What was forgotten in another tab does not come back.
  if ((await both.objectStore("dances").getKey(piece.dance)) === undefined) throw new Error(`${piece.dance} is gone`);
  await Promise.all([both.objectStore("pieces").add(piece), both.done]);
};

/** Puts a dance away while it is danced, piece by piece, in order. */
export class DanceLog {
  /** False once something could not be put away: a closed tab would lose the dance. */
  safe = true;
  private readonly dance: string;
  private readonly put: Put;
  private frames: PoseFrame[] = [];
  private from: number | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(dance: string, put: Put = putPiece) {
    this.dance = dance;
    this.put = put;
  }

  frame(frame: PoseFrame): void {
    this.frames.push(frame);
    if (frame.time - (this.frames[0]?.time ?? frame.time) >= AT_ONCE) void this.flush();
  }

  /** Frames from a song time on are forgotten; -Infinity: all. */
  rewound(from: number): void {
    void this.flush();
    this.from = from;
  }

  /** All that came so far is put away, or `safe` tells. */
  flush(): Promise<unknown> {
    const piece = { dance: this.dance, from: this.from, frames: pack(this.frames) };
    if (this.from === null && this.frames.length === 0) return this.last;
    this.from = null;
    this.frames = [];
    this.last = this.last
      .then(() => this.put(piece))
      .catch(() => {
        this.safe = false;
      });
    return this.last;
  }
}

/** Notes that a dance begins; false where the browser keeps nothing. */
export const beginDance = (dance: BegunDance): Promise<boolean> =>
  shelf()
    .then((it) => it.put("dances", dance))
    .then(
      () => true,
      () => false,
    );

/** What was danced so far; empty where nothing is kept. */
export async function danceTrack(id: string): Promise<Track> {
  return trackOf(await (await shelf()).getAllFromIndex("pieces", "dance", id).catch(() => []));
}

/** Forgets a dance: it became a draft, or is not wanted. */
export async function dropDance(id: string): Promise<void> {
  const both = (await shelf()).transaction(["dances", "pieces"], "readwrite");
  const pieces = both.objectStore("pieces");
  for (const key of await pieces.index("dance").getAllKeys(id)) await pieces.delete(key);
  await both.objectStore("dances").delete(id);
  await both.done;
}

/** Forgets all dances that did not become drafts. */
export async function dropAllDances(): Promise<void> {
  await shelf()
    .then((it) => Promise.all([it.clear("dances"), it.clear("pieces")]))
    .catch(() => undefined);
}

/** Holds a dance while this page has it, so that no other tab takes it for one that was left. Returns how to let go. */
export function holdDance(id: string): () => void {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  void navigator.locks?.request(LOCK + id, () => held);
  return () => letGo();
}

/** What closed tabs left behind, newest first: dances, and those that were begun and never danced. */
export async function leftDances(): Promise<{ readonly danced: readonly BegunDance[]; readonly empty: string[] }> {
  const locks = (await navigator.locks?.query())?.held ?? [];
  const held = new Set(locks.map(({ name }) => name));
  const danced: BegunDance[] = [];
  const empty: string[] = [];
  try {
    const it = await shelf();
    for (const dance of await it.getAll("dances")) {
      if (held.has(LOCK + dance.id)) continue;
      if ((await it.countFromIndex("pieces", "dance", dance.id)) > 0) danced.push(dance);
      else if (Date.now() - dance.beganAt > STALE_MS) empty.push(dance.id);
    }
  } catch {
    // Where nothing is kept, nothing was left.
  }
  return { danced: danced.sort((a, b) => b.beganAt - a.beganAt), empty };
}
