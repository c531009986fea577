import { useEffect, useState, useSyncExternalStore } from "react";
import { VoiceRecording } from "./voice-recording.ts";

/** The longest voice note, in seconds. */
export const VOICE_SECONDS = 60;

/** Records a voice of up to a minute in the browser; `voice` is what was said. Ends with the page. */
export function useRecorder() {
  const [recording] = useState(() => new VoiceRecording());
  const [seconds, setSeconds] = useState(0);
  const { state, voice } = useSyncExternalStore(recording.view.subscribe, recording.view.get, recording.view.get);
  const { start, stop, drop } = recording;
  useEffect(() => {
    if (state !== "recording") return;
    setSeconds(0);
    const began = performance.now();
    const timer = setInterval(() => {
      const gone = (performance.now() - began) / 1000;
      setSeconds(Math.min(VOICE_SECONDS, gone));
      if (gone >= VOICE_SECONDS) stop();
    }, 200);
    return () => clearInterval(timer);
  }, [state, stop]);
  useEffect(() => drop, [drop]);
  return { state, seconds, voice, start, stop, drop };
}
