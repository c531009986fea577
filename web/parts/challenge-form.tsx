import { type FormEvent, type ReactElement, type RefObject, useId, useState } from "react";
import { BOARD_KINDS, type BoardKind } from "#dance/practice/board.ts";
import { problemOf, type Summary } from "../api.ts";
import { sectionName, WHOLE } from "../state/addresses.ts";
import { dayText, endOfDay, nextSunday, useMakeChallenge } from "../state/challenges.ts";
import { useWords } from "../state/language.ts";
import { forCrew, useAtHand } from "../state/routines.ts";
import { problemSentence } from "../words/index.ts";
import { routineTitle } from "../words/routine-title.ts";
import { Choice } from "./choice.tsx";
import { TextField } from "./text-field.tsx";

const DAY_MS = 86_400_000;
/** As the Worker allows. */
const LONGEST_DAYS = 59;
const TITLE_CHARACTERS = 60;

interface ChallengeDialogProps {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly crew: string;
}

/** Challenging a crew, as a sheet over the page. */
export function ChallengeDialog({ dialog, crew }: ChallengeDialogProps): ReactElement {
  const { challenges } = useWords();
  const list = forCrew(useAtHand(), crew);
  const close = () => dialog.current?.close();
  return (
    <dialog className="sheet" ref={dialog} aria-label={challenges.make}>
      <div className="stack">
        <h2>{challenges.make}</h2>
        <p className="soft">{challenges.makeSay}</p>
        {list.length > 0 && <ChallengeForm {...{ list, crew }} onDone={close} />}
      </div>
    </dialog>
  );
}

interface ChallengeFormProps {
  readonly list: readonly Summary[];
  readonly crew: string;
  readonly onDone: () => void;
}

/** What, how and by when; the title writes itself until somebody writes another. */
function ChallengeForm({ list, crew, onDone }: ChallengeFormProps): ReactElement {
  const words = useWords();
  const say = words.challenges;
  const id = useId();
  const [version, setVersion] = useState(list[0]?.version ?? "");
  const [section, setSection] = useState(0);
  const [kind, setKind] = useState<BoardKind>("full");
  const [day, setDay] = useState(() => dayText(nextSunday(Date.now())));
  const [written, setWritten] = useState<string | null>(null);
  const make = useMakeChallenge(crew);
  const summary = list.find((it) => it.version === version);
  const sections = summary?.sections ?? [];
  const dueAt = endOfDay(day);
  const title = written ?? say.nameFor(sectionName(words, sections, section), dueAt ? words.n.day(dueAt) : "");
  const code = make.error ? problemOf(make.error) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const made = () => {
      setWritten(null);
      onDone();
    };
    make.mutate({ title, version, section, kind, dueAt: dueAt ?? 0 }, { onSuccess: made });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <div className="two-fields">
        <div className="field">
          <label className="strong" htmlFor={`${id}-routine`}>
            {say.routine}
          </label>
          <select
            id={`${id}-routine`}
            value={version}
            onChange={(e) => {
              setVersion(e.target.value);
              setSection(0);
            }}
          >
            {list.map((it) => (
              <option key={it.version} value={it.version}>
                {routineTitle(words, it)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label className="strong" htmlFor={`${id}-section`}>
            {say.section}
          </label>
          <select id={`${id}-section`} value={section} onChange={(e) => setSection(Number(e.target.value))}>
            {[...sections.keys(), WHOLE].map((i) => (
              <option key={i} value={i}>
                {sectionName(words, sections, i)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <div className="field">
        <span className="strong" aria-hidden>
          {say.kind}
        </span>
        <Choice
          label={say.kind}
          value={kind}
          options={BOARD_KINDS.map((it) => [it, say.kinds[it]] as const)}
          onChange={setKind}
        />
        <p className="note">{say.kindsSay[kind]}</p>
      </div>
      <div className="field">
        <label className="strong" htmlFor={`${id}-due`}>
          {say.due}
        </label>
        <input
          id={`${id}-due`}
          type="date"
          required
          value={day}
          min={dayText(Date.now())}
          max={dayText(Date.now() + LONGEST_DAYS * DAY_MS)}
          onChange={(e) => setDay(e.target.value)}
        />
      </div>
      <TextField
        label={say.name}
        value={title}
        maxLength={2 * TITLE_CHARACTERS}
        onChange={(e) => setWritten(e.target.value)}
        bad={code && problemSentence(words, code)}
      />
      <div className="row">
        <button type="submit" className="btn go" disabled={make.isPending}>
          {make.isPending ? say.sending : say.send}
        </button>
        <button type="button" className="btn plain" onClick={onDone}>
          {say.cancel}
        </button>
      </div>
    </form>
  );
}
