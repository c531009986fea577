import type { ReactElement } from "react";
import type { Which } from "../state/boards.ts";
import { useWords } from "../state/language.ts";
import { State } from "./states.tsx";

/** Why a board is empty, and what would open it. */
export function BoardEmpty({ which }: { readonly which: Which }): ReactElement {
  const { board, standings: say } = useWords();
  const open = { full: board.emptyDo, mirrored: say.emptyMirrored, seated: say.emptySeated }[which.kind];
  const [title, todo] =
    which.scope === "picks"
      ? [say.emptyPicks, say.emptyPicksDo]
      : which.scope === "crew"
        ? [say.emptyCrew, say.emptyCrewDo]
        : which.window === "week"
          ? [say.emptyWeek, which.kind === "full" ? say.emptyWeekDo : open]
          : [board.empty, open];
  return (
    <State within title={title}>
      {todo}
    </State>
  );
}
