import type { ReactElement } from "react";
import { useWords } from "../../state/language.ts";
import type { Others } from "../../state/others.ts";
import { OwnTakes, Rivals } from "../compare.tsx";

interface ThirdProps {
  readonly others: Others;
  readonly chosen: string | null;
  readonly failed: boolean;
  readonly onChoose: (id: string | null) => void;
}

/** Chooses whose take stands in the third pane: an earlier one, or another dancer's. */
export function ThirdPane({ others, chosen, failed, onChoose }: ThirdProps): ReactElement {
  const { review, compare } = useWords();
  const listed = [...others.mine.map((it) => it.id), ...others.board.map((it) => it.takeId)];
  const known =
    chosen === null ||
    listed.includes(chosen) ||
    others.crews.some((c) => c.standings.some((s) => s.takeId === chosen));
  return (
    <label className="field">
      <span className="strong">{review.third}</span>
      <select value={chosen ?? ""} onChange={(e) => onChoose(e.currentTarget.value || null)}>
        <option value="">{review.thirdNone}</option>
        {!known && <option value={chosen}>{review.third}</option>}
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
