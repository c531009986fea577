import type { ReactElement, ReactNode } from "react";
import { countName } from "#dance/music/tempo.ts";
import type { CrewSync } from "#dance/practice/sync.ts";
import { SYNC_WORDS, wordOf } from "../../state/coach/sync.ts";
import { useWords } from "../../state/language.ts";
import { NBSP, signedMs, wholeMs } from "../../words/numbers.ts";
import { rove } from "../rove.ts";

type Style = React.CSSProperties;

interface ChartProps {
  readonly sync: CrewSync;
  /** What the dancers are called, in the order of `sync.members`. */
  readonly names: readonly string[];
  readonly onSee: (count: number) => void;
}

interface HeadProps extends Omit<ChartProps, "onSee"> {
  /** How the number is meant. */
  readonly note: string;
  readonly children?: ReactNode;
}

const nameIn = (sync: CrewSync, names: readonly string[], member: string | null): string =>
  names[sync.members.findIndex((it) => it.member === member)] ?? "";

/** The one number, what it is called, and where the crew lies widest apart. */
export function SpreadHead({ sync, names, note, children }: HeadProps): ReactElement {
  const { sync: say } = useWords();
  if (sync.spread === null)
    return (
      <section className="panel stack sync-head">
        <h2>{say.none}</h2>
        <p>{say.noneSay}</p>
        {children}
      </section>
    );
  const widest = sync.counts.reduce((a, b) => ((b.spread ?? -1) > (a.spread ?? -1) ? b : a));
  return (
    <section className="panel stack sync-head">
      <h2>{say.spread}</h2>
      <p className="sync-number">
        <b className="num">{wholeMs(sync.spread)}</b>
        {`${NBSP}ms`} <span className={wordOf(sync.spread)}>{say.words[wordOf(sync.spread)]}</span>
      </p>
      {widest.spread !== null && (
        <p>
          {say.widest(
            countName(widest.count),
            String(wholeMs(widest.spread)),
            nameIn(sync, names, widest.earliest),
            nameIn(sync, names, widest.latest),
          )}
        </p>
      )}
      {children}
      <p className="note">{note}</p>
    </section>
  );
}

/** A bar for each count; a press shows it. */
export function SpreadBars({ sync, onSee }: Omit<ChartProps, "names">): ReactElement {
  const { sync: say } = useWords();
  const most = Math.max(0.08, ...sync.counts.map(({ spread }) => spread ?? 0));
  return (
    <section className="panel stack">
      <div>
        <h2>{say.byCount}</h2>
        <p className="note">{say.byCountSay}</p>
      </div>
      <ol className="sync-bars" onKeyDown={(e) => rove(e, sync.counts.length)}>
        {sync.counts.map(({ count, spread }, i) => {
          const name = countName(count);
          const label = spread === null ? say.barNone(name) : say.bar(name, String(wholeMs(spread)));
          return (
            <li key={count} className={count % 8 === 0 ? "one" : ""}>
              <button
                type="button"
                className={spread === null ? "unseen" : wordOf(spread)}
                tabIndex={i === 0 ? 0 : -1}
                aria-label={label}
                title={label}
                onClick={() => onSee(count)}
              >
                <i style={{ height: `${spread === null ? 6 : Math.max(6, (spread / most) * 100)}%` }} />
              </button>
              {count % 8 === 0 && <span className="num">{count / 8 + 1}</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** Member by eight-count: who is early, who is late. */
export function SyncHeat({ sync, names, onSee }: ChartProps): ReactElement {
  const { sync: say } = useWords();
  const first = Math.floor((sync.counts[0]?.count ?? 0) / 8);
  const eights = sync.members[0]?.eights ?? [];
  const told = (offset: number): string => {
    const ms = String(wholeMs(offset));
    return ms === "0" ? say.onTime : offset > 0 ? say.late(ms) : say.early(ms);
  };
  return (
    <section className="panel stack">
      <div>
        <h2>{say.heat}</h2>
        <p className="note">{say.heatSay}</p>
      </div>
      <div className="sync-scroll">
        <table
          className="heat sync-heat"
          style={{ "--eights": eights.length } as Style}
          onKeyDown={(e) => rove(e, eights.length)}
        >
          <thead>
            <tr>
              <th scope="col">
                <span className="vh">{say.member}</span>
              </th>
              {eights.map((_, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an eight-count is its place
                <th key={i} scope="col">
                  {first + i + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sync.members.map(({ member, eights: its }, row) => (
              <tr key={member}>
                <th scope="row">{names[row]}</th>
                {its.map((it, i) => {
                  const worth = it === null ? "unseen" : Math.abs(it.offset) < SYNC_WORDS.off ? "good" : "miss";
                  return (
                    // biome-ignore lint/suspicious/noArrayIndexKey: an eight-count is its place
                    <td key={i}>
                      <button
                        type="button"
                        className={worth}
                        tabIndex={row === 0 && i === 0 ? 0 : -1}
                        aria-label={say.cell(
                          names[row] ?? "",
                          String(first + i + 1),
                          it ? told(it.offset) : say.notTold,
                        )}
                        onClick={() => onSee(Math.max(sync.counts[0]?.count ?? 0, (first + i) * 8))}
                      >
                        <span className="num">
                          {it ? `${it.offset > 0 && wholeMs(it.offset) > 0 ? "+" : ""}${signedMs(it.offset)}` : "–"}
                        </span>
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
