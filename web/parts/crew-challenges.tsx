import type { ReactElement } from "react";
import { Link } from "wouter";
import type { Challenge } from "../api.ts";
import { sectionName } from "../state/addresses.ts";
import { useChallenges, useNow } from "../state/challenges.ts";
import { useWords } from "../state/language.ts";
import { useVersion } from "../state/queries.ts";
import { stretch } from "../words/time-left.ts";
import { MakeChallenge } from "./challenge-form.tsx";
import { Missing } from "./missing.tsx";
import "../styles/challenges.css";

interface CrewChallengesProps {
  /** Id of the crew. */
  readonly crew: string;
  /** Id of a challenge that is shown already. */
  readonly except?: string;
}

/** Challenges of a crew: what is open, what is over, and the way to make one. */
export function CrewChallenges({ crew, except }: CrewChallengesProps): ReactElement {
  const words = useWords();
  const say = words.challenges;
  const list = useChallenges(crew);
  const all = (list.data ?? []).filter(({ id }) => id !== except);
  const open = all.some((it) => it.state === "open");
  const empty = except === undefined ? say.none : say.noOther;
  const none = list.isSuccess && !open && (all.length > 0 ? say.noneOver : empty);
  return (
    <section className="stack challenges">
      <div className="row between">
        <h2>{except === undefined ? say.title : say.others}</h2>
        <MakeChallenge crew={crew} />
      </div>
      {none && <p className="soft">{none}</p>}
      <Missing of={list} />
      {all.length > 0 && (
        <ul className="dares">
          {all.map((it) => (
            <li key={it.id}>
              <ChallengeRow it={it} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function ChallengeRow({ it }: { readonly it: Challenge }): ReactElement {
  const words = useWords();
  const { summary } = useVersion(it.version);
  return (
    <Link href={`/challenges/${it.id}`} className={it.state === "open" ? "dare" : "dare over"}>
      <span className="who">
        <b>{it.title}</b>
        <span className="note">
          {summary && `${summary.title[words.language]} · ${sectionName(words, summary.sections, it.section)}`}
          {it.kind !== "full" && ` · ${words.challenges.kinds[it.kind]}`}
        </span>
      </span>
      <TimeLeft it={it} />
    </Link>
  );
}

/** How long it still goes, or that it is over. */
export function TimeLeft({ it }: { readonly it: Pick<Challenge, "state" | "dueAt"> }): ReactElement {
  const words = useWords();
  const now = useNow();
  const left = it.dueAt - now;
  const open = it.state === "open" && left > 0;
  return (
    <span className={open ? "left" : "left over"}>
      {open ? words.challenges.left(stretch(words.language, left)) : words.challenges.over}
    </span>
  );
}
