import { PenLine, Undo2 } from "lucide-react";
import { type FormEvent, type ReactElement, type RefObject, useEffect, useId, useRef, useState } from "react";
import { countName } from "#dance/music/tempo.ts";
import { LIMB_GROUPS, type LimbGroup } from "#dance/pose/keypoints.ts";
import { DRAWING } from "#dance/practice/drawing.ts";
import { problemOf } from "../../api.ts";
import { usePinNote, useTemplates } from "../../state/coach/notes.ts";
import { useRecorder } from "../../state/coach/recorder.ts";
import { type Writing, writtenSince } from "../../state/coach/written.ts";
import { useWords } from "../../state/language.ts";
import { problemSentence } from "../../words/index.ts";
import { Templates } from "./templates.tsx";
import type { DeskState } from "./use-desk.ts";
import { VoiceRecorder } from "./voice.tsx";

/** Counts that a note may lie on, from where it is pinned. */
const LENGTHS = [0.5, 1, 2, 4, 8] as const;

interface ComposerProps {
  readonly takeId: string;
  readonly desk: DeskState;
  /** Counts of what was danced. */
  readonly from: number;
  readonly to: number;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** Whether a note that is there already is looked at instead. */
  readonly away: boolean;
  readonly onPinned: (id: string) => void;
}

/** Writes a note: the song stands still at the first keystroke, and the note is pinned there. */
export function Composer({ takeId, desk, from, to, field, away, onPinned }: ComposerProps): ReactElement {
  const words = useWords();
  const { notes: say, names } = words;
  const id = useId();
  const { templates, keep } = useTemplates();
  const [text, setText] = useState("");
  const [pin, setPin] = useState<{ readonly count: number; readonly time: number } | null>(null);
  const [length, setLength] = useState<number>(1);
  const [limb, setLimb] = useState<LimbGroup | null | undefined>(undefined);
  const [sent, setSent] = useState<string | null>(null);
  const recorder = useRecorder();
  const { state: voiceState, stop } = recorder;
  const write = usePinNote(takeId);
  const { drawing, setDrawing, pen, setPen, view } = desk;
  // No microphone is open where nobody sees that it is.
  useEffect(() => {
    if (away && voiceState === "recording") stop();
  }, [away, voiceState, stop]);
  // A note that is looked at meanwhile chooses a limb of its own; the one being written keeps its.
  const limbHere = useRef(view.limb);
  useEffect(() => {
    if (!away) limbHere.current = view.limb;
    else if (pin) setLimb((chosen) => (chosen === undefined ? limbHere.current : chosen));
  }, [away, pin, view.limb]);
  const hold = () => {
    const count = desk.freeze();
    const least = Math.min(to - 0.5, Math.max(from, Math.floor(count * 2) / 2));
    setPin({ count: least, time: desk.head.time.current });
    return least;
  };
  /** Pins where it is not pinned yet. */
  const held = () => pin?.count ?? hold();
  const about = limb === undefined ? view.limb : limb;
  const empty = text.trim() === "" && drawing.length === 0 && !recorder.voice;
  const speaks = voiceState === "recording" || voiceState === "asking";
  const now = useRef<Writing>({ text, drawing, voice: recorder.voice, speaks });
  now.current = { text, drawing, voice: recorder.voice, speaks };
  const clear = () => {
    setText("");
    setPin(null);
    setLimb(undefined);
    setSent(null);
    setDrawing([]);
    setPen(false);
    recorder.drop();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const count = held();
    const time = pin?.time ?? desk.head.time.current;
    const note = {
      from: count,
      to: Math.min(to, count + length),
      time,
      limb: about,
      text,
      drawing: drawing.length > 0 ? drawing : null,
    };
    const sending = now.current;
    const done = (pinned: string) => {
      const more = writtenSince(sending, now.current);
      if (!more) {
        clear();
        onPinned(pinned);
        return;
      }
      setSent(null);
      setText(more.text);
      setDrawing(more.drawing);
      if (!more.voice) recorder.drop();
    };
    write.mutate({ note, voice: recorder.voice, id: sent, onPinned: setSent }, { onSuccess: done });
  };
  return (
    <form className="stack composer" onSubmit={submit}>
      <div className="row between nowrap">
        <h2 className="h3">
          {say.write} <span className="num">{pin ? countName(pin.count) : ""}</span>
        </h2>
        {pin && !sent && (
          <button type="button" className="link" onClick={hold}>
            {say.repin}
          </button>
        )}
      </div>
      <textarea
        ref={field}
        rows={3}
        value={text}
        maxLength={2000}
        aria-label={say.text}
        placeholder={say.placeholder}
        onKeyDown={(e) => {
          if (!pin && e.key.length === 1 && !e.ctrlKey && !e.metaKey) hold();
        }}
        onChange={(e) => {
          held();
          setText(e.currentTarget.value);
        }}
      />
      <Templates
        {...{ templates, keep, text }}
        onUse={(template) => {
          held();
          setText(text.trim() ? `${text.trimEnd()} ${template}` : template);
          field.current?.focus();
        }}
      />
      <div className="two-fields">
        <div className="field">
          <label className="strong" htmlFor={`${id}-limb`}>
            {say.limb}
          </label>
          <select
            id={`${id}-limb`}
            value={about ?? ""}
            onChange={(e) => setLimb(LIMB_GROUPS.find((it) => it === e.currentTarget.value) ?? null)}
          >
            <option value="">{say.limbNone}</option>
            {LIMB_GROUPS.map((it) => (
              <option key={it} value={it}>
                {names.limb[it]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label className="strong" htmlFor={`${id}-length`}>
            {say.length}
          </label>
          <select id={`${id}-length`} value={length} onChange={(e) => setLength(Number(e.currentTarget.value))}>
            {LENGTHS.map((it) => (
              <option key={it} value={it}>
                {say.counts(it)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <div className="row">
        <button
          type="button"
          className="chip"
          aria-pressed={pen}
          disabled={!pen && drawing.length >= DRAWING.strokes}
          onClick={() => {
            held();
            setPen(!pen);
          }}
        >
          <PenLine size={18} aria-hidden />
          {pen ? say.drawEnd : say.draw}
        </button>
        {drawing.length > 0 && (
          <button type="button" className="btn plain" onClick={() => setDrawing(drawing.slice(0, -1))}>
            <Undo2 aria-hidden />
            {say.undo}
          </button>
        )}
        <VoiceRecorder it={recorder} />
      </div>
      {pen && <p className="note">{say.drawSay}</p>}
      {write.error && (
        <p className="trouble" role="alert">
          {sent ? say.voiceFailed : ""} {problemSentence(words, problemOf(write.error))}
        </p>
      )}
      <div className="row">
        <button type="submit" className="btn go" disabled={empty || write.isPending || recorder.state === "recording"}>
          {write.isPending ? say.pinning : say.pin}
        </button>
        {(!empty || pin) && (
          <button type="button" className="btn plain" onClick={clear}>
            {say.discard}
          </button>
        )}
      </div>
    </form>
  );
}
