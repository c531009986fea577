import type { ReactElement } from "react";
import type { TakeResult } from "#dance/scoring/result.ts";
import type { Standing, TakeRow } from "../api.ts";
import { type Difference, differenceOf, type LimbDifference } from "../state/compare.ts";
import { useWords } from "../state/language.ts";
import type { Others } from "../state/others.ts";
import type { Words } from "../words/index.ts";
import { wholeMs } from "../words/numbers.ts";
import { Fold } from "./fold.tsx";

/** Who danced the other take: somebody by name, or I myself at a moment (ms since 1970). */
export type OtherDancer = { readonly name: string } | { readonly at: number };

/** When a take was danced, in ms since 1970. */
export const momentOf = (take: TakeRow): number => take.dancedAt ?? take.judgedAt ?? take.openedAt;

/** Who danced the take of this id, as far as the lists know. */
export function dancerOf(others: Others, id: string | null): OtherDancer | null {
  const take = others.mine.find((it) => it.id === id);
  if (take) return { at: momentOf(take) };
  const row = [...others.board, ...others.crews.flatMap((crew) => crew.standings)].find((it) => it.takeId === id);
  return row ? { name: row.dancer.name } : null;
}

/** What parts two takes, in a few short sentences. */
export function differenceText(words: Words, it: Difference, who: OtherDancer, now: number): string[] {
  const { compare: say, n, names } = words;
  const limb = (told: LimbDifference, sentence: (limb: string, eights: string) => string) =>
    sentence(names.limb[told.limb], told.eights.map((eight) => n.whole(eight + 1)).join(", "));
  const list = [scoreText(words, it.points, who, now)];
  if (it.better) list.push(limb(it.better, say.better));
  if (it.worse) list.push(limb(it.worse, say.worse));
  if (!it.better && !it.worse) list.push(say.alike);
  if (it.steadier !== null) list.push((it.steadier > 0 ? say.steadier : say.looser)(n.whole(wholeMs(it.steadier))));
  return list;
}

function scoreText({ compare: say, n }: Words, points: number, who: OtherDancer, now: number): string {
  if ("at" in who) {
    const when = n.ago(who.at, now);
    return points === 0 ? say.sameSince(when) : say.since(n.signed(points), when);
  }
  if (points === 0) return say.level(who.name);
  return (points > 0 ? say.ahead : say.behind)(n.signed(Math.abs(points)).slice(1), who.name);
}

interface CompareProps {
  readonly others: Others;
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
  readonly result: TakeResult;
  /** The other take's result, in the same left and right; null until it is here. */
  readonly other: TakeResult | null;
  readonly failed: boolean;
  /** The other take was danced on the other side and is turned. */
  readonly turned: boolean;
}

/** Chooses another take and tells the differences. */
export function Compare(props: CompareProps): ReactElement {
  const words = useWords();
  const { compare: say } = words;
  const { others, chosen, onChoose } = props;
  const empty = others.mine.length + others.board.length + others.crews.length === 0;
  return (
    <Fold className="panel compare" title={<h2>{say.title}</h2>}>
      {empty ? (
        <p className="soft">{others.unknown ? say.unknown : say.none}</p>
      ) : (
        <>
          <label className="field">
            <span className="strong">{say.with}</span>
            <select value={chosen ?? ""} onChange={(e) => onChoose(e.currentTarget.value || null)}>
              <option value="">{say.nobody}</option>
              <OwnTakes label={say.mine} takes={others.mine} />
              <Rivals label={say.board} rows={others.board} />
              {others.crews.map((crew) => (
                <Rivals key={crew.name} label={say.crew(crew.name)} rows={crew.standings} />
              ))}
            </select>
          </label>
          <Told {...props} />
        </>
      )}
    </Fold>
  );
}

function Told({ others, chosen, result, other, failed, turned }: CompareProps): ReactElement {
  const words = useWords();
  const { compare: say } = words;
  const who = dancerOf(others, chosen);
  const told = other && who ? differenceText(words, differenceOf(result, other), who, Date.now()) : null;
  return (
    <div className="told-difference" role="status">
      {told ? (
        <>
          <p className="lead">{told[0]}</p>
          <p>{told.slice(1).join(" ")}</p>
          {turned && <p className="soft">{say.otherSides}</p>}
        </>
      ) : (
        <p className="soft">{chosen === null ? say.say : failed ? say.failed : say.wait}</p>
      )}
    </div>
  );
}

/** Takes of mine, as options of a choice. */
export function OwnTakes({ label, takes }: { readonly label: string; readonly takes: readonly TakeRow[] }) {
  const { n } = useWords();
  if (takes.length === 0) return null;
  return (
    <optgroup label={label}>
      {takes.map((take) => (
        <option key={take.id} value={take.id}>
          {[n.moment(momentOf(take)), n.score(take.score ?? 0), take.rate === 1 ? "" : n.speed(take.rate)]
            .filter(Boolean)
            .join(" · ")}
        </option>
      ))}
    </optgroup>
  );
}

/** Takes of a board, as options of a choice. */
export function Rivals({ label, rows }: { readonly label: string; readonly rows: readonly Standing[] }) {
  const { n } = useWords();
  if (rows.length === 0) return null;
  return (
    <optgroup label={label}>
      {rows.map((row) => (
        <option key={row.takeId} value={row.takeId}>
          {`${row.rank}. ${row.dancer.name} · ${n.score(row.score)}`}
        </option>
      ))}
    </optgroup>
  );
}
