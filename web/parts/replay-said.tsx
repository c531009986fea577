import { X } from "lucide-react";
import type { ReactElement } from "react";
import type { LimbGroup } from "#dance/pose/keypoints.ts";
import type { Judgement } from "#dance/scoring/result.ts";
import { useWords } from "../state/language.ts";
import type { Words } from "../words/index.ts";
import { faultWords } from "../words/insight.ts";
import { wholeMs } from "../words/numbers.ts";
import { Glyph } from "./marks.tsx";

/** Seconds early or late from which a take is laid over the teacher visibly. */
const LAID = 0.02;

/** What was off on a count, in words: when it came, where all are as late as they were; of one limb where one is pointed out. */
function offText(words: Words, { word, faults, offset }: Judgement, limb: LimbGroup | null, late: boolean): string {
  if (word === "unseen") return words.replay.unseen;
  if (late) return lateText(words, offset);
  const meant = faults.filter((fault) => limb === null || fault.limb === limb).slice(0, 2);
  if (meant.length > 0) return meant.map((fault) => faultWords(words, fault)).join(" · ");
  return limb === null ? words.replay.clean : words.watch.limbClean(words.names.limb[limb]);
}

/** How early or late a count came. */
function lateText({ result, replay }: Words, offset: number | null): string {
  if (offset === null) return replay.still;
  const ms = wholeMs(offset);
  return ms === 0 ? result.onTime : (offset < 0 ? result.axisEarly : result.axisLate)(ms);
}

/** The judgement and what was off, for who does not see it. */
export const saidText = (words: Words, judgement: Judgement | null, limb: LimbGroup | null, late: boolean): string =>
  judgement ? `${words.names.judgement[judgement.word]}. ${offText(words, judgement, limb, late)}` : "";

interface SaidProps {
  readonly judgement: Judgement | null;
  /** The limb that is pointed out, if one is. */
  readonly limb: LimbGroup | null;
  /** Everybody is as late as they were. */
  readonly late: boolean;
  readonly onClear: () => void;
}

/** What was judged on the count shown, in words, and which limb is pointed out. */
export function Said({ judgement, limb, late, onClear }: SaidProps): ReactElement {
  const words = useWords();
  return (
    <div className="row between said-row">
      {judgement ? (
        <p className={`said ${judgement.word}`}>
          <Glyph word={judgement.word} />
          <b>{words.names.judgement[judgement.word]}</b>
          <span>{offText(words, judgement, limb, late)}</span>
        </p>
      ) : (
        <p className="said soft"> </p>
      )}
      {limb && (
        <button type="button" className="chip" onClick={onClear}>
          {words.names.limb[limb]}
          <X size={18} aria-hidden />
          <span className="vh">{words.watch.clear}</span>
        </button>
      )}
    </div>
  );
}

interface LagSaidProps {
  /** Seconds by which the take came late (+) or early (-) all through. */
  readonly lag: number;
  readonly late: boolean;
  readonly onLate: (late: boolean) => void;
}

/** Tells that a take which came late all through is laid over the teacher, and shows it as it was danced. */
export function LagSaid({ lag, late, onLate }: LagSaidProps): ReactElement | null {
  const { replay } = useWords();
  if (Math.abs(lag) < LAID && !late) return null;
  const ms = wholeMs(lag);
  return (
    <div className="row between">
      <p className="note">{late ? replay.asDancedSay : lag < 0 ? replay.laidLater(ms) : replay.laidEarlier(ms)}</p>
      <button type="button" className="chip" aria-pressed={late} onClick={() => onLate(!late)}>
        {replay.asDanced}
      </button>
    </div>
  );
}
