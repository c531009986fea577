import type { ReactElement } from "react";
import type { SharedTake } from "../api.ts";
import { useWords } from "../state/language.ts";

/** Characters of a hash that are enough to compare by eye. */
const PRINT = 12;

/** How a verified take was checked: by which rules, from which replay, when. */
export function HowVerified({ verified }: { readonly verified: NonNullable<SharedTake["verified"]> }): ReactElement {
  const { trust, n } = useWords();
  const rows = [
    [trust.judged, verified.replay === null ? n.day(verified.at) : n.moment(verified.at)],
    [trust.rules, trust.rulesNo(n.whole(verified.rules))],
    [trust.camera, trust.cameraSay],
    ...(verified.replay === null ? [] : [[trust.replay, trust.replaySay(verified.replay.slice(0, PRINT))] as const]),
  ] as const;
  return (
    <details className="how">
      <summary>{trust.how}</summary>
      <dl>
        {rows.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {verified.replay !== null && <p>{trust.watch}</p>}
    </details>
  );
}
