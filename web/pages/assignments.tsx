import { ListPlus } from "lucide-react";
import { type ReactElement, useRef } from "react";
import { may } from "#dance/practice/permission.ts";
import { type Crew, problemOf } from "../api.ts";
import { AssignDialog } from "../parts/coach/assign-form.tsx";
import { AssignmentCard } from "../parts/coach/assignment-card.tsx";
import { CrewRoomOf } from "../parts/coach/crew-room.tsx";
import { useAssignments } from "../state/coach/assignments.ts";
import { useWords } from "../state/language.ts";
import { problemSentence } from "../words/index.ts";
import "../styles/account.css";
import "../styles/challenges.css";
import "../styles/crews.css";
import "../styles/coach-notes.css";
import "../styles/coach-crew.css";

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
  const words = useWords();
  const { assign: say, states } = words;
  const list = useAssignments(crew.id);
  const dialog = useRef<HTMLDialogElement>(null);
  const coach = may(crew.role, "assign", true);
  return (
    <>
      <div className="row between">
        <p className="lead soft">{coach ? say.sayCoach : say.sayDancer}</p>
        {coach && (
          <button type="button" className="btn go" onClick={() => dialog.current?.showModal()}>
            <ListPlus aria-hidden />
            {say.make}
          </button>
        )}
      </div>
      {list.isError && (
        <p role="alert" className="trouble">
          {problemSentence(words, problemOf(list.error))}{" "}
          <button type="button" className="link" onClick={() => void list.refetch()}>
            {states.again}
          </button>
        </p>
      )}
      {list.data?.length === 0 && <p className="soft">{coach ? say.none : say.noneDancer}</p>}
      <div className="assignments">
        {list.data?.map((it) => (
          <AssignmentCard key={it.id} it={it} crew={crew.id} />
        ))}
      </div>
      {coach && <AssignDialog dialog={dialog} crew={crew} />}
    </>
  );
}
