import { Plus } from "lucide-react";
import { type ReactElement, useState } from "react";
import { Link } from "wouter";
import { Loading, State } from "../parts/states.tsx";
import { DraftCards } from "../parts/studio/draft-cards.tsx";
import { DropDraft } from "../parts/studio/drop-draft.tsx";
import { ImportsBegun } from "../parts/studio/imports-begun.tsx";
import { MyPublished } from "../parts/studio/my-published.tsx";
import "../styles/library.css";
import "../styles/studio.css";
import type { DraftCard } from "../state/drafts.ts";
import { useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";
import { useDrafts } from "../state/my-drafts.ts";

/** What I make, and the way to make something new. */
export default function Studio(): ReactElement {
  const { studio } = useWords();
  const { cards, drop } = useDrafts();
  const [asked, setAsked] = useState<DraftCard | null>(null);
  useTitle(studio.title);
  return (
    <div className="page stack studio-home">
      <div className="row between">
        <div>
          <h1>{studio.title}</h1>
          <p className="lead soft">{studio.lead}</p>
        </div>
        <Link className="btn go" href="/studio/new">
          <Plus aria-hidden />
          {studio.fresh}
        </Link>
      </div>
      <ImportsBegun />
      {cards === null && <Loading />}
      {cards?.length === 0 && (
        <State within title={studio.none}>
          <p>{studio.noneSay}</p>
        </State>
      )}
      {cards && cards.length > 0 && (
        <section>
          <h2>{studio.drafts}</h2>
          <DraftCards cards={cards} onDrop={setAsked} />
        </section>
      )}
      <MyPublished />
      <DropDraft
        card={asked}
        onYes={(card) => drop(card.id).then(() => setAsked(null))}
        onClose={() => setAsked(null)}
      />
    </div>
  );
}
