import { type FormEvent, type ReactElement, useId, useState } from "react";
import { useLocation } from "wouter";
import { ApiProblem, type Invitation } from "../api.ts";
import { Trouble } from "../parts/account-panel.tsx";
import { Failed, Loading, NotFound } from "../parts/states.tsx";
import "../styles/account.css";
import "../styles/crews.css";
import { useNow } from "../state/challenges.ts";
import { joinCrew, useCrewChange, useInvitation } from "../state/crews.ts";
import { firstName, useDancer } from "../state/dancer.ts";
import { useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";
import { problemSentence } from "../words/index.ts";
import { stretch } from "../words/time-left.ts";

/** Where the link of an invite leads: which crew, who asks, and joining it, named already or not. */
export default function Join({ token }: { readonly token: string }): ReactElement {
  const words = useWords();
  const say = words.crews;
  const asked = useInvitation(token);
  const me = useDancer();
  useTitle(asked.isError ? null : (asked.data?.crew.name ?? say.title));
  if (asked.error instanceof ApiProblem && asked.error.status < 500)
    return <NotFound title={say.badInvite} say={problemSentence(words, asked.error.code)} />;
  const cause = asked.error ?? me.error;
  if (cause) return <Failed cause={cause} onAgain={() => void Promise.all([asked.refetch(), me.refetch()])} />;
  if (!asked.data || me.data === undefined) return <Loading />;
  return <Asked token={token} invitation={asked.data} name={me.data?.name ?? null} />;
}

interface AskedProps {
  readonly token: string;
  readonly invitation: Invitation;
  /** Mine; null for whoever has none here yet. */
  readonly name: string | null;
}

function Asked({ token, invitation, name }: AskedProps): ReactElement {
  const words = useWords();
  const say = words.crews;
  const id = useId();
  const [, navigate] = useLocation();
  const now = useNow();
  const [mine, setMine] = useState(() => firstName(words.language, Math.random));
  const join = useCrewChange(() => joinCrew(token, name === null ? mine.trim() : null));
  const { crew, by, expiresAt } = invitation;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    join.mutate(undefined, { onSuccess: (joined) => navigate(`/crews/${joined.id}`, { replace: true }) });
  };
  return (
    <div className="page crew-join">
      <p className="strong">{say.asks(by)}</p>
      <h1>{crew.name}</h1>
      <p className="lead soft">{crew.members === 1 ? say.joinSayOne : say.joinSay(say.members(crew.members))}</p>
      <form className="stack" onSubmit={submit}>
        {name === null ? (
          <div className="field">
            <label className="strong" htmlFor={id}>
              {say.joinName}
            </label>
            <input id={id} value={mine} autoComplete="nickname" onChange={(e) => setMine(e.target.value)} />
          </div>
        ) : (
          <p>{say.joinAs(name)}</p>
        )}
        <button type="submit" className="btn go big" disabled={join.isPending}>
          {say.join}
        </button>
        <Trouble cause={join.error} />
      </form>
      <p className="note">{say.joinTil(stretch(words.language, expiresAt - now))}</p>
    </div>
  );
}
