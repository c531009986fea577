import type { ReactElement } from "react";
import { useWords } from "../../state/language.ts";
import { onceEach, useMine } from "../../state/routines.ts";
import { Cards } from "../card.tsx";

/** My published routines, each with whom it is for; nothing where there is none. */
export function MyPublished(): ReactElement | null {
  const { publish } = useWords();
  const { list, today } = useMine();
  if (list.isError && today.length === 0) return <p className="note">{publish.cannotAskMine}</p>;
  if (today.length === 0) return null;
  return (
    <section>
      <h2 className="cards-head">{publish.published}</h2>
      <Cards list={onceEach(today)} />
    </section>
  );
}
