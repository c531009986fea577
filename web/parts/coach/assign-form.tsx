import { type FormEvent, type ReactElement, type RefObject, useId, useState } from "react";
import { SPEEDS } from "#dance/practice/ladder.ts";
import { FULL_SCORE } from "#dance/scoring/result.ts";
import { type Crew, problemOf, type Summary } from "../../api.ts";
import { sectionName, WHOLE } from "../../state/addresses.ts";
import { dayText, endOfDay, nextSunday } from "../../state/challenges.ts";
import { useAssign } from "../../state/coach/assignments.ts";
import { useWords } from "../../state/language.ts";
import { forCrew, useAtHand } from "../../state/routines.ts";
import { problemSentence } from "../../words/index.ts";
import { routineTitle } from "../../words/routine-title.ts";

const DAY_MS = 86_400_000;
/** As the Worker allows. */
const LONGEST_DAYS = 59;
const USUAL_TARGET = 80;

interface AssignDialogProps {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly crew: Crew;
}

/** Asking a dancer or the whole crew for a section, as a sheet over the page. */
export function AssignDialog({ dialog, crew }: AssignDialogProps): ReactElement {
  const { assign: say } = useWords();
  const list = forCrew(useAtHand(), crew.id);
  const close = () => dialog.current?.close();
  return (
    <dialog className="sheet" ref={dialog} aria-label={say.make}>
      <div className="stack">
        <h2>{say.make}</h2>
        <p className="soft">{say.makeSay}</p>
        {list.length > 0 && <AssignForm {...{ list, crew }} onDone={close} />}
      </div>
    </dialog>
  );
}

interface AssignFormProps {
  readonly list: readonly Summary[];
  readonly crew: Crew;
  readonly onDone: () => void;
}

function AssignForm({ list, crew, onDone }: AssignFormProps): ReactElement {
  const words = useWords();
  const { assign: say, challenges, n } = words;
  const id = useId();
  const [version, setVersion] = useState(list[0]?.version ?? "");
  const [section, setSection] = useState(0);
  const [dancer, setDancer] = useState("");
  const [rate, setRate] = useState(1);
  const [target, setTarget] = useState(String(USUAL_TARGET));
  const [day, setDay] = useState(() => dayText(nextSunday(Date.now())));
  const [text, setText] = useState("");
  const assign = useAssign(crew.id);
  const sections = list.find((it) => it.version === version)?.sections ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const ask = {
      dancer: dancer || null,
      version,
      section,
      rate,
      target: Math.round((Number(target) / 100) * FULL_SCORE),
      text,
      dueAt: endOfDay(day) ?? 0,
    };
    const done = () => {
      setText("");
      onDone();
    };
    assign.mutate(ask, { onSuccess: done });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Field id={`${id}-who`} label={say.who}>
        <select id={`${id}-who`} value={dancer} onChange={(e) => setDancer(e.currentTarget.value)}>
          <option value="">{say.everybody}</option>
          {crew.members.map((it) => (
            <option key={it.dancer.id} value={it.dancer.id}>
              {it.dancer.name}
            </option>
          ))}
        </select>
      </Field>
      <div className="two-fields">
        <Field id={`${id}-routine`} label={challenges.routine}>
          <select
            id={`${id}-routine`}
            value={version}
            onChange={(e) => {
              setVersion(e.currentTarget.value);
              setSection(0);
            }}
          >
            {list.map((it) => (
              <option key={it.version} value={it.version}>
                {routineTitle(words, it)}
              </option>
            ))}
          </select>
        </Field>
        <Field id={`${id}-section`} label={challenges.section}>
          <select id={`${id}-section`} value={section} onChange={(e) => setSection(Number(e.currentTarget.value))}>
            {[...sections.keys(), WHOLE].map((i) => (
              <option key={i} value={i}>
                {sectionName(words, sections, i)}
              </option>
            ))}
          </select>
        </Field>
        <Field id={`${id}-target`} label={say.target}>
          <input
            id={`${id}-target`}
            type="number"
            required
            min="0.1"
            max="100"
            step="0.1"
            value={target}
            onChange={(e) => setTarget(e.currentTarget.value)}
          />
        </Field>
        <Field id={`${id}-rate`} label={say.rate}>
          <select id={`${id}-rate`} value={rate} onChange={(e) => setRate(Number(e.currentTarget.value))}>
            {[...SPEEDS].reverse().map((it) => (
              <option key={it} value={it}>
                {it === 1 ? n.speed(it) : say.orFaster(n.speed(it))}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <Field id={`${id}-due`} label={challenges.due}>
        <input
          id={`${id}-due`}
          type="date"
          required
          value={day}
          min={dayText(Date.now())}
          max={dayText(Date.now() + LONGEST_DAYS * DAY_MS)}
          onChange={(e) => setDay(e.currentTarget.value)}
        />
      </Field>
      <Field id={`${id}-text`} label={say.text}>
        <input
          id={`${id}-text`}
          value={text}
          maxLength={400}
          autoComplete="off"
          onChange={(e) => setText(e.currentTarget.value)}
        />
      </Field>
      {assign.error && (
        <p className="trouble" role="alert">
          {problemSentence(words, problemOf(assign.error))}
        </p>
      )}
      <div className="row">
        <button type="submit" className="btn go" disabled={assign.isPending}>
          {say.send}
        </button>
        <button type="button" className="btn plain" onClick={onDone}>
          {challenges.cancel}
        </button>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly children: ReactElement;
}

const Field = ({ id, label, children }: FieldProps): ReactElement => (
  <div className="field">
    <label className="strong" htmlFor={id}>
      {label}
    </label>
    {children}
  </div>
);
