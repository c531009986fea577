import { ChevronRight, LayoutGrid, ListChecks, Users } from "lucide-react";
import type { ReactElement } from "react";
import { Link } from "wouter";
import { may } from "#dance/practice/permission.ts";
import { ApiProblem, type Crew, problemOf } from "../api.ts";
import { Received } from "../parts/coach/received.tsx";
import { CrewChallenges } from "../parts/crew-challenges.tsx";
import { CrewInvites } from "../parts/crew-invites.tsx";
import { CrewMembers } from "../parts/crew-members.tsx";
import { CrewSettings } from "../parts/crew-settings.tsx";
import { CrewOnly, Failed, Loading, NotFound } from "../parts/states.tsx";
import "../styles/account.css";
import "../styles/crews.css";
import { WHOLE } from "../state/addresses.ts";
import { boardAddress } from "../state/boards.ts";
import { useCrew } from "../state/crews.ts";
import { useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";
import { forCrew, useAtHand } from "../state/routines.ts";
import { problemSentence } from "../words/index.ts";
import { routineTitle } from "../words/routine-title.ts";

/** A crew of mine: who is in it, its challenges and boards, ways in, and what my role may do there. */
export default function CrewRoom({ id }: { readonly id: string }): ReactElement {
  const words = useWords();
  const crew = useCrew(id);
  useTitle(crew.isError ? null : (crew.data?.name ?? words.crews.title));
  if (problemOf(crew.error) === "signed-out") return <CrewOnly />;
  if (crew.error instanceof ApiProblem && crew.error.status < 500)
    return <NotFound title={problemSentence(words, crew.error.code)} />;
  if (crew.data) return <Shown crew={crew.data} />;
  return crew.isError ? <Failed cause={crew.error} onAgain={() => void crew.refetch()} /> : <Loading />;
}

function Shown({ crew }: { readonly crew: Crew }): ReactElement {
  const { crews: say, ...rooms } = useWords();
  return (
    <div className="page crews">
      <div>
        <p className="strong">
          <Link className="link" href="/crews">
            {say.title}
          </Link>{" "}
          · {say.members(crew.members.length)}
        </p>
        <h1>{crew.name}</h1>
        <p className="lead soft">{say.roleSay[crew.role]}</p>
      </div>
      <div className="row">
        {may(crew.role, "see-class", true) && (
          <Link className="btn" href={`/crews/${crew.id}/class`}>
            <LayoutGrid aria-hidden />
            {rooms.class.link}
          </Link>
        )}
        <Link className="btn" href={`/crews/${crew.id}/assignments`}>
          <ListChecks aria-hidden />
          {rooms.assign.link}
        </Link>
        <Link className="btn" href={`/crews/${crew.id}/sync`}>
          <Users aria-hidden />
          {rooms.sync.link}
        </Link>
      </div>
      <div className="crew-grid">
        <div className="stack">
          {may(crew.role, "see-class", true) && <Received crew={crew.id} />}
          <CrewChallenges crew={crew.id} />
          <CrewBoards crew={crew} />
          {may(crew.role, "see-invite", false) && <CrewInvites crew={crew} />}
        </div>
        <div className="stack">
          <CrewMembers crew={crew} />
          <CrewSettings crew={crew} />
        </div>
      </div>
    </div>
  );
}

/** A line for each routine that leads to the crew's board of it. */
function CrewBoards({ crew }: { readonly crew: Crew }): ReactElement {
  const words = useWords();
  const list = forCrew(useAtHand(), crew.id);
  return (
    <section className="stack">
      <div>
        <h2>{words.crews.boards}</h2>
        <p className="note">{words.crews.boardsSay}</p>
      </div>
      <ul className="crew-list">
        {list.map((summary) => (
          <li key={summary.version}>
            <Link href={boardAddress(summary, WHOLE, { scope: "crew", crew: crew.id })}>
              <b>{routineTitle(words, summary)}</b>
              <ChevronRight aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
