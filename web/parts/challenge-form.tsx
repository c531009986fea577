import { Flag } from "lucide-react";
import { type FormEvent, type ReactElement, useState } from "react";
import { BOARD_KINDS, type BoardKind } from "#dance/practice/board.ts";
import { problemOf, type Summary } from "../api.ts";
import { sectionName } from "../state/addresses.ts";
import { dayText, endOfDay, nextSunday, useMakeChallenge } from "../state/challenges.ts";
import { useWords } from "../state/language.ts";
import { forCrew, useAtHand } from "../state/routines.ts";
import { problemSentence } from "../words/index.ts";
import { LONGEST_DAYS, SectionFields } from "./asked-fields.tsx";
import { Choice } from "./choice.tsx";
import { DayField } from "./field.tsx";
import { Sheet } from "./sheet.tsx";
import { TextField } from "./text-field.tsx";

const TITLE_CHARACTERS = 60;

/** Challenging a crew, as a sheet over the page. */
export function MakeChallenge({ crew }: { readonly crew: string }): ReactElement {
  const { challenges } = useWords();
  const list = forCrew(useAtHand(), crew);
  return (
    <Sheet label={challenges.make} icon={<Flag aria-hidden />}>
      {(close) => (
        <div className="stack">
          <p className="soft">{challenges.makeSay}</p>
          {list.length > 0 && <ChallengeForm {...{ list, crew }} onDone={close} />}
        </div>
      )}
    </Sheet>
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
    make.mutate({ title, version, section, kind, dueAt: dueAt ?? 0 }, { onSuccess: onDone });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <div className="two-fields">
        <SectionFields
          {...{ list, version, section }}
          onChange={(to, at) => {
            setVersion(to);
            setSection(at);
          }}
        />
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
      <DayField label={say.due} value={day} most={LONGEST_DAYS} onChange={setDay} />
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
