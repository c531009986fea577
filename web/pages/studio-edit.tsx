import { type ReactElement, useEffect, useState } from "react";
import { Link } from "wouter";
import { Loading, State } from "../parts/states.tsx";
import "../styles/studio.css";
import { drafts, type KeptDraft } from "../state/drafts.ts";
import { useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";

/** The editor of one draft. */
export default function StudioEdit({ id }: { readonly id: string }): ReactElement {
  const { studio } = useWords();
  const [kept, setKept] = useState<KeptDraft | null | undefined>(undefined);
  useEffect(() => void drafts.find(id).then(setKept), [id]);
  useTitle(kept ? kept.draft.title.en || studio.untitled : studio.title);
  if (kept === undefined) return <Loading />;
  if (kept === null)
    return (
      <State
        title={studio.gone}
        action={
          <Link className="btn go" href="/studio">
            {studio.title}
          </Link>
        }
      >
        <p>{studio.goneSay}</p>
      </State>
    );
  return (
    <div className="page">
      <h1>{kept.draft.title.en || studio.untitled}</h1>
    </div>
  );
}
