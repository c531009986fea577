import { Check, Play } from "lucide-react";
import { type ReactElement, useMemo, useState } from "react";
import { Link } from "wouter";
import type { Choreography } from "#dance/choreo/choreography.ts";
import type { Draft } from "#dance/choreo/draft.ts";
import { type Audience, widens } from "#dance/choreo/visibility.ts";
import { problemOf, type Summary } from "../../api.ts";
import { routineAddress, sectionName } from "../../state/addresses.ts";
import { useDancer } from "../../state/dancer.ts";
import { useOnline } from "../../state/hooks.ts";
import { useWords } from "../../state/language.ts";
import { causeOf, obstacle, publishedBefore, readied, Unfinished, usePublish } from "../../state/publishing.ts";
import { useVerdict, type Verdict } from "../../state/verdict.ts";
import { problemSentence } from "../../words/index.ts";
import { AudienceChoice, isWhole } from "./audience.tsx";

interface PublishSheetProps {
  readonly draft: Draft;
  /** Its positions, each a choreography. */
  readonly choreographies: readonly Choreography[];
  readonly onClose: () => void;
}

/** Whom the routine is for, what of it is uploaded, what boards it can have; then it is published. */
export function PublishSheet({ draft, choreographies, onClose }: PublishSheetProps): ReactElement {
  const words = useWords();
  const { publish: say } = words;
  const { publish, mine, pending } = usePublish(draft.id);
  const before = useMemo(() => publishedBefore(mine, choreographies[0]?.slug ?? ""), [mine, choreographies]);
  const slug = before[0]?.slug ?? choreographies[0]?.slug ?? "";
  const parts = useMemo(() => readied(choreographies, slug), [choreographies, slug]);
  const was = before[0] ? audienceOf(before[0]) : null;
  const [chosen, setChosen] = useState<Audience | null>(null);
  const audience = chosen ?? was ?? { visibility: "me", crew: null };
  const code = useMemo(() => obstacle(parts), [parts]);
  const verdict = useVerdict(draft);
  const online = useOnline();
  if (publish.isSuccess) return <Done made={publish.data} onClose={onClose} />;
  return (
    <div className="stack">
      <p className="soft">{was ? say.newVersion : say.fresh}</p>
      <section>
        <h3>{say.who}</h3>
        <AudienceChoice audience={audience} onAudience={setChosen} />
        {was && widens(was, audience) && <p className="note">{say.wider}</p>}
      </section>
      <Uploaded parts={parts} verdict={verdict} />
      <Boards parts={parts} verdict={verdict} />
      {code && <p className="bad">{problemSentence(words, code)}</p>}
      {!online && <p className="note">{say.offline}</p>}
      {publish.error && <Refused error={publish.error} parts={parts} />}
      <div className="row">
        <button
          type="button"
          className="btn go"
          disabled={publish.isPending || pending || verdict === "checking" || code !== null || !isWhole(audience)}
          onClick={() => publish.mutate({ parts, audience })}
        >
          {publish.isPending ? say.going : verdict === "checking" ? say.beingChecked : say.go}
        </button>
        <button type="button" className="btn plain" onClick={onClose}>
          {say.notYet}
        </button>
      </div>
    </div>
  );
}

const audienceOf = ({ visibility = "everyone", crew = null }: Summary): Audience => ({ visibility, crew });

interface PartsProps {
  readonly parts: readonly Choreography[];
}

interface CheckedProps extends PartsProps {
  readonly verdict: Verdict;
}

/** What leaves the device, and what does not. */
function Uploaded({ parts, verdict }: CheckedProps): ReactElement {
  const { publish: say, n } = useWords();
  const me = useDancer().data;
  const bytes = typeof verdict === "string" ? null : verdict.reduce((all, part) => all + part.bytes, 0);
  const sum = (count: (part: Choreography) => number) => n.whole(parts.reduce((all, part) => all + count(part), 0));
  const [frames, keyframes] = [sum(({ track }) => track.length), sum((part) => part.keyframes.length)];
  return (
    <section>
      <h3>{say.uploaded}</h3>
      <ul>
        {parts.length > 1 && <li>{say.positions(parts.length)}</li>}
        <li>{say.poses(frames, keyframes, bytes === null ? null : n.whole(Math.ceil(bytes / 1000)))}</li>
        <li>{say.words}</li>
        {parts.some(({ recording }) => recording) && <li>{say.print}</li>}
        <li>
          <b>{say.never}</b>
        </li>
      </ul>
      {me && <p className="note">{say.as(me.name)}</p>}
    </section>
  );
}

/** Which sections can have a board. */
function Boards({ parts, verdict }: CheckedProps): ReactElement {
  const { publish: say } = useWords();
  return (
    <section>
      <h3>{say.verdict}</h3>
      <p role="status">{useBoardsSaid(parts, verdict)}</p>
    </section>
  );
}

function useBoardsSaid(parts: readonly Choreography[], verdict: Verdict): string {
  const words = useWords();
  const { publish: say } = words;
  if (verdict === "checking") return say.checking;
  if (verdict === "unknown") return say.unchecked;
  const all = parts.reduce((sum, { sections }) => sum + sections.length + 1, 0);
  const names = parts.flatMap(({ sections, position }, at) =>
    (verdict[at]?.unranked ?? []).map((section) =>
      [position, sectionName(words, sections, section)].filter(Boolean).join(" · "),
    ),
  );
  if (names.length === 0) return say.ranked;
  return names.length === all ? say.unrankedAll : say.unranked(names.join(", "));
}

interface RefusedProps extends PartsProps {
  readonly error: unknown;
}

/** Why it was not published, or not all of it. */
function Refused({ error, parts }: RefusedProps): ReactElement {
  const words = useWords();
  const { publish: say } = words;
  const done = error instanceof Unfinished ? error.done.map(({ position }) => position ?? say.soloPosition) : [];
  const left = parts.map(({ position }) => position ?? say.soloPosition).filter((name) => !done.includes(name));
  return (
    <div role="alert">
      <p className="bad">{problemSentence(words, problemOf(causeOf(error)))}</p>
      {done.length > 0 && <p>{say.doneSome(done.join(", "), left.join(", "))}</p>}
    </div>
  );
}

interface DoneProps {
  readonly made: readonly Summary[];
  readonly onClose: () => void;
}

function Done({ made, onClose }: DoneProps): ReactElement {
  const { publish: say } = useWords();
  const [first] = made;
  return (
    <div className="stack" role="status">
      <p className="lead row nowrap">
        <Check aria-hidden /> {say.done}
      </p>
      <p>{say.doneSay}</p>
      <p className="note">{say.linkSay[first?.visibility ?? "me"]}</p>
      <div className="row">
        {first && (
          <Link className="btn go" href={routineAddress({ slug: first.slug })}>
            <Play fill="currentColor" aria-hidden />
            {say.dance}
          </Link>
        )}
        <button type="button" className="btn plain" onClick={onClose}>
          {say.close}
        </button>
      </div>
    </div>
  );
}
