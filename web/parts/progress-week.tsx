import type { ReactElement } from "react";
import type { Week } from "#dance/practice/week.ts";
import { chooseGoal, GOALS, useGoal } from "../state/goal.ts";
import { useWords } from "../state/language.ts";
import { Choice } from "./choice.tsx";

interface WeekProps {
  readonly week: Week;
  /** Danced this week, not rounded. */
  readonly minutes: number;
}

/** The week as seven bars, the goal, and the weeks before it. */
export function WeekPanels({ week, minutes }: WeekProps): ReactElement {
  const { progress: say } = useWords();
  const goal = useGoal();
  return (
    <div className="pg-week">
      <section className="panel stack">
        <div className="row between">
          <h2>{say.week}</h2>
          <span className="strong">{say.daysOf(week.danced, week.goal)}</span>
        </div>
        <Days week={week} />
        <div className="stack goal">
          <span className="strong">{say.goal}</span>
          <Choice
            label={say.goal}
            value={String(goal)}
            options={GOALS.map((days) => [String(days), String(days)] as const)}
            onChange={(days) => chooseGoal(GOALS.find((it) => String(it) === days) ?? goal)}
          />
        </div>
      </section>
      <section className="panel stack streak">
        <div>
          <p className="num huge">{say.minutes(minutes)}</p>
          <p className="soft">{say.minutesWeek}</p>
        </div>
        <div>
          <p className="num huge">{week.streak > 0 ? say.streak(week.streak) : "–"}</p>
          <p className="soft">{week.streak > 0 ? say.streakSay(week.streak) : say.streakNone}</p>
        </div>
        <p className="note">{week.frozen > 0 ? say.frozen(week.frozen) : say.freeze}</p>
      </section>
    </div>
  );
}

function Days({ week }: Pick<WeekProps, "week">): ReactElement {
  const { n, progress: say } = useWords();
  return (
    <ol className="days">
      {week.days.map((danced, day) => (
        <li
          key={String(day)}
          className={`${danced ? "done" : "free"}${day === week.today ? " today" : ""}`}
          aria-current={day === week.today ? "date" : undefined}
        >
          <i aria-hidden="true" />
          <span>{n.weekday(day)}</span>
          <span className="vh">{danced ? say.danced : say.notDanced}</span>
        </li>
      ))}
    </ol>
  );
}
