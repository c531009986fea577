import { Eye } from "lucide-react";
import { type FormEvent, type ReactElement, useId, useState } from "react";
import { GRANT_SCOPES, type GrantScope } from "#dance/practice/grant.ts";
import { type Grant, problemOf } from "../../api.ts";
import { sectionName } from "../../state/addresses.ts";
import { dayText, endOfDay } from "../../state/challenges.ts";
import {
  type Coach,
  chosenCoach,
  coachKey,
  covers,
  useCoaches,
  useEndGrant,
  useGrant,
  useGrants,
} from "../../state/coach/grants.ts";
import { useWords } from "../../state/language.ts";
import { useVersion } from "../../state/queries.ts";
import type { TakePage } from "../../state/take-page.ts";
import { problemSentence } from "../../words/index.ts";
import { AccountPanel } from "../account-panel.tsx";
import { DayField, Field } from "../field.tsx";
import { Sheet } from "../sheet.tsx";

const DAY_MS = 86_400_000;
/** How long a coach sees what is shared, unless something else is chosen. */
const USUAL_DAYS = 30;
const MOST_DAYS = 365;

/** The way to let a coach see a take, and to end it. */
export function ShareWithCoach({ page }: { readonly page: TakePage }): ReactElement {
  const { grants: say } = useWords();
  return (
    <Sheet label={say.open} icon={<Eye aria-hidden />}>
      {() => (
        <div className="stack">
          <Choices page={page} />
        </div>
      )}
    </Sheet>
  );
}

function Choices({ page }: { readonly page: TakePage }): ReactElement {
  const { grants: say, states } = useWords();
  const { coaches, pending, none } = useCoaches(true);
  const given = (useGrants().data?.given ?? []).filter((it) => covers(it, page));
  return (
    <>
      <p className="soft">{say.say}</p>
      {pending && <p className="soft">{states.loading}</p>}
      {!pending && coaches.length > 0 && <GrantForm page={page} coaches={coaches} />}
      {!pending && coaches.length === 0 && <p>{none ? say.noCrew : say.noCoach}</p>}
      {given.length > 0 && (
        <>
          <h3>{say.now}</h3>
          <GrantList grants={given} />
        </>
      )}
    </>
  );
}

function GrantForm({ page, coaches }: { readonly page: TakePage; readonly coaches: readonly Coach[] }): ReactElement {
  const words = useWords();
  const say = words.grants;
  const id = useId();
  const [who, setWho] = useState<string | null>(null);
  const chosen = chosenCoach(coaches, who);
  const [scope, setScope] = useState<GrantScope>("take");
  const [day, setDay] = useState(() => dayText(Date.now() + USUAL_DAYS * DAY_MS));
  const grant = useGrant();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!chosen) return;
    const base = { crew: chosen.crew.id, coach: chosen.coach.id, until: endOfDay(day) ?? 0 };
    if (scope === "take") grant.mutate({ ...base, scope, take: page.id });
    else if (scope === "choreography") grant.mutate({ ...base, scope, version: page.version });
    else grant.mutate({ ...base, scope });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Field label={say.who}>
        {(id) => (
          <select id={id} value={chosen && coachKey(chosen)} onChange={(e) => setWho(e.currentTarget.value)}>
            {coaches.map((it) => (
              <option key={coachKey(it)} value={coachKey(it)}>
                {say.inCrew(it.coach.name, it.crew.name)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <fieldset className="scopes" aria-label={say.what}>
        {GRANT_SCOPES.map((it) => (
          <label key={it} className="tick">
            <input type="radio" name={`${id}-what`} checked={scope === it} onChange={() => setScope(it)} />
            {say.scopes[it]}
          </label>
        ))}
      </fieldset>
      {scope === "practice" && chosen && page.at < chosen.since && <p className="note">{say.earlier}</p>}
      <DayField label={say.until} value={day} most={MOST_DAYS} onChange={setDay} />
      {grant.error && (
        <p className="trouble" role="alert">
          {problemSentence(words, problemOf(grant.error))}
        </p>
      )}
      <div className="row">
        <button type="submit" className="btn go" disabled={grant.isPending}>
          {say.share}
        </button>
        <span className="note" role="status">
          {grant.isSuccess && !grant.isPending ? say.shared : ""}
        </span>
      </div>
    </form>
  );
}

/** What coaches see, each ended with one press. */
function GrantList({ grants }: { readonly grants: readonly Grant[] }): ReactElement {
  const words = useWords();
  const end = useEndGrant();
  return (
    <>
      <ul className="acc-list grant-list">
        {grants.map((it) => (
          <GrantRow key={it.id} it={it} busy={end.isPending} onEnd={() => end.mutate(it.id)} />
        ))}
      </ul>
      {end.error && (
        <p className="trouble" role="alert">
          {problemSentence(words, problemOf(end.error))}
        </p>
      )}
    </>
  );
}

interface GrantRowProps {
  readonly it: Grant;
  readonly busy: boolean;
  readonly onEnd: () => void;
}

function GrantRow({ it, busy, onEnd }: GrantRowProps): ReactElement {
  const words = useWords();
  const { grants: say, n } = words;
  const { summary } = useVersion(it.version ?? undefined);
  const routine = summary?.title[words.language];
  const section = it.take && summary ? sectionName(words, summary.sections, it.take.section) : null;
  const what =
    it.scope === "practice"
      ? say.allOf(it.crew.name, n.day(it.since))
      : it.scope === "choreography" && routine
        ? say.allTakes(routine)
        : [routine, section, it.take?.score && n.score(it.take.score)].filter(Boolean).join(", ") ||
          say.scopes[it.scope];
  return (
    <li>
      <div className="grow">
        <p className="strong">{it.coach.name}</p>
        <p className="note">{say.sees(what, n.day(it.until))}</p>
      </div>
      <button type="button" className="btn" aria-label={say.endOf(it.coach.name, what)} disabled={busy} onClick={onEnd}>
        {say.end}
      </button>
    </li>
  );
}

/** Everything that I let coaches see, for the account page; nothing where there is nothing. */
export function Grants(): ReactElement | null {
  const { grants: say } = useWords();
  const given = useGrants().data?.given ?? [];
  if (given.length === 0) return null;
  return (
    <AccountPanel title={say.list} say={say.listSay}>
      <GrantList grants={given} />
    </AccountPanel>
  );
}
