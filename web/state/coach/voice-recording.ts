import { makeWatch } from "../../detector/watch.ts";

const KINDS = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus", "audio/webm"] as const;
const BITS = 48_000;

export interface VoiceView {
  readonly state: "idle" | "asking" | "recording" | "done" | "refused" | "missing";
  /** What was said. */
  readonly voice: Blob | null;
}

/** A kind of recording that this browser makes; null where it makes none. */
const kindHere = (): string | null =>
  typeof MediaRecorder === "undefined" ? null : (KINDS.find((kind) => MediaRecorder.isTypeSupported(kind)) ?? null);

const release = (stream: MediaStream | null): void => {
  for (const track of stream?.getTracks() ?? []) track.stop();
};

/** Records a voice. The microphone is open while that is going on and no longer, however it ends. */
export class VoiceRecording {
  readonly view = makeWatch<VoiceView>({ state: "idle", voice: null });
  private recorder: MediaRecorder | null = null;
  /** Whatever belongs to an earlier turn was dropped: nothing that comes of it is kept. */
  private turn = 0;

  /** Asks for the microphone and records from it. */
  readonly start = async (): Promise<void> => {
    const kind = kindHere();
    if (!kind || !navigator.mediaDevices?.getUserMedia) return this.view.set({ state: "missing", voice: null });
    this.drop();
    const { turn } = this;
    this.view.set({ state: "asking", voice: null });
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => null);
    if (turn !== this.turn) return release(stream);
    if (!stream) return this.view.set({ state: "refused", voice: null });
    try {
      this.record(stream, kind);
    } catch {
      release(stream);
      this.view.set({ state: "missing", voice: null });
    }
  };

  /** Ends it; what was said is kept. */
  readonly stop = (): void => {
    if (this.recorder?.state === "recording") this.recorder.stop();
  };

  /** Ends it and forgets what was said. */
  readonly drop = (): void => {
    this.turn++;
    this.stop();
    this.view.set({ state: "idle", voice: null });
  };

  private record(stream: MediaStream, kind: string): void {
    const { turn } = this;
    const pieces: Blob[] = [];
    const recorder = new MediaRecorder(stream, { mimeType: kind, audioBitsPerSecond: BITS });
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    recorder.onstop = () => {
      release(stream);
      if (turn !== this.turn) return;
      this.view.set({ state: "done", voice: new Blob(pieces, { type: kind.split(";")[0] ?? kind }) });
    };
    recorder.start();
    this.recorder = recorder;
    this.view.set({ state: "recording", voice: null });
  }
}
