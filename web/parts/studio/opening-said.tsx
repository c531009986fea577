import type { ReactElement } from "react";
import type { Remark } from "#dance/choreo/formats/foreign.ts";
import { isOfText } from "../../files/index.ts";
import { useWords } from "../../state/language.ts";
import { notationSentence } from "../../words/notation.ts";
import type { Opening } from "./use-opening.ts";

interface OpeningSaidProps {
  readonly opening: Opening;
  readonly onCancel: () => void;
}

/** How far the reading of files is, with a way to end it; or why they could not be read. */
export function OpeningSaid({ opening, onCancel }: OpeningSaidProps): ReactElement | null {
  const { files: say, language, n } = useWords();
  if (opening.kind === "problem")
    return (
      <p role="alert" className="strong">
        {isOfText(opening.problem)
          ? notationSentence(language, opening.problem)
          : say.opening[opening.problem.code as keyof typeof say.opening]}
      </p>
    );
  if (opening.kind !== "reading") return null;
  const { share } = opening;
  return (
    <div className="row opening">
      <div className="grow stack">
        <p role="status">{share < 1 ? say.reading : say.finding}</p>
        <progress aria-label={say.reading} {...(share < 1 && { value: share })} />
      </div>
      {share > 0 && share < 1 && <span className="num">{n.percent(share)}</span>}
      <button type="button" className="btn" onClick={onCancel}>
        {say.cancel}
      </button>
    </div>
  );
}

/** What was done with files that are not quite like ours. */
export function Remarks({ remarks }: { readonly remarks: readonly Remark[] }): ReactElement | null {
  const { files: say } = useWords();
  if (remarks.length === 0) return null;
  return (
    <ul className="stack">
      {remarks.map(({ code, count }) => (
        <li key={code}>{say.remarks[code](count)}</li>
      ))}
    </ul>
  );
}
