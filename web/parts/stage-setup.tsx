import { Armchair, Camera as CameraIcon, Play } from "lucide-react";
import type { ReactElement } from "react";
import { Link } from "wouter";
import type { SetupHint } from "#dance/practice/framing.ts";
import type { Framing } from "../stage/index.ts";
import { useWords } from "../state/language.ts";
import { turn, useSwitches } from "../state/switches.ts";
import type { Words } from "../words/index.ts";
import { VisitNote } from "./stage-notes.tsx";
import { Sheet } from "./stage-sheet.tsx";

interface AskProps {
  readonly back: string;
  /** What the way back is called; to the routine if not given. */
  readonly label?: string;
  readonly onAllow: () => void;
}

/** Before the browser asks: what the camera is for, in plain words. */
export function AskCamera({ back, label, onAllow }: AskProps): ReactElement {
  const { setup } = useWords();
  return (
    <Sheet title={setup.allow} say={setup.allowSay}>
      <button type="button" className="btn go big" onClick={onAllow}>
        <CameraIcon aria-hidden />
        {setup.allowDo}
      </button>
      <Link className="btn big" href={back}>
        {label ?? setup.back}
      </Link>
    </Sheet>
  );
}

interface StandReadyProps {
  readonly framing: Framing;
  readonly hint: SetupHint | null;
  readonly onStart: () => void;
  readonly again: boolean;
}

/** The dancer sees herself: is all of her in the picture, then go. */
export function StandReady({ framing, hint, onStart, again }: StandReadyProps): ReactElement {
  const words = useWords();
  const { stage, practice } = words;
  const { seated } = useSwitches();
  const [title, say] = placeWords(words, framing, hint, seated);
  return (
    <section className={`st-ready ${hint ?? framing}`}>
      <div role="status">
        <h2>{title}</h2>
        <p>{say}</p>
        <VisitNote />
      </div>
      <div className="st-go">
        <button type="button" className="btn big sit" aria-pressed={seated} onClick={() => turn({ seated: !seated })}>
          <Armchair aria-hidden />
          {practice.seated}
        </button>
        <button type="button" className="btn go big" onClick={onStart}>
          <Play fill="currentColor" aria-hidden />
          {again ? stage.again : stage.start}
        </button>
      </div>
    </section>
  );
}

/** What is said of the dancer's place: a title and what to do. Who sits is never asked for feet or a step. */
export function placeWords(
  { setup, hints, sitting }: Words,
  framing: Framing,
  hint: SetupHint | null,
  seated: boolean,
): readonly [string, string] {
  if (seated && hint === null && framing === "whole") return sitting.whole;
  if (seated && hint !== null && hint !== "dark" && hint !== "feet") return sitting[hint];
  if (hint !== null && framing !== "no-legs") return hints[hint];
  return [setup[framing], setup[`${framing}Say`]];
}
