import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { kindOf } from "#dance/practice/board.ts";
import { type Break, PASS, type Pass, type Speed, speedBeside } from "#dance/practice/ladder.ts";
import { secondsDanced } from "#dance/practice/progress.ts";
import { type Span, sectionSpan } from "#dance/practice/span.ts";
import type { EndedTake, PauseCause, Stage } from "../stage/index.ts";
import type { Loop, Way } from "../state/addresses.ts";
import { useLagNotes } from "../state/latency.ts";
import { closeTake, type Danced } from "../state/open-take.ts";
import type { Opened } from "../state/opened.ts";
import { openPractice, type Practice, type Practising } from "../state/practice.ts";
import { rememberPass } from "../state/practised.ts";
import { type Ground, layGround, useGround } from "./stage-ground.ts";

/** A loop on the stage. */
export interface Looping extends Pick<Opened<Ground>, "fresh" | "again"> {
  readonly practice: Practice;
  /** Null until the first span sounds. */
  readonly ground: Ground | null;
}

const nothing = () => () => undefined;

/** How practising stands; null where nothing is looped. */
export const usePractising = (practice: Practice | null): Practising | null =>
  useSyncExternalStore(practice?.subscribe ?? nothing, () => practice?.get() ?? null);

/** Practice of the loop that the address asked for when the page was opened; null where it asked for none. */
export function useLooping(
  version: string,
  choreography: Choreography,
  section: number,
  asked: Loop | null,
  way: Way,
): Looping | null {
  const [practice] = useState(() => {
    if (!asked) return null;
    return openPractice(asked.span, sectionSpan(choreography, section), way.rate, asked.ladder);
  });
  const span = usePractising(practice)?.ladder.span ?? null;
  const { it: ground, fresh, again } = useGround(version, choreography, span);
  return practice && { practice, ground, fresh, again };
}

const BREAK_OF: Readonly<Record<PauseCause, Break>> = {
  asked: "paused",
  camera: "camera-lost",
  clock: "clock-jumped",
  detector: "paused",
  hidden: "paused",
  sound: "paused",
};

/** A pass through all of a section at full speed, danced by somebody who was there to be seen, is a take like any other. */
function isTake({ summary, section, rate }: Danced, span: Span, { coverage }: Pass): boolean {
  const whole = sectionSpan(summary, section);
  return rate === 1 && span.from === whole.from && span.to === whole.to && coverage >= PASS.coverage;
}

/** Starts, breaks and goes on with a loop on a stage. */
export function useLoopTaking(
  looping: Looping | null,
  stage: Stage | null,
  { summary, choreography, section }: Pick<Danced, "summary" | "choreography" | "section">,
) {
  /** The loop has grown: it is counted in as soon as the longer one is ready. */
  const growing = useRef(false);
  const lag = useLagNotes();
  const practice = looping?.practice ?? null;
  const ground = looping?.ground ?? null;
  const fresh = looping?.fresh ?? false;
  const start = () => {
    // Nobody is counted in to what is about to be taken away.
    if (!stage || !practice || growing.current || !fresh) return;
    practice.began();
    lag.began();
    stage.setRate(practice.get().ladder.speed);
    stage.start();
  };
  useEffect(() => {
    if (!stage || !ground || !practice) return;
    layGround(stage, ground);
    if (!growing.current) return;
    growing.current = false;
    practice.began();
    stage.setRate(practice.get().ladder.speed);
    stage.start();
  }, [stage, ground, practice]);
  useEffect(
    () =>
      stage?.view.subscribe(() => {
        const { state, pause } = stage.view.get();
        if (state === "paused" && pause) practice?.broke(BREAK_OF[pause]);
      }),
    [stage, practice],
  );
  return {
    start,
    /** What is danced next is there; else it is being made ready, or waits for `retry`. */
    ready: fresh,
    retry: looping?.again ?? null,
    again: () => {
      stage?.giveUp();
      start();
    },
    /** One step slower or faster from the next pass on. */
    step: (way: 1 | -1) => {
      const speed = practice && speedBeside(practice.get().ladder.speed, way);
      if (speed) practice.speed(speed);
    },
    speed: (speed: Speed) => practice?.speed(speed),
    passed: (ended: EndedTake): number | null => {
      if (!practice || !ground || !stage) return null;
      const { result } = ended;
      const { rate, mirror, seated } = stage.view.get();
      const next = practice.passed(result);
      const { from, to } = ground.reference;
      const id = crypto.randomUUID();
      lag.ended(id, result, rate);
      rememberPass({
        id,
        version: summary.version,
        section,
        kind: kindOf({ mirror, seated }),
        span: ground.span,
        rate,
        score: result.score,
        atMs: Date.now(),
        seconds: secondsDanced(to - from, rate),
      });
      const danced = { summary, choreography, section, rate, mirror, seated };
      if (isTake(danced, ground.span, result))
        void closeTake(danced, Promise.resolve({ id, opened: false, problem: null }), ended);
      growing.current = next === null;
      return next;
    },
  };
}

export type LoopTaking = ReturnType<typeof useLoopTaking>;
