import { useCallback } from "react";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { type Span, secondsOf, withSpan } from "#dance/practice/span.ts";
import { prepare, type Reference } from "#dance/scoring/reference.ts";
import type { LoopSong } from "../song/index.ts";
import type { Stage } from "../stage/index.ts";
import { openDanceLoop } from "../state/dance-song.ts";
import { type Opened, useOpened } from "../state/opened.ts";
import { useOwnSong } from "../state/own-song.ts";

/** A span ready to be looped: what it asks for and how it sounds. */
export interface Ground {
  readonly span: Span;
  readonly reference: Reference;
  readonly song: LoopSong;
  close(): void;
}

async function openGround(version: string, choreography: Choreography, span: Span): Promise<Ground> {
  const song = await openDanceLoop(version, choreography, secondsOf(span, choreography.tempo));
  return { span, reference: prepare(withSpan(choreography, span), 0), song, close: () => song.close() };
}

/** The sound and the keyframes of a span; those of the span before stay until the next are there. */
export function useGround(version: string, choreography: Choreography, span: Span | null): Opened<Ground> {
  const own = useOwnSong(version);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another copy, or the same elsewhere, is another song
  const open = useCallback(() => openGround(version, choreography, span as Span), [version, choreography, span, own]);
  return useOpened(span ? open : null);
}

/** Lays ground under a stage. What is still danced on the one before is given up: its song is closed by now. */
export function layGround(stage: Pick<Stage, "setSpan" | "giveUp">, { reference, song }: Ground): void {
  if (stage.setSpan(reference, song)) return;
  stage.giveUp();
  stage.setSpan(reference, song);
}
