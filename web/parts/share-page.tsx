import { Check, Copy, Link2Off, Send } from "lucide-react";
import { type ReactElement, useRef, useState } from "react";
import { problemOf } from "../api.ts";
import { copyText } from "../state/copy-text.ts";
import { useWords } from "../state/language.ts";
import { useSharing } from "../state/sharing.ts";
import { problemSentence, type Words } from "../words/index.ts";
import type { CardFacts } from "./card-facts.ts";
import { cardPng, Undrawn } from "./result-card.ts";

interface SharePageProps {
  readonly takeId: string;
  readonly facts: CardFacts;
}

interface Failing {
  readonly make: { readonly error: unknown };
  readonly end: { readonly error: unknown };
}

/** What of a page could not be done, and why; empty where nothing failed. */
export function troubleWords(words: Words, { make, end }: Failing): string {
  const { share } = words;
  if (make.error instanceof Undrawn) return `${share.pageFailed} ${share.undrawn}`;
  if (make.error) return `${share.pageFailed} ${problemSentence(words, problemOf(make.error))}`;
  return end.error ? `${share.endFailed} ${problemSentence(words, problemOf(end.error))}` : "";
}

/** A take's page for whoever has its link: made, given away and ended here. */
export function SharePage({ takeId, facts }: SharePageProps): ReactElement {
  const words = useWords();
  const { share } = words;
  const { state, make, end, link } = useSharing(takeId);
  const [replay, setReplay] = useState(true);
  const choice = { named: facts.name !== null, replay, language: words.language };
  const onMake = () => {
    end.reset();
    make.mutate({ draw: () => cardPng("wide", facts), choice });
  };
  const onEnd = () => {
    make.reset();
    end.mutate();
  };
  const busy = make.isPending || end.isPending;
  const told = troubleWords(words, { make, end }) || (end.isSuccess && !state.data ? share.revoked : "");
  return (
    <section className="stack share-page">
      <h3>{share.page}</h3>
      {state.data ? (
        <>
          <p>{share.since(words.n.moment(state.data.at))}</p>
          {link ? <Given link={link} /> : <p className="soft">{share.elsewhere}</p>}
        </>
      ) : (
        <>
          <p className="soft">{share.pageSay}</p>
          <label className="tick">
            <input type="checkbox" checked={replay} onChange={(e) => setReplay(e.currentTarget.checked)} />
            {share.replay}
          </label>
        </>
      )}
      <div className="row">
        {!(state.data && link) && (
          <button type="button" className="btn" disabled={busy || state.isPending} onClick={onMake}>
            {make.isPending ? share.making : state.data ? share.remake : share.make}
          </button>
        )}
        {state.data && (
          <button type="button" className="btn" disabled={busy} onClick={onEnd}>
            <Link2Off aria-hidden />
            {share.revoke}
          </button>
        )}
      </div>
      <p className="note" role="status">
        {told}
      </p>
    </section>
  );
}

/** The link itself: seen, copied, sent. */
function Given({ link }: { readonly link: string }): ReactElement {
  const { share } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    // Where the clipboard is refused, the selected link can be copied by hand.
    setCopied(await copyText(link));
  };
  const canSend = typeof navigator.share === "function";
  return (
    <>
      <label className="field">
        <span className="vh">{share.link}</span>
        <input ref={field} readOnly value={link} onFocus={(e) => e.currentTarget.select()} />
      </label>
      <div className="row">
        <button type="button" className="btn go" onClick={() => void copy()}>
          {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
          {copied ? share.copied : share.copy}
        </button>
        {canSend && (
          <button
            type="button"
            className="btn"
            onClick={() => void navigator.share({ url: link }).catch(() => undefined)}
          >
            <Send aria-hidden />
            {share.sendLink}
          </button>
        )}
        <a className="btn" href={link} target="_blank" rel="noreferrer">
          {share.see}
        </a>
      </div>
    </>
  );
}
