import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { Link } from "wouter";
import { api, type MemberTakes } from "../api.ts";
import { CrewRoomOf } from "../parts/coach/crew-room.tsx";
import { Missing } from "../parts/missing.tsx";
import { More } from "../parts/more.tsx";
import { Failed, Loading, NotFound } from "../parts/states.tsx";
import { partTitle } from "../state/addresses.ts";
import { reviewAddress } from "../state/coach/view.ts";
import { useCrew } from "../state/crews.ts";
import { useWords } from "../state/language.ts";
import { useVersion } from "../state/queries.ts";
import "../styles/account.css";
import "../styles/crews.css";

interface PupilProps {
  readonly id: string;
  readonly dancer: string;
}

/** The takes that a dancer of a crew lets me see, newest first; each leads to its review. */
export default function PupilPage({ id, dancer }: PupilProps): ReactElement {
  const { grants: say, problems } = useWords();
  const crew = useCrew(id);
  const member = crew.data?.members.find((it) => it.dancer.id === dancer);
  if (crew.data && !member) return <NotFound title={problems["member-unknown"]} say={say.memberGone} />;
  return (
    <CrewRoomOf id={id} title={member ? say.takesOf(member.dancer.name) : say.received} action="see-class">
      {() => <Takes crew={id} dancer={dancer} name={member?.dancer.name ?? ""} />}
    </CrewRoomOf>
  );
}

interface TakesProps {
  /** Id of the crew, and of the dancer. */
  readonly crew: string;
  readonly dancer: string;
  readonly name: string;
}

function Takes({ crew, dancer, name }: TakesProps): ReactElement {
  const { grants: say } = useWords();
  const pages = useInfiniteQuery({
    queryKey: ["member-takes", crew, dancer],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => api.memberTakes(crew, dancer, pageParam === null ? {} : { before: pageParam }),
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
  if (pages.isPending) return <Loading within />;
  if (!pages.data) return <Failed within cause={pages.error} onAgain={() => void pages.refetch()} />;
  const takes = pages.data.pages.flatMap((page) => page.takes);
  return (
    <section className="stack">
      <p className="soft">{takes.length > 0 ? say.takesSay : say.takesNone(name)}</p>
      {takes.length > 0 && (
        <ul className="crew-list">
          {takes.map((it) => (
            <li key={it.id}>
              <Row it={it} />
            </li>
          ))}
        </ul>
      )}
      <More of={pages}>{say.takesMore}</More>
      {pages.isFetchNextPageError && <Missing of={pages} />}
    </section>
  );
}

function Row({ it }: { readonly it: MemberTakes["takes"][number] }): ReactElement {
  const words = useWords();
  const { n } = words;
  const { summary } = useVersion(it.version);
  const what = partTitle(words, summary, it.section);
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
