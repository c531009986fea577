import type { ReactElement } from "react";
import type { Stage } from "../stage/index.ts";
import type { Ghosting } from "../state/ghost.ts";
import { useWords } from "../state/language.ts";
import { useWatch } from "../state/rig.ts";
import { GhostMark } from "./marks.tsx";

interface GhostNoteProps {
  readonly stage: Stage;
  readonly ghost: Ghosting;
}

/** Before the dance: who dances beside, or why nobody does. */
export function GhostNote({ stage, ghost }: GhostNoteProps): ReactElement | null {
  const { ghosts } = useWords();
  const { state } = useWatch(stage.view);
  if (ghost.state === "none" || (state !== "setup" && state !== "given-up")) return null;
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
