import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { Link } from "wouter";
import { api, type Crew, type MemberTakes } from "../api.ts";
import { CrewRoomOf } from "../parts/coach/crew-room.tsx";
import { Missing } from "../parts/missing.tsx";
import { Loading } from "../parts/states.tsx";
import { sectionName } from "../state/addresses.ts";
import { reviewAddress } from "../state/coach/view.ts";
import { useWords } from "../state/language.ts";
import { useVersion } from "../state/queries.ts";
import "../styles/account.css";
import "../styles/crews.css";
import "../styles/coach-crew.css";

interface PupilProps {
  readonly id: string;
  readonly dancer: string;
}

/** The takes that a dancer of a crew lets me see, newest first; each leads to its review. */
export default function PupilPage({ id, dancer }: PupilProps): ReactElement {
  const { grants } = useWords();
  return (
    <CrewRoomOf id={id} title={grants.received} action="see-class">
      {(crew) => <Takes crew={crew} dancer={dancer} />}
    </CrewRoomOf>
  );
}

function Takes({ crew, dancer }: { readonly crew: Crew; readonly dancer: string }): ReactElement {
  const words = useWords();
  const { grants: say, notes } = words;
  const pages = useInfiniteQuery({
    queryKey: ["member-takes", crew.id, dancer],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => api.memberTakes(crew.id, dancer, pageParam === null ? {} : { before: pageParam }),
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
  if (pages.isPending) return <Loading />;
  if (!pages.data) return <Missing of={pages} />;
  const takes = pages.data.pages.flatMap((page) => page.takes);
  const name = pages.data.pages[0]?.dancer.name ?? "";
  return (
    <section className="stack">
      <h2>{say.takesOf(name)}</h2>
      {takes.length === 0 && <p className="soft">{say.receivedNone}</p>}
      <ul className="crew-list">
        {takes.map((it) => (
          <li key={it.id}>
            <Row it={it} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <button type="button" className="btn" onClick={() => void pages.fetchNextPage()}>
          {notes.more}
        </button>
      )}
    </section>
  );
}

function Row({ it }: { readonly it: MemberTakes["takes"][number] }): ReactElement {
  const words = useWords();
  const { n } = words;
  const { summary } = useVersion(it.version);
  const what = summary ? `${summary.title[words.language]}, ${sectionName(words, summary.sections, it.section)}` : "";
  return (
    <Link href={reviewAddress(it.id)}>
      <span className="who">
        <b>{what}</b>
        <span className="note">
          {[n.moment(it.at), it.rate === 1 ? "" : n.speed(it.rate)].filter(Boolean).join(" · ")}
        </span>
      </span>
      <b className="num">{n.score(it.score)}</b>
    </Link>
  );
}
