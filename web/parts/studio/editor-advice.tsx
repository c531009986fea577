import type { ReactElement } from "react";
import { certaintyOf, hiddenLimb, UNSURE } from "#dance/choreo/certainty.ts";
import { isUnscored } from "#dance/choreo/edit/unscored.ts";
import { countName } from "#dance/music/tempo.ts";
import type { LintFinding } from "#dance/take/lint.ts";
import type { Checked } from "../../state/choreo-lint.ts";
import { useWords } from "../../state/language.ts";
import type { Words } from "../../words/index.ts";
import { Glyph } from "../marks.tsx";
import { useDesk } from "./editor-context.ts";

/** What is shown at once; the rest follows as these are put right. */
const MOST = 4;

interface Advice {
  readonly count: number;
  readonly text: string;
}

/** What should be looked at again, each with the way there, and how the routine judges those who do not dance it. */
export function EditorAdvice({ checked }: { readonly checked: Checked }): ReactElement {
  const { editor, position } = useDesk();
  const words = useWords();
  const say = words.editor;
  const unsure: Advice[] = position.keyframes
    .filter(({ count, pose }) => certaintyOf(pose) < UNSURE && !isUnscored(position.unscored, count))
    .map(({ count, pose }) => ({
      count,
      text: say.unsure(countName(count), words.n.percent(certaintyOf(pose)), words.names.limb[hiddenLimb(pose)]),
    }));
  const lint = checked && "lint" in checked ? checked.lint : null;
  const found = [...unsure, ...(lint?.findings ?? []).map((finding) => adviceOf(words, finding))];
  return (
    <section className="advice stack" aria-label={say.advice}>
      {checked && "lacks" in checked && <p className="strong">{say.lacks[checked.lacks]}</p>}
      {lint && (
        <p className={lint.rankable ? "note" : "strong"}>
          {lint.rankable ? say.rankable(words.n.whole(lint.still)) : say.notRankable(words.n.whole(lint.still))}
        </p>
      )}
      <ul className="stack">
        {found.slice(0, MOST).map(({ count, text }) => (
          <li key={`${count} ${text}`} className="row nowrap">
            <Glyph word="ok" />
            <span className="grow">{text}</span>
            <button type="button" className="btn" onClick={() => editor.choose(count)}>
              {say.goTo(countName(count))}
            </button>
          </li>
        ))}
      </ul>
      {found.length > MOST && <p className="note">{say.more(found.length - MOST)}</p>}
    </section>
  );
}

function adviceOf({ editor: say, n }: Words, { code, count, value }: LintFinding): Advice {
  const name = countName(count);
  if (code === "still-pays") return { count, text: say.stillPays(name, n.percent(value)) };
  if (code === "alike") return { count, text: say.alike(name, n.whole(value)) };
  return { count, text: say.close(name, n.whole(value * 1000)) };
}
