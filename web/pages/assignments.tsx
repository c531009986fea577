import type { ReactElement } from "react";
import { may } from "#dance/practice/permission.ts";
import type { Crew } from "../api.ts";
import { AskFor } from "../parts/coach/assign-form.tsx";
import { AssignmentCard } from "../parts/coach/assignment-card.tsx";
import { CrewRoomOf } from "../parts/coach/crew-room.tsx";
import { Missing } from "../parts/missing.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { useAssignments } from "../state/coach/assignments.ts";
import { useWords } from "../state/language.ts";
import "../styles/account.css";
import "../styles/challenges.css";
import "../styles/crews.css";
import "../styles/coach-notes.css";
import "../styles/people-table.css";
import "../styles/assignments.css";

/** What is asked for in a crew: made by its coaches, met by verified takes alone. */
export default function Assignments({ id }: { readonly id: string }): ReactElement {
  const { assign } = useWords();
  return (
    <CrewRoomOf id={id} title={assign.title} action="see-assignment">
      {(crew) => <List crew={crew} />}
    </CrewRoomOf>
  );
}

function List({ crew }: { readonly crew: Crew }): ReactElement {
  const { assign: say } = useWords();
  const list = useAssignments(crew.id);
  const coach = may(crew.role, "assign", true);
  return (
    <>
      <div className="row between">
        <p className="lead soft">{coach ? say.sayCoach : say.sayDancer}</p>
        {coach && <AskFor crew={crew} />}
      </div>
      {list.isPending && <Loading within />}
      {list.data ? (
        <Missing of={list} />
      ) : (
        list.error && <Failed within cause={list.error} onAgain={() => void list.refetch()} />
      )}
      {list.data?.length === 0 && <p className="soft">{coach ? say.none : say.noneDancer}</p>}
      <div className="assignments">
        {list.data?.map((it) => (
          <AssignmentCard key={it.id} it={it} crew={crew} />
        ))}
      </div>
    </>
  );
}
