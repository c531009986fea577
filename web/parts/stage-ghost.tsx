import type { ReactElement } from "react";
import type { Ghosting } from "../state/ghost.ts";
import { useWords } from "../state/language.ts";
import { GhostMark } from "./marks.tsx";

/** Before the dance: who dances beside, or why nobody does. */
export function GhostNote({ ghost }: { readonly ghost: Ghosting }): ReactElement | null {
  const { ghosts } = useWords();
  if (ghost.state === "none") return null;
  return (
    <p className="st-ghost-note" role="status">
      <GhostMark />
      <span>{ghost.state === "here" ? ghosts.here(ghost.name, ghost.mine) : ghosts[ghost.state]}</span>
    </p>
  );
}

interface GhostScoreProps {
  readonly ghost: Ghosting;
  /** So far, 0..FULL_SCORE; null before it has danced. */
  readonly score: number | null;
}

/** What the ghost's take is worth so far, beside one's own score. */
export function GhostScore({ ghost, score }: GhostScoreProps): ReactElement | null {
  const words = useWords();
  if (ghost.state !== "here") return null;
  return (
    <span className="st-ghost num">
      <GhostMark />
      <span className="name">{ghost.mine ? words.ghosts.mine : ghost.name}</span>{" "}
      {score === null ? "–" : words.n.score(score)}
    </span>
  );
}
