import { Check, Link as LinkIcon } from "lucide-react";
import { type ReactElement, useRef, useState } from "react";
import { useLocation } from "wouter";
import { type Audience, widens } from "#dance/choreo/visibility.ts";
import { problemOf, type Summary } from "../../api.ts";
import { copyText } from "../../state/copy-text.ts";
import { useWords } from "../../state/language.ts";
import { useTakeBack } from "../../state/publishing.ts";
import { useRoutine } from "../../state/queries.ts";
import { useSetAudience } from "../../state/routines.ts";
import { problemSentence } from "../../words/index.ts";
import { AudienceChoice, isWhole } from "./audience.tsx";
import { DraftsOfIt } from "./drafts-of-it.tsx";
import "../../styles/published.css";

const audienceOf = ({ visibility = "everyone", crew = null }: Summary): Audience => ({ visibility, crew });

/** What the author of a routine may do with it: say whom it is for, give its link away, take it back. */
export function OwnRoutine({ summary }: { readonly summary: Summary }): ReactElement {
  const { publish } = useWords();
  return (
    <section className="panel stack own-routine">
      <h2 className="h3">{publish.own}</h2>
      <DraftsOfIt slug={summary.slug} />
      <ChangeAudience key={`${summary.visibility} ${summary.crew}`} summary={summary} />
      <CopyLink summary={summary} />
      <TakeBack summary={summary} />
    </section>
  );
}

function ChangeAudience({ summary }: { readonly summary: Summary }): ReactElement {
  const words = useWords();
  const { publish } = words;
  const was = audienceOf(summary);
  const [audience, setAudience] = useState(was);
  const change = useSetAudience(summary.slug);
  const other = audience.visibility !== was.visibility || audience.crew !== was.crew;
  return (
    <>
      <h3 className="strong">{publish.who}</h3>
      <AudienceChoice audience={audience} onAudience={setAudience} />
      {other && widens(was, audience) && <p className="note">{publish.wider}</p>}
      {other && (
        <button
          type="button"
          className="btn"
          disabled={change.isPending || !isWhole(audience)}
          onClick={() => change.mutate(audience)}
        >
          {publish.save}
        </button>
      )}
      {change.error && (
        <p className="bad" role="alert">
          {problemSentence(words, problemOf(change.error))}
        </p>
      )}
    </>
  );
}

function CopyLink({ summary }: { readonly summary: Summary }): ReactElement {
  const { publish } = useWords();
  const [copied, setCopied] = useState(false);
  const link = `${location.origin}/dance/${summary.slug}`;
  const copy = () => copyText(link).then(setCopied);
  return (
    <div>
      <label className="field">
        <span className="vh">{publish.link}</span>
        <input readOnly value={link} onFocus={(e) => e.currentTarget.select()} />
      </label>
      <div className="row" style={{ marginTop: "var(--s3)" }}>
        <button type="button" className="btn" onClick={() => void copy()}>
          {copied ? <Check aria-hidden /> : <LinkIcon aria-hidden />}
          {copied ? publish.copied : publish.link}
        </button>
        <span className="note">{publish.linkSay[summary.visibility ?? "everyone"]}</span>
      </div>
    </div>
  );
}

function TakeBack({ summary }: { readonly summary: Summary }): ReactElement {
  const { publish } = useWords();
  const { today, versions } = useRoutine(summary);
  const several = today.length > 1 || versions.length > 1;
  return (
    <div className="row">
      {several && (
        <TakeBackButton
          summary={summary}
          version={summary.version}
          label={publish.takeBackVersion}
          say={publish.takeBackVersionSay}
        />
      )}
      <TakeBackButton summary={summary} version={null} label={publish.takeBack} say={publish.takeBackSay} />
    </div>
  );
}

interface TakeBackProps {
  readonly summary: Summary;
  /** The one to take back; null for the whole routine. */
  readonly version: string | null;
  readonly label: string;
  readonly say: string;
}

/** Asks once more, for it is for good. */
function TakeBackButton({ summary, version, label, say }: TakeBackProps): ReactElement {
  const words = useWords();
  const { publish } = words;
  const dialog = useRef<HTMLDialogElement>(null);
  const [, navigate] = useLocation();
  const back = useTakeBack(summary.slug);
  const done = () => navigate(version === null ? "/" : `/dance/${summary.slug}`);
  return (
    <>
      <button type="button" className="btn plain" onClick={() => dialog.current?.showModal()}>
        {label}
      </button>
      <dialog className="sheet" ref={dialog} aria-label={label}>
        <div className="stack">
          <h2>{label}</h2>
          <p>{say}</p>
          {back.error && (
            <p className="bad" role="alert">
              {problemSentence(words, problemOf(back.error))}
            </p>
          )}
          <div className="row">
            <button type="button" className="btn go" onClick={() => dialog.current?.close()}>
              {publish.keep}
            </button>
            <button
              type="button"
              className="btn"
              disabled={back.isPending}
              onClick={() => back.mutate(version, { onSuccess: done })}
            >
              {publish.takeBackYes}
            </button>
          </div>
        </div>
      </dialog>
    </>
  );
}
