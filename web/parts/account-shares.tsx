import type { ReactElement } from "react";
import { Link } from "wouter";
import type { ListedShare } from "../api.ts";
import { partTitle } from "../state/addresses.ts";
import { useWords } from "../state/language.ts";
import { useVersion } from "../state/queries.ts";
import { useEndShare, useShares } from "../state/sharing.ts";
import { AccountPanel, Trouble } from "./account-panel.tsx";

/** All pages that I gave away, each with its end; nothing where there are none. */
export function Shares(): ReactElement | null {
  const { share } = useWords();
  const shares = useShares().data ?? [];
  if (shares.length === 0) return null;
  return (
    <AccountPanel title={share.list} say={share.listSay}>
      <ul className="acc-list">
        {shares.map((it) => (
          <Row key={it.takeId} share={it} />
        ))}
      </ul>
    </AccountPanel>
  );
}

function Row({ share: it }: { readonly share: ListedShare }): ReactElement {
  const words = useWords();
  const { share, n } = words;
  const { summary } = useVersion(it.version);
  const end = useEndShare(it.takeId);
  const title = `${partTitle(words, summary, it.section)} ${n.score(it.score ?? 0)}`;
  return (
    <li>
      <div className="grow">
        <Link className="strong" href={`/takes/${it.takeId}`}>
          {title}
        </Link>
        <p className="note">{share.listFacts(n.moment(it.at), it.named, it.replay)}</p>
        <Trouble cause={end.error} />
      </div>
      <button
        type="button"
        className="btn"
        aria-label={share.endOf(title)}
        disabled={end.isPending}
        onClick={() => end.mutate()}
      >
        {share.revoke}
      </button>
    </li>
  );
}
