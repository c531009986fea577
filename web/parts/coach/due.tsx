import { Check, Play } from "lucide-react";
import type { ReactElement } from "react";
import { Link } from "wouter";
import type { Due as DueRow } from "../../api.ts";
import { partTitle, stageAddress } from "../../state/addresses.ts";
import { useNow } from "../../state/challenges.ts";
import { useDue } from "../../state/coach/assignments.ts";
import { useWords } from "../../state/language.ts";
import { useVersion } from "../../state/queries.ts";
import { stretch } from "../../words/time-left.ts";
import "../../styles/assignments.css";
import { Inbox } from "./inbox.tsx";

/** What coaches want of me, on the first page: what they ask for, due first, and what is new in notes. */
export default function Due(): ReactElement {
  return (
    <>
      <Asked />
      <Inbox />
    </>
  );
}

function Asked(): ReactElement | null {
  const { due: say } = useWords();
  const list = useDue().data ?? [];
  if (list.length === 0) return null;
  return (
    <section className="due" aria-labelledby="due">
      <h2 id="due">{say.title}</h2>
      <ul>
        {list.map((it) => (
          <Row key={it.id} it={it} />
        ))}
      </ul>
    </section>
  );
}

function Row({ it }: { readonly it: DueRow }): ReactElement {
  const words = useWords();
  const { due: say, n } = words;
  const { summary, current } = useVersion(it.version);
  const what = partTitle(words, summary, it.section);
  const best = it.best ? say.best(n.score(it.best.score)) : say.notYet;
  return (
    <li className={it.state}>
      <div className="grow">
        <b>{what}</b>
        <span className="note">
          {[say.target(n.score(it.target), n.speed(it.rate)), best, it.by && say.by(it.by.name, it.crew.name)]
            .filter(Boolean)
            .join(" · ")}
        </span>
        {it.text && <span className="said-text">{it.text}</span>}
      </div>
      <DueState it={it} />
      {it.state !== "met" && summary && current && (
        <Link className="btn" href={stageAddress(summary, it.section, { rate: it.rate, view: "mirror" })}>
          <Play fill="currentColor" aria-hidden />
          {say.dance}
        </Link>
      )}
    </li>
  );
}

/** Met, how long it still goes, or that it is overdue: in words and with a shape. */
export function DueState({ it }: { readonly it: Pick<DueRow, "state" | "before" | "dueAt"> }): ReactElement {
  const words = useWords();
  const { due: say, n } = words;
  const now = useNow();
  if (it.state === "met")
    return (
      <span className="due-state met">
        <Check size={18} aria-hidden />
        {it.before ? say.metBefore : say.met}
      </span>
    );
  if (it.state === "overdue") return <span className="due-state overdue">{say.overdue(n.day(it.dueAt))}</span>;
  return <span className="due-state">{say.left(stretch(words.language, Math.max(0, it.dueAt - now)))}</span>;
}
