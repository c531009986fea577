import type { ReactElement } from "react";
import { Link } from "wouter";
import { besideAddress } from "../state/addresses.ts";
import { useWords } from "../state/language.ts";
import { GhostMark } from "./marks.tsx";

interface DanceBesideProps {
  /** The stage on which the take was danced. */
  readonly stage: string;
  readonly takeId: string;
  /** Whose take it is. */
  readonly name: string;
  readonly mine: boolean;
  /** Said in full, or by its mark alone. */
  readonly words?: boolean;
}

/** The way to the stage with a take beside. */
export function DanceBeside({ stage, takeId, name, mine, words: full = false }: DanceBesideProps): ReactElement {
  const { ghosts } = useWords();
  return (
    <Link className={full ? "btn" : "btn beside"} href={besideAddress(stage, takeId)}>
      <GhostMark />
      <span>{full ? ghosts.beside : ghosts.ghost}</span>
      <span className="vh">: {ghosts.besideWhom(name, mine)}</span>
    </Link>
  );
}
