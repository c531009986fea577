import { Mic, Square, Trash2 } from "lucide-react";
import { type ReactElement, useEffect, useMemo } from "react";
import { type useRecorder, VOICE_SECONDS } from "../../state/coach/recorder.ts";
import { useWords } from "../../state/language.ts";

/** A voice that is heard: fetched when it is played. */
export function Voice({ src, label }: { readonly src: string; readonly label: string }): ReactElement {
  // biome-ignore lint/a11y/useMediaCaption: what somebody just said has no captions
  return <audio className="voice" controls preload="none" src={src} aria-label={label} />;
}

/** Records a voice for a note, hears it again, throws it away. */
export function VoiceRecorder({ it }: { readonly it: ReturnType<typeof useRecorder> }): ReactElement {
  const { notes, n } = useWords();
  const { state, seconds, voice } = it;
  const src = useMemo(() => voice && URL.createObjectURL(voice), [voice]);
  useEffect(() => () => void (src && URL.revokeObjectURL(src)), [src]);
  if (state === "recording")
    return (
      <button type="button" className="btn rec" onClick={it.stop}>
        <Square fill="currentColor" aria-hidden />
        {notes.stopVoice}
        <span className="num">{`${n.duration(seconds)} / ${n.duration(VOICE_SECONDS)}`}</span>
      </button>
    );
  if (src)
    return (
      <div className="row nowrap grow">
        <Voice src={src} label={notes.voiceOf(notes.you)} />
        <button
          type="button"
          className="btn plain"
          aria-label={notes.dropVoice}
          title={notes.dropVoice}
          onClick={it.drop}
        >
          <Trash2 aria-hidden />
        </button>
      </div>
    );
  return (
    <>
      <button type="button" className="btn" disabled={state === "asking"} onClick={() => void it.start()}>
        <Mic aria-hidden />
        {notes.voice}
      </button>
      {(state === "refused" || state === "missing") && (
        <p className="note" role="alert">
          {state === "refused" ? notes.micRefused : notes.micMissing}
        </p>
      )}
    </>
  );
}
