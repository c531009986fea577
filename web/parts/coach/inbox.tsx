import type { ReactElement } from "react";
import { Link } from "wouter";
import { countName } from "#dance/music/tempo.ts";
import type { MyNote } from "../../api.ts";
import { partTitle } from "../../state/addresses.ts";
import { useMyNotes } from "../../state/coach/notes.ts";
import { reviewAddress } from "../../state/coach/view.ts";
import { useDancer } from "../../state/dancer.ts";
import { useWords } from "../../state/language.ts";
import { useVersion } from "../../state/queries.ts";

/** Notes told of on the first page. */
const TOLD = 4;

/** Open notes in which somebody else had the last word; nothing where there are none. */
export function Inbox(): ReactElement | null {
  const { notes: say } = useWords();
  const fresh = useMyNotes().filter((it) => !(it.replies.at(-1)?.mine ?? it.mine));
  if (fresh.length === 0) return null;
  return (
    <section className="due" aria-labelledby="inbox">
      <h2 id="inbox">{say.inbox}</h2>
      <ul>
        {fresh.slice(0, TOLD).map((it) => (
          <Told key={it.id} it={it} />
        ))}
      </ul>
    </section>
  );
}

function Told({ it }: { readonly it: MyNote }): ReactElement {
  const words = useWords();
  const { notes: say, n } = words;
  const me = useDancer().data;
  const { summary } = useVersion(it.take.version);
  const last = it.replies.at(-1);
  const what = partTitle(words, summary, it.take.section);
  const mine = it.dancer.id === me?.id;
  return (
    <li>
      <div className="grow">
        <b>{say.inboxOf((last ?? it).by.name, countName(it.from))}</b>
        <span className="said-line">{last?.text || it.text || say.drawn}</span>
        <span className="note">
          {[what, mine ? "" : it.dancer.name, n.ago(it.lastAt, Date.now())].filter(Boolean).join(" · ")}
        </span>
      </div>
      <Link
        className="btn"
        href={mine ? `/takes/${it.takeId}` : reviewAddress(it.takeId, { note: it.id, at: it.time })}
      >
        {say.see}
      </Link>
    </li>
  );
}
