import { useCallback, useEffect, useRef, useState } from "react";

/** The longest voice note, in seconds. */
export const VOICE_SECONDS = 60;
const KINDS = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus", "audio/webm"] as const;
const BITS = 48_000;

export type RecorderState = "idle" | "asking" | "recording" | "done" | "refused" | "missing";

/** A kind of recording that this browser makes; null where it makes none. */
const kindHere = (): string | null =>
  typeof MediaRecorder === "undefined" ? null : (KINDS.find((kind) => MediaRecorder.isTypeSupported(kind)) ?? null);

/** Records a voice of up to a minute in the browser; `voice` is what was said. */
export function useRecorder() {
  const [state, setState] = useState<RecorderState>("idle");
  const [seconds, setSeconds] = useState(0);
  const [voice, setVoice] = useState<Blob | null>(null);
  const recorder = useRef<MediaRecorder | null>(null);
  const stop = useCallback(() => {
    if (recorder.current?.state === "recording") recorder.current.stop();
  }, []);
  const drop = useCallback(() => {
    stop();
    setVoice(null);
    setState("idle");
  }, [stop]);
  const start = useCallback(async () => {
    const kind = kindHere();
    if (!kind || !navigator.mediaDevices?.getUserMedia) return setState("missing");
    setState("asking");
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => null);
    if (!stream) return setState("refused");
    const pieces: Blob[] = [];
    const it = new MediaRecorder(stream, { mimeType: kind, audioBitsPerSecond: BITS });
    it.ondataavailable = ({ data }) => pieces.push(data);
    it.onstop = () => {
      for (const track of stream.getTracks()) track.stop();
      setVoice(new Blob(pieces, { type: kind.split(";")[0] ?? kind }));
      setState("done");
    };
    recorder.current = it;
    it.start();
    setSeconds(0);
    setState("recording");
  }, []);
  useEffect(() => {
    if (state !== "recording") return;
    const began = performance.now();
    const timer = setInterval(() => {
      const gone = (performance.now() - began) / 1000;
      setSeconds(Math.min(VOICE_SECONDS, gone));
      if (gone >= VOICE_SECONDS) stop();
    }, 200);
    return () => clearInterval(timer);
  }, [state, stop]);
  useEffect(() => stop, [stop]);
  return { state, seconds, voice, start, stop, drop };
}
