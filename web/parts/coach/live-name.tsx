import type { ReactElement } from "react";
import { useCrew } from "../../state/crews.ts";
import { useWords } from "../../state/language.ts";
import { Who } from "./who.tsx";

interface LiveNameProps {
  readonly crew: string;
  readonly number: number;
  /** "" where nobody said. */
  readonly name: string;
  readonly onName: (name: string) => void;
}

/** A number and whose it is: one of the crew's, or nobody's. */
export function LiveName({ crew, number, name, onName }: LiveNameProps): ReactElement {
  const { live: say } = useWords();
  const members = (useCrew(crew).data?.members ?? []).map(({ dancer }) => dancer.name);
  return (
    <label className="live-name">
      <Who number={number} />
      <select aria-label={say.whoIs(number)} value={name} onChange={(e) => onName(e.currentTarget.value)}>
        <option value="">{say.dancer(number)}</option>
        {[...new Set([...members, ...(name === "" ? [] : [name])])].map((it) => (
          <option key={it} value={it}>
            {it}
          </option>
        ))}
      </select>
    </label>
  );
}
