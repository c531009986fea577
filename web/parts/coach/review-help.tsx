import { Keyboard, X } from "lucide-react";
import { type ReactElement, type RefObject, useId } from "react";
import { useWords } from "../../state/language.ts";
import { keyName } from "../replay-keys.ts";

const KEYS = [
  ["play", ["space"]],
  ["frame", ["←", "→"]],
  ["count", ["⇧ ←", "⇧ →"]],
  ["eight", ["[", "]"]],
  ["speed", ["1", "–", "5"]],
  ["end", ["Home", "End"]],
  ["loop", ["L"]],
  ["layout", ["V"]],
  ["limb", ["B"]],
  ["nudge", [",", "."]],
  ["nudgeBeside", ["<", ">"]],
  ["notes", ["J", "K"]],
  ["write", ["N"]],
  ["link", ["C"]],
  ["help", ["?"]],
] as const;

/** All keys of the review, as a sheet over the page, and the button that opens it. */
export function ReviewHelp({ sheet }: { readonly sheet: RefObject<HTMLDialogElement | null> }): ReactElement {
  const { review, watch } = useWords();
  const title = useId();
  return (
    <>
      <button type="button" className="btn keys-open" onClick={() => sheet.current?.showModal()}>
        <Keyboard aria-hidden />
        {review.keysOpen}
      </button>
      <dialog className="sheet keys-sheet" ref={sheet} aria-labelledby={title}>
        <div className="sheet-head">
          <h2 id={title}>{review.keys}</h2>
          <button
            type="button"
            className="btn plain"
            aria-label={review.keysClose}
            onClick={() => sheet.current?.close()}
          >
            <X aria-hidden />
          </button>
        </div>
        <dl className="key-list">
          {KEYS.map(([what, keys]) => (
            <div key={what}>
              <dt>{keys.map((key) => (key === "–" ? key : <kbd key={key}>{keyName(watch, key)}</kbd>))}</dt>
              <dd>{review.keysDo[what]}</dd>
            </div>
          ))}
        </dl>
      </dialog>
    </>
  );
}
