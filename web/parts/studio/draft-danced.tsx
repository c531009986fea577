import { Lock } from "lucide-react";
import type { ReactElement } from "react";
import { Link, useLocation } from "wouter";
import type { DraftPlace } from "../../api.ts";
import { routineAddress } from "../../state/addresses.ts";
import type { NoDance } from "../../state/draft-dance.ts";
import { useWords } from "../../state/language.ts";
import { PositionPick } from "../routine-origin.tsx";
import { State } from "../states.tsx";
import "../../styles/published.css";

interface DraftOriginProps {
  readonly place: DraftPlace;
  /** Names of the draft's positions. */
  readonly positions: readonly string[];
}

/** That it is a draft, the way back to its editor, and whose part is danced where there are several. */
export function DraftOrigin({ place, positions }: DraftOriginProps): ReactElement {
  const { editor } = useWords();
  const [, navigate] = useLocation();
  const named = positions.map((name, i) => [String(i), name || editor.positionNumber(i + 1)] as const);
  const pick = (key: string) => navigate(routineAddress({ slug: "", draft: { id: place.id, at: Number(key) } }));
  return (
    <div className="parts-of">
      {positions.length > 1 && <PositionPick {...{ named }} value={String(place.at)} onPick={pick} />}
      <OnlyHere place={place} />
    </div>
  );
}

/** That nobody else has it, and where it is published. */
export function OnlyHere({ place }: { readonly place: DraftPlace }): ReactElement {
  const { draftDance: say } = useWords();
  return (
    <p className="note only-here">
      <Lock aria-hidden size={18} />
      <span>
        {say.onlyHere}{" "}
        <Link className="link" href={`/studio/${place.id}`}>
          {say.toEditor}
        </Link>
      </span>
    </p>
  );
}

interface CannotDanceProps {
  readonly place: DraftPlace;
  readonly code: NoDance;
}

/** What a draft lacks to be danced, and the way to where that is mended. */
export function CannotDance({ place, code }: CannotDanceProps): ReactElement {
  const { draftDance: say, studio } = useWords();
  const gone = code === "draft-gone";
  return (
    <div className="page">
      <State
        title={gone ? studio.gone : say.cannot}
        action={
          <Link className="btn go" href={gone ? "/studio" : `/studio/${place.id}`}>
            {gone ? studio.title : say.toEditor}
          </Link>
        }
      >
        <p>{say.lacks[code]}</p>
      </State>
    </div>
  );
}
