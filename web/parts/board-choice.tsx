import { type ReactElement, useId } from "react";
import { BOARD_KINDS, BOARD_WINDOWS, type BoardScope } from "#dance/practice/board.ts";
import type { Which } from "../state/boards.ts";
import { useCrews } from "../state/crews.ts";
import { useWords } from "../state/language.ts";
import { Choice } from "./choice.tsx";

interface BoardChoiceProps {
  readonly which: Which;
  readonly onChange: (which: Which) => void;
}

/** Whose takes, since when, and how they were danced. */
export function BoardChoice({ which, onChange }: BoardChoiceProps): ReactElement {
  const { standings: say } = useWords();
  const { nobody, crews } = useCrews();
  const id = useId();
  const whose = which.scope === "crew" ? `crew ${which.crew}` : which.scope;
  const choose = (value: string) => {
    const [scope, crew = ""] = value.split(" ");
    onChange({ ...which, scope: scope as BoardScope, crew });
  };
  return (
    <div className="board-choice">
      {!nobody && (
        <div className="field">
          <label className="vh" htmlFor={id}>
            {say.whose}
          </label>
          <select id={id} value={whose} onChange={(e) => choose(e.target.value)}>
            <option value="everyone">{say.scopes.everyone}</option>
            <option value="picks">{say.scopes.picks}</option>
            {(crews.data ?? []).map((crew) => (
              <option key={crew.id} value={`crew ${crew.id}`}>
                {say.crew(crew.name)}
              </option>
            ))}
          </select>
        </div>
      )}
      <Choice
        label={say.since}
        value={which.window}
        options={BOARD_WINDOWS.map((it) => [it, say.windows[it]] as const)}
        onChange={(window) => onChange({ ...which, window })}
      />
      <Choice
        label={say.how}
        value={which.kind}
        options={BOARD_KINDS.map((it) => [it, say.kinds[it]] as const)}
        onChange={(kind) => onChange({ ...which, kind })}
      />
    </div>
  );
}
