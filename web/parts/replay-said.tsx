import { X } from "lucide-react";
import type { ReactElement } from "react";
import type { LimbGroup } from "#dance/pose/keypoints.ts";
import type { Judgement } from "#dance/scoring/result.ts";
import { useWords } from "../state/language.ts";
import type { Words } from "../words/index.ts";
import { faultWords } from "../words/insight.ts";
import { Glyph } from "./marks.tsx";

/** What was off on a count, in words: of one limb alone where one is pointed out. */
function offText(words: Words, { word, faults }: Judgement, limb: LimbGroup | null): string {
  if (word === "unseen") return words.replay.unseen;
  const meant = faults.filter((fault) => limb === null || fault.limb === limb).slice(0, 2);
  if (meant.length > 0) return meant.map((fault) => faultWords(words, fault)).join(" · ");
  return limb === null ? words.replay.clean : words.watch.limbClean(words.names.limb[limb]);
}

/** The judgement and what was off, for who does not see it. */
export const saidText = (words: Words, judgement: Judgement | null, limb: LimbGroup | null): string =>
  judgement ? `${words.names.judgement[judgement.word]}. ${offText(words, judgement, limb)}` : "";

interface SaidProps {
  readonly judgement: Judgement | null;
  /** The limb that is pointed out, if one is. */
  readonly limb: LimbGroup | null;
  readonly onClear: () => void;
}

/** What was judged on the count shown, in words, and which limb is pointed out. */
export function Said({ judgement, limb, onClear }: SaidProps): ReactElement {
  const words = useWords();
  return (
    <div className="row between said-row">
      {judgement ? (
        <p className={`said ${judgement.word}`}>
          <Glyph word={judgement.word} />
          <b>{words.names.judgement[judgement.word]}</b>
          <span>{offText(words, judgement, limb)}</span>
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
