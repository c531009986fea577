import type { ReactElement } from "react";
import type { MemberTakes } from "../../api.ts";
import { useWords } from "../../state/language.ts";
import type { Others } from "../../state/others.ts";
import { OwnTakes, Rivals } from "../compare.tsx";

interface ThirdProps {
  readonly others: Others;
  /** Whose take is reviewed, and their other takes that I may see. */
  readonly own: string;
  readonly theirs: MemberTakes["takes"];
  readonly chosen: string | null;
  readonly failed: boolean;
  readonly onChoose: (id: string | null) => void;
}

/** Chooses whose take stands beside: an earlier one, or another dancer's. */
export function ThirdPane({ others, own, theirs, chosen, failed, onChoose }: ThirdProps): ReactElement {
  const { review, compare, n } = useWords();
  const listed = [
    ...theirs.map((it) => it.id),
    ...others.mine.map((it) => it.id),
    ...others.board.map((it) => it.takeId),
  ];
  const known =
    chosen === null ||
    listed.includes(chosen) ||
    others.crews.some((c) => c.standings.some((s) => s.takeId === chosen));
  return (
    <label className="field">
      <span className="strong">{review.third}</span>
      <select value={chosen ?? ""} onChange={(e) => onChoose(e.currentTarget.value || null)}>
        <option value="">{review.thirdNone}</option>
        {!known && <option value={chosen}>{review.thirdOther}</option>}
        {theirs.length > 0 && (
          <optgroup label={review.earlier(own)}>
            {theirs.map((it) => (
              <option key={it.id} value={it.id}>
                {[n.moment(it.at), n.score(it.score), it.rate === 1 ? "" : n.speed(it.rate)]
                  .filter(Boolean)
                  .join(" · ")}
              </option>
            ))}
          </optgroup>
        )}
        <OwnTakes label={compare.mine} takes={others.mine} />
        <Rivals label={compare.board} rows={others.board} />
        {others.crews.map((crew) => (
          <Rivals key={crew.name} label={compare.crew(crew.name)} rows={crew.standings} />
        ))}
      </select>
      {failed && (
        <span className="bad" role="alert">
          {review.thirdFailed}
        </span>
      )}
    </label>
  );
}
