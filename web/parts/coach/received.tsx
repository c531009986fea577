import { ChevronRight } from "lucide-react";
import type { ReactElement } from "react";
import { Link } from "wouter";
import type { Grant } from "../../api.ts";
import { sectionName } from "../../state/addresses.ts";
import { useGrants } from "../../state/coach/grants.ts";
import { reviewAddress } from "../../state/coach/view.ts";
import { useWords } from "../../state/language.ts";
import { useVersion } from "../../state/queries.ts";

/** What dancers of a crew let me see, for its coaches. */
export function Received({ crew }: { readonly crew: string }): ReactElement {
  const { grants: say } = useWords();
  const received = (useGrants().data?.received ?? []).filter((it) => it.crew.id === crew);
  return (
    <section className="stack">
      <h2>{say.received}</h2>
      {received.length === 0 && <p className="soft">{say.receivedNone}</p>}
      <ul className="crew-list">
        {received.map((it) => (
          <li key={it.id}>
            <Row it={it} crew={crew} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ it, crew }: { readonly it: Grant; readonly crew: string }): ReactElement {
  const words = useWords();
  const { grants: say, n } = words;
  const { summary } = useVersion(it.version ?? undefined);
  const routine = summary?.title[words.language];
  const section = it.take && summary ? sectionName(words, summary.sections, it.take.section) : null;
  const what =
    it.scope === "practice"
      ? say.allPractice(n.day(it.since))
      : it.scope === "choreography"
        ? routine && say.allTakes(routine)
        : [routine, section].filter(Boolean).join(", ");
  return (
    <Link href={it.take ? reviewAddress(it.take.id) : `/crews/${crew}/dancers/${it.dancer.id}`}>
      <span className="who">
        <b>{it.dancer.name}</b>
        <span className="note">{say.sees(what || say.scopes[it.scope], n.day(it.until))}</span>
      </span>
      <ChevronRight aria-hidden />
    </Link>
  );
}
