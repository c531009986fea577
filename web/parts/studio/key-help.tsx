import type { ReactElement } from "react";
import { useWords } from "../../state/language.ts";

/** The keys of editor-keys.ts, and what the words call them. */
const KEYS = [
  ["← →", "arrows"],
  ["&", "half"],
  ["A", "add"],
  ["Delete", "remove"],
  ["[ ]", "move"],
  ["Space", "preview"],
  ["Ctrl Z", "undo"],
] as const;

/** The keys, for whoever has some. */
export function KeyHelp(): ReactElement {
  const { editor: say } = useWords();
  return (
    <details className="panel stack key-help">
      <summary className="h3">{say.keys}</summary>
      <dl>
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{say.keysSay[what]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
