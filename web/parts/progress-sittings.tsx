import type { ReactElement } from "react";
import { sectionName } from "../state/addresses.ts";
import type { Routines } from "../state/danced.ts";
import { grouped } from "../state/groups.ts";
import { useWords } from "../state/language.ts";
import type { ProgressPage } from "../state/progress-page.ts";
import type { Words } from "../words/index.ts";

/** What was danced in a sitting, by name. */
function namesOf(words: Words, takes: ProgressPage["sittings"][number]["takes"], routines: Routines): string {
  return [...grouped(takes, ({ version }) => routines.get(version))]
    .flatMap(([routine, danced]) => {
      if (!routine) return [];
      const names = danced.map(({ section }) => sectionName(words, routine.sections, section));
      return `${routine.title[words.language]}: ${[...new Set(names)].join(", ")}`;
    })
    .join(" · ");
}

/** Sittings of practice, the last first: when, how long, how many takes, how many bests. */
export function Sittings({ page }: { readonly page: ProgressPage }): ReactElement {
  const words = useWords();
  const { n, progress: say } = words;
  return (
    <ol className="sittings">
      {page.sittings.map((sitting) => (
        <li key={sitting.id}>
          <span className="when">
            <b>{n.evening(sitting.fromMs)}</b>
            <span className="note">{namesOf(words, sitting.takes, page.routines)}</span>
          </span>
          <span className="num">{say.minutes(sitting.minutes)}</span>
          <span>{say.takes(sitting.takes.length)}</span>
          <span className="bests">{sitting.bests.length > 0 && <b>{say.bests(sitting.bests.length)}</b>}</span>
        </li>
      ))}
    </ol>
  );
}
