import { ListPlus, PencilLine } from "lucide-react";
import { type FormEvent, type ReactElement, useState } from "react";
import { SPEEDS } from "#dance/practice/ladder.ts";
import { type Assignment, type Crew, problemOf, type Summary } from "../../api.ts";
import { dayText } from "../../state/challenges.ts";
import {
  type Asked,
  askedBy,
  askOf,
  changesOf,
  useAssign,
  useChangeAssignment,
  usualAsk,
} from "../../state/coach/assignments.ts";
import { useWords } from "../../state/language.ts";
import { forCrew, useAtHand } from "../../state/routines.ts";
import { problemSentence } from "../../words/index.ts";
import { LONGEST_DAYS, SectionFields } from "../asked-fields.tsx";
import { DayField, Field } from "../field.tsx";
import { Sheet } from "../sheet.tsx";

/** Asking a dancer or the whole crew for a section, as a sheet over the page. */
export function AskFor({ crew }: { readonly crew: Crew }): ReactElement {
  const { assign: say, live } = useWords();
  const list = forCrew(useAtHand(), crew.id);
  return (
    <Sheet label={say.make} icon={<ListPlus aria-hidden />} look="go">
      {(close) => (
        <div className="stack">
          <p className="soft">{say.makeSay}</p>
          {list.length > 0 ? <NewAssignment {...{ list, crew }} onDone={close} /> : <p>{live.noRoutinesDo}</p>}
        </div>
      )}
    </Sheet>
  );
}

interface NewAssignmentProps {
  readonly list: readonly Summary[];
  readonly crew: Crew;
  readonly onDone: () => void;
}

function NewAssignment({ list, crew, onDone }: NewAssignmentProps): ReactElement {
  const { assign: say } = useWords();
  const [{ version, section }, setWhat] = useState({ version: list[0]?.version ?? "", section: 0 });
  const assign = useAssign(crew.id);
  return (
    <AssignForm
      {...{ crew, onDone }}
      start={usualAsk(Date.now())}
      send={say.send}
      deed={assign}
      onSend={(asked) => assign.mutate({ ...askOf(asked), version, section }, { onSuccess: onDone })}
    >
      <SectionFields {...{ list, version, section }} onChange={(to, at) => setWhat({ version: to, section: at })} />
    </AssignForm>
  );
}

interface ChangeProps {
  readonly it: Assignment;
  readonly crew: Crew;
}

/** Changing what I asked for; who met it stays met. */
export function ChangeAssignment({ it, crew }: ChangeProps): ReactElement {
  const { assign: say } = useWords();
  const change = useChangeAssignment(crew.id);
  return (
    <Sheet label={say.change} icon={<PencilLine aria-hidden />} look="plain">
      {(close) => (
        <div className="stack">
          <p className="soft">{say.changeSay}</p>
          <AssignForm
            crew={crew}
            start={askedBy(it)}
            send={say.changeSend}
            deed={change}
            onSend={(asked) => change.mutate({ id: it.id, change: changesOf(it, asked) }, { onSuccess: close })}
            onDone={close}
          />
        </div>
      )}
    </Sheet>
  );
}

interface AssignFormProps {
  readonly crew: Crew;
  readonly start: Asked;
  readonly send: string;
  readonly deed: { readonly error: Error | null; readonly isPending: boolean };
  readonly onSend: (asked: Asked) => void;
  readonly onDone: () => void;
  /** What is asked for, where that is to be chosen. */
  readonly children?: ReactElement;
}

/** Of whom, how well, how fast, by when. */
function AssignForm({ crew, start, send, deed, onSend, onDone, children }: AssignFormProps): ReactElement {
  const words = useWords();
  const { assign: say, challenges, n } = words;
  const [asked, setAsked] = useState(start);
  const set = (change: Partial<Asked>) => setAsked((was) => ({ ...was, ...change }));
  const today = dayText(Date.now());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend(asked);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Field label={say.who}>
        {(id) => (
          <select id={id} value={asked.dancer} onChange={(e) => set({ dancer: e.currentTarget.value })}>
            <option value="">{say.everybody}</option>
            {crew.members.map(({ dancer }) => (
              <option key={dancer.id} value={dancer.id}>
                {dancer.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="two-fields">
        {children}
        <Field label={say.target}>
          {(id) => (
            <input
              id={id}
              type="number"
              required
              min="0.1"
              max="100"
              step="0.1"
              value={asked.target}
              onChange={(e) => set({ target: e.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={say.rate}>
          {(id) => (
            <select id={id} value={asked.rate} onChange={(e) => set({ rate: Number(e.currentTarget.value) })}>
              {[...SPEEDS].reverse().map((it) => (
                <option key={it} value={it}>
                  {it === 1 ? n.speed(it) : say.orFaster(n.speed(it))}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <DayField
        label={challenges.due}
        value={asked.day}
        least={[start.day, today].sort()[0] ?? today}
        most={LONGEST_DAYS}
        onChange={(day) => set({ day })}
      />
      <Field label={say.text}>
        {(id) => (
          <input
            id={id}
            value={asked.text}
            maxLength={400}
            autoComplete="off"
            onChange={(e) => set({ text: e.currentTarget.value })}
          />
        )}
      </Field>
      {deed.error && (
        <p className="trouble" role="alert">
          {problemSentence(words, problemOf(deed.error))}
        </p>
      )}
      <div className="row">
        <button type="submit" className="btn go" disabled={deed.isPending}>
          {send}
        </button>
        <button type="button" className="btn plain" onClick={onDone}>
          {challenges.cancel}
        </button>
      </div>
    </form>
  );
}
