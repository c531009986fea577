import { type ReactElement, useEffect, useState } from "react";
import { type BegunDance, leftDances } from "../../state/dance-log.ts";
import { dropPlan } from "../../state/dance-plan.ts";
import { useWords } from "../../state/language.ts";

/** Dances that a closed tab left behind: to be looked at and kept, or let go. */
export function LeftDances({ onLook }: { readonly onLook: (left: BegunDance) => void }): ReactElement | null {
  const { danceIn: say, n } = useWords();
  const [left, setLeft] = useState<readonly BegunDance[]>([]);
  useEffect(() => {
    void leftDances().then(({ danced, empty }) => {
      setLeft(danced);
      for (const id of empty) void dropPlan(id);
    });
  }, []);
  if (left.length === 0) return null;
  const drop = (id: string) => {
    setLeft(left.filter((it) => it.id !== id));
    void dropPlan(id);
  };
  return (
    <section className="di-left" aria-labelledby="di-left">
      <h2 id="di-left">{say.leftTitle}</h2>
      <ul>
        {left.map((it) => (
          <li key={it.id}>
            <span>{say.left(it.song?.name ?? say.leftMetronome(n.whole(it.tempo.bpm)), n.moment(it.beganAt))}</span>
            <span className="row">
              <button type="button" className="btn" onClick={() => onLook(it)}>
                {say.leftLook}
              </button>
              <button type="button" className="btn plain" onClick={() => drop(it.id)}>
                {say.leftDrop}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
