import { type ReactElement, useState } from "react";
import { useLocation } from "wouter";
import type { Draft } from "#dance/choreo/draft.ts";
import { takePositions, takeVersion } from "#dance/choreo/edit/taken-in.ts";
import type { Opened } from "../../files/index.ts";
import { DraftNotKept } from "../../state/drafts.ts";
import { useWords } from "../../state/language.ts";
import { changedSong, findCopy, soundsIn } from "../../state/own-song.ts";
import { keepOpened } from "../../state/take-in.ts";
import type { Words } from "../../words/index.ts";
import { type Desk, useDesk } from "./editor-context.ts";
import { OpeningSaid, Remarks } from "./opening-said.tsx";
import { type Told, useSectionsIn } from "./sections-in.ts";
import { useOpening } from "./use-opening.ts";

/** A file taken into the routine that is open: told what is in it and what each way of taking it in will do. */
export function TakeIn(): ReactElement {
  const { files: say } = useWords();
  const [found, setFound] = useState<Opened | null>(null);
  const { draft } = useDesk();
  /** What was done, as long as it stands: an undo or another edit ends it. */
  const [told, setTold] = useState<Told | null>(null);
  const { opening, take, cancel } = useOpening(setFound);
  const sections = useSectionsIn();
  const choose = async (files: readonly File[]) => {
    setFound(null);
    setTold(null);
    const [first] = files;
    if (files.length !== 1 || !first || !/\.vtt$/i.test(first.name)) return take(files);
    cancel();
    setTold(await sections(first));
  };
  const done = (text: string, of: Draft) => {
    setFound(null);
    setTold({ text, of });
  };
  return (
    <details className="panel take-in">
      <summary className="h3">{say.takeIn}</summary>
      <p className="note">{say.takeInSay}</p>
      <div className="row">
        <label className="btn">
          {say.choose}
          <input
            className="vh"
            type="file"
            multiple
            onChange={(e) => {
              void choose([...(e.currentTarget.files ?? [])]);
              e.currentTarget.value = "";
            }}
          />
        </label>
      </div>
      <OpeningSaid opening={opening} onCancel={cancel} />
      {found && <Ways found={found} onDone={done} />}
      <p className="strong" role="status">
        {told?.of === draft && told.text}
      </p>
    </details>
  );
}

interface WaysProps {
  readonly found: Opened;
  readonly onDone: (told: string, of: Draft) => void;
}

/** The three ways, with what each of them will do. */
function Ways({ found, onDone }: WaysProps): ReactElement {
  const desk = useDesk();
  const { editor } = desk;
  const words = useWords();
  const { files: say, studio, language } = words;
  const [, navigate] = useLocation();
  const { draft } = found;
  const title = draft.title[language] || studio.untitled;
  const asPosition = () => {
    const from = desk.draft.positions.length;
    // The same routine once more says nothing of whose part it is.
    const name =
      title === (desk.draft.title[language] || studio.untitled) ? words.editor.positionNumber(from + 1) : title;
    editor.edit((d, at) => takePositions(d, draft, at, name));
    editor.choosePosition(from);
    onDone(say.takenPosition(editor.draft.positions[from]?.name ?? title), editor.draft);
  };
  const inPlace = async () => {
    const before = editor.draft;
    editor.edit((d, at) => takeVersion(d, draft, at));
    const taken = editor.draft;
    changedSong(taken.id, before.recording, taken.recording);
    const lacks = soundsIn(taken) && (await findCopy(taken.id, taken.recording)) === null;
    onDone(lacks ? `${say.takenPlace} ${say.takenSong}` : say.takenPlace, taken);
  };
  const ofItsOwn = async () => {
    try {
      navigate(`/studio/${(await keepOpened(found, null)).id}`);
    } catch (cause) {
      onDone(studio.keeping[cause instanceof DraftNotKept ? cause.code : "draft-not-kept"], editor.draft);
    }
  };
  const inPlaceSay = draft.tempo ? say.inPlaceSay.counted : say.inPlaceSay.uncounted;
  const ways = [
    [say.asPosition, asPosition, positionSay(words, desk, found)],
    [say.inPlace, () => void inPlace(), inPlaceSay],
    [say.ofItsOwn, () => void ofItsOwn(), say.ofItsOwnSay],
  ] as const;
  return (
    <section className="stack" aria-label={title}>
      <div>
        <h3>{title}</h3>
        <p className="note">{say.facts(draft.tempo ? draft.counts : 0, draft.positions[0]?.keyframes.length ?? 0)}</p>
      </div>
      <Remarks remarks={found.remarks} />
      <ul className="stack">
        {ways.map(([name, act, what]) => (
          <li key={name}>
            <button type="button" className="btn wide" onClick={act}>
              {name}
            </button>
            <p className="note">{what}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What taking it in as a position does. */
function positionSay({ files: say, n }: Words, { draft, tempo }: Desk, found: Opened): string {
  const theirs = found.draft.tempo;
  if (!theirs) return say.positionSay.uncounted;
  const alike = Math.abs(theirs.bpm - tempo.bpm) < 0.05;
  const said = alike ? say.positionSay.same : say.positionSay.stretched(n.whole(theirs.bpm), n.whole(tempo.bpm));
  return found.draft.counts > draft.counts ? `${said} ${say.positionSay.cut(draft.counts)}` : said;
}
