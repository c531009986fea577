import { Play, Trash2 } from "lucide-react";
import type { ReactElement } from "react";
import { Link } from "wouter";
import { routineAddress } from "../../state/addresses.ts";
import type { DraftCard } from "../../state/drafts.ts";
import { useWords } from "../../state/language.ts";
import { Cover } from "../cover.tsx";

interface DraftCardsProps {
  readonly cards: readonly DraftCard[];
  readonly onDrop: (card: DraftCard) => void;
}

const NOBODY = new Float32Array(51);

/** Routines in the making, a card each, with a way to delete it. */
export function DraftCards({ cards, onDrop }: DraftCardsProps): ReactElement {
  const { language, studio, library, draftDance, n } = useWords();
  return (
    <ul className="cards">
      {cards.map((card) => {
        const title = card.title[language] || studio.untitled;
        return (
          <li key={card.id} className="draft-card">
            <Link className="card" href={`/studio/${card.id}`}>
              <Cover pose={card.cover ?? NOBODY} name={card.id} />
              <div className="body">
                <h3>{title}</h3>
                <div className="facts">
                  {card.bpm === null ? (
                    <span>{studio.noTempo}</span>
                  ) : (
                    <span>
                      <b>{n.whole(card.bpm)}</b> {library.bpm}
                    </span>
                  )}
                  <span>{studio.keyframes(card.keyframes)}</span>
                  {card.positions > 1 && <span>{studio.positions(card.positions)}</span>}
                </div>
                <p className="note">{studio.changed(n.day(card.changedAt))}</p>
              </div>
            </Link>
            {card.bpm !== null && card.keyframes > 0 && (
              <Link
                className="btn"
                href={routineAddress({ slug: "", draft: { id: card.id, at: 0 } })}
                aria-label={draftDance.danceOf(title)}
              >
                <Play aria-hidden />
                {draftDance.dance}
              </Link>
            )}
            <button type="button" className="square" aria-label={studio.drop(title)} onClick={() => onDrop(card)}>
              <Trash2 aria-hidden />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
