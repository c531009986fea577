import type { ReactElement, ReactNode } from "react";
import { Link } from "wouter";
import { type Action, may } from "#dance/practice/permission.ts";
import { ApiProblem, type Crew, problemOf } from "../../api.ts";
import { useCrew } from "../../state/crews.ts";
import { useTitle } from "../../state/hooks.ts";
import { useWords } from "../../state/language.ts";
import { problemSentence } from "../../words/index.ts";
import { CrewOnly, Failed, Loading, NotFound } from "../states.tsx";

interface CrewRoomProps {
  readonly id: string;
  readonly title: string;
  /** What one must be allowed in the crew to be here. */
  readonly action: Action;
  readonly children: (crew: Crew) => ReactNode;
}

/** A page of a crew: whoever is no member, or may not be here, is told so. */
export function CrewRoomOf({ id, title, action, children }: CrewRoomProps): ReactElement {
  const words = useWords();
  const crew = useCrew(id);
  useTitle(crew.data ? `${title} · ${crew.data.name}` : title);
  if (problemOf(crew.error) === "signed-out") return <CrewOnly />;
  if (crew.error instanceof ApiProblem && crew.error.status < 500)
    return <NotFound title={problemSentence(words, crew.error.code)} />;
  if (!crew.data) return crew.isError ? <Failed cause={crew.error} onAgain={() => void crew.refetch()} /> : <Loading />;
  if (!may(crew.data.role, action, true)) return <NotFound title={words.problems["crew-forbidden"]} />;
  return (
    <div className="page crews">
      <div>
        <p className="strong">
          <Link className="link" href={`/crews/${id}`}>
            {crew.data.name}
          </Link>
        </p>
        <h1 className="h1">{title}</h1>
      </div>
      {children(crew.data)}
    </div>
  );
}
