import { type ReactElement, useEffect, useState } from "react";
import type { Standing } from "../../stage/standers.ts";
import { farthestOff } from "../../state/coach/live.ts";
import { wordOf } from "../../state/coach/sync.ts";
import { useWords } from "../../state/language.ts";
import { wholeMs } from "../../words/numbers.ts";
import type { Told } from "./live-floor.tsx";
import { Who } from "./who.tsx";

/** Seconds at the ends of the lane. */
const REACH = 0.25;

interface ToldProps {
  readonly told: Told | null;
}

/** The one number of the last counts, and everybody on a lane: early on the left, late on the right. */
export function LiveTold({ told }: ToldProps): ReactElement {
  const { live: say, sync } = useWords();
  const spread = told?.now.spread ?? null;
  return (
    <section className="live-told" aria-label={say.spread}>
      <p className="live-number">
        {spread === null ? (
          <span>{say.listening}</span>
        ) : (
          <>
            <b className="num">{wholeMs(spread)}</b>
            <span>
              ms <em>{sync.words[wordOf(spread)]}</em>
            </span>
          </>
        )}
      </p>
      <Lane told={told} />
    </section>
  );
}

/** Everybody's number where they lie; those who lie on each other stand one over the other. */
function Lane({ told }: ToldProps): ReactElement {
  const { live: say } = useWords();
  const placed = (told?.numbers ?? [])
    .flatMap((number, i) => {
      const offset = told?.now.offsets[i] ?? null;
      return offset === null ? [] : [{ number, at: 50 + 50 * Math.max(-1, Math.min(1, offset / REACH)) }];
    })
    .sort((a, b) => a.at - b.at);
  return (
    <div className="live-lane" role="img" aria-label={say.lane}>
      <span>{say.early}</span>
      <span>{say.late}</span>
      <i />
      {placed.map(({ number, at }, i) => (
        <div key={number} style={{ left: `${at}%` }} className={i % 2 === 0 ? "up" : "down"}>
          <Who number={number} />
        </div>
      ))}
    </div>
  );
}

interface VerdictProps extends ToldProps {
  readonly people: readonly Standing[];
  readonly nameOf: (number: number) => string;
  /** Names that were given, from number 1 on: a number alone is enough for the others. */
  readonly given: readonly string[];
}

/** Who lies farthest off just now and how that is said; null where nobody is off. */
function useFarthest(told: Told | null, nameOf: (number: number) => string) {
  const { live: say } = useWords();
  if (!told) return null;
  const seen = told.numbers.flatMap((number, i) => {
    const offset = told.now.offsets[i] ?? null;
    return offset === null ? [] : [{ number, offset }];
  });
  const off = farthestOff(seen);
  if (!off) return null;
  const ms = String(wholeMs(off.seconds));
  const how =
    off.behind !== null ? say.behind(ms, nameOf(off.behind)) : off.seconds > 0 ? say.isLate(ms) : say.isEarly(ms);
  return { number: off.number, how };
}

/** In the corner of the picture: who is off most and by how much, or that all are together; and who is not seen. */
export function LiveVerdict({ told, people, nameOf, given }: VerdictProps): ReactElement {
  const { live: say } = useWords();
  const gone = people.filter((it) => it.gone);
  const off = useFarthest(told, nameOf);
  return (
    <div className="live-verdict" aria-hidden="true">
      {off ? (
        <p style={{ "--who": `var(--who-${off.number})` } as React.CSSProperties} className="off">
          <span>
            <Who number={off.number} /> {given[off.number - 1]}
          </span>
          <b>{off.how}</b>
        </p>
      ) : (
        told?.now.spread != null && (
          <p>
            <b>{say.together}</b>
          </p>
        )
      )}
      {gone.map(({ number }) => (
        <p key={number} className="gone">
          <span>
            <Who number={number} /> {say.gone(nameOf(number))}
          </span>
        </p>
      ))}
    </div>
  );
}

/** The same for whoever does not see the screen, once in an eight-count. */
export function LiveStatus({
  told,
  count,
  nameOf,
}: Omit<VerdictProps, "people" | "given"> & { readonly count: number }) {
  const { live: say } = useWords();
  const [said, setSaid] = useState("");
  const eight = Math.floor(count / 8);
  const off = useFarthest(told, nameOf);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once in an eight-count, however often it changes
  useEffect(() => {
    if (!told || told.now.spread === null) return setSaid("");
    const how = off ? `${nameOf(off.number)} ${off.how}` : say.together;
    setSaid(say.status(String(wholeMs(told.now.spread)), how));
  }, [eight]);
  return (
    <p className="vh" aria-live="polite">
      {said}
    </p>
  );
}
