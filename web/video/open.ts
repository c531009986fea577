import { fail, type Outcome, ok } from "#dance/outcome.ts";
import type { Pose } from "#dance/pose/pose.ts";
import { inTurn } from "./in-turn.ts";
import { openPlayer, type Player } from "./player.ts";
import type { PackedFrames } from "./thread/frames.ts";
import type { FromThread, ToThread } from "./thread/messages.ts";
import type { ModelName, Preparing, VideoFacts, VideoProblem } from "./thread/types.ts";

/** What is told while a video is judged. */
export interface VideoEvents {
  readonly onPreparing: (preparing: Preparing) => void;
  /** Judged frames in rising order of time; `tensors` stays flat, or memory leaks. */
  readonly onFrames: (frames: PackedFrames, tensors: number) => void;
  /** What is being judged, now and then; the picture belongs to whoever listens. */
  readonly onGlimpse: (picture: ImageBitmap, poses: readonly Pose[]) => void;
}

export type VideoOutcome<T> = Outcome<T, VideoProblem>;

/** A video file on its way to poses. One thing at a time, in the order asked for; nothing of it leaves the device. */
export interface Video {
  /** What is known of the file; where the message of a problem names something, it is the codec. */
  open(): Promise<VideoOutcome<VideoFacts>>;
  /** How many dance, and so which model judges. */
  look(): Promise<VideoOutcome<ModelName>>;
  /** Judges every frame after a file time (-1 for all); `cut` where the file breaks off before its end. */
  judge(model: ModelName, after: number): Promise<VideoOutcome<{ readonly cut: boolean }>>;
  /** The picture at a file time, for the eye; null where there is none. */
  still(at: number): Promise<ImageBitmap | null>;
  /** Stops whatever is under way; nothing is told after. */
  close(): void;
}

type Answer<K extends FromThread["kind"]> = Extract<FromThread, { kind: K }>;

/** Opens a video file in a thread of its own; `play` makes the page play it, as where nothing decodes step by step. */
export function openVideo(file: File, events: VideoEvents, play = false): Video {
  const thread = new Worker(new URL("./thread/worker.ts", import.meta.url), { type: "module", name: "video" });
  let facts: VideoFacts | null = null;
  let player: Player | null = null;
  let open = true;
  let end = (_: VideoOutcome<never>): void => undefined;
  /** What whoever still waits is told when the video is closed. */
  const closed = new Promise<VideoOutcome<never>>((resolve) => {
    end = resolve;
  });
  const [thenAsk, thenSeek] = [inTurn(), inTurn()];

  /** One order, and the answer that ends it; the next is given only then. */
  function ask<K extends FromThread["kind"]>(order: ToThread, kind: K, move: Transferable[] = []) {
    const answered = (resolve: (answer: VideoOutcome<Answer<K>>) => void) => {
      thread.onmessage = ({ data }: MessageEvent<FromThread>) => {
        if (data.kind === "preparing") events.onPreparing(data.preparing);
        if (data.kind === "glimpse") events.onGlimpse(data.picture, data.poses);
        if (data.kind === "frames") events.onFrames(data.frames, data.tensors);
        if (data.kind === "problem") resolve(fail(data.problem, data.message));
        if (data.kind === kind) resolve(ok(data as Answer<K>));
      };
      thread.onerror = (event) => resolve(fail("video-stopped", event.message || "the thread did not start"));
      thread.postMessage(order, move);
    };
    return thenAsk(() => Promise.race([closed, new Promise(answered)]));
  }

  async function opened(): Promise<VideoOutcome<VideoFacts>> {
    const told = await ask({ kind: "open", file }, "facts");
    if (told.ok && told.value.facts.decodes && !play) {
      facts = told.value.facts;
      return ok(facts);
    }
    if (!told.ok && !MAY_PLAY.includes(told.problem.code)) return told;
    player = await openPlayer(file);
    if (!open) player?.close(); // closed meanwhile
    if (!player) return told.ok ? fail("video-undecodable", told.value.facts.codec) : told;
    facts = player.facts(told.ok ? told.value.facts : null);
    return ok(facts);
  }

  async function look(): Promise<VideoOutcome<ModelName>> {
    if (!facts) throw new Error("a video is opened before it is looked at");
    const pictures = player && (await player.probes());
    const found = await ask({ kind: "look", pictures, facts }, "model", pictures ?? []);
    return found.ok ? ok(found.value.model) : found;
  }

  async function judge(model: ModelName, after: number): Promise<VideoOutcome<{ readonly cut: boolean }>> {
    if (!facts) throw new Error("a video is opened before it is judged");
    if (!player) {
      const ended = await ask({ kind: "judge", model, from: after }, "end");
      return ended.ok ? ok({ cut: ended.value.cut }) : ended;
    }
    let broken: VideoOutcome<never> | null = null;
    const cut = await player.play(facts.read, after, async (picture, at) => {
      const seen = await ask({ kind: "see", model, picture, at }, "frames", [picture]);
      if (!seen.ok) broken = seen;
      return seen.ok && open;
    });
    return broken ?? ok({ cut });
  }

  return {
    open: opened,
    look,
    judge,
    still: async (at) => {
      const shown = player;
      if (shown) return thenSeek(() => shown.still(at));
      const answer = await ask({ kind: "still", at }, "still");
      return answer.ok ? answer.value.picture : null;
    },
    close: () => {
      open = false;
      end(fail("video-stopped", "closed"));
      thread.terminate();
      player?.close();
    },
  };
}

/** Files that the thread cannot read and the browser's own player perhaps can. */
const MAY_PLAY: readonly VideoProblem[] = ["video-unknown", "video-damaged"];
