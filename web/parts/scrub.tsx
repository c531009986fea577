import { type CSSProperties, type KeyboardEvent, type ReactElement, type RefObject, useCallback } from "react";
import { countAtTime, type Tempo } from "#dance/music/tempo.ts";
import { useWords } from "../state/language.ts";
import type { usePlayhead } from "./playhead.ts";
import { type Move, moveOf } from "./replay-keys.ts";
import type { Unit } from "./replay-scene.ts";

interface Scrubbed {
  /** Song time in seconds. */
  readonly from: number;
  readonly to: number;
  readonly tempo: Tempo;
}

type Step = (time: number, unit: Unit, way: 1 | -1) => number;

/** What buttons and keys ask of a playhead; `step` is the song time that lies one step from another. */
export function useMoves(head: ReturnType<typeof usePlayhead>, { from, to }: Scrubbed, step: Step) {
  const { playing, setPlaying, setRate, go, time } = head;
  const move = useCallback(
    (asked: Move) => {
      if (asked.kind === "speed") return setRate(asked.rate);
      if (asked.kind === "play") return setPlaying(!playing);
      setPlaying(false);
      if (asked.kind === "end") return go(asked.way < 0 ? from : to);
      go(step(time.current, asked.unit, asked.way));
    },
    [from, to, step, playing, setPlaying, setRate, go, time],
  );
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const asked = moveOf(event);
    if (!asked) return;
    event.preventDefault();
    move(asked);
  };
  return { move, onKeyDown };
}

interface ScrubProps {
  readonly range: RefObject<HTMLInputElement | null>;
  readonly scene: Scrubbed;
  /** What stands at the position, in words. */
  readonly says: string;
  readonly onGo: (time: number) => void;
}

/** The position in the song, marked by eight-counts; whoever shows a time sets its value. */
export function Scrub({ range, scene, says, onGo }: ScrubProps): ReactElement {
  const { replay } = useWords();
  const { from, to, tempo } = scene;
  const eights = Math.max(1, (countAtTime(tempo, to) - countAtTime(tempo, from)) / 8);
  return (
    <input
      ref={range}
      className="scrub"
      type="range"
      aria-label={replay.position}
      aria-valuetext={says}
      min={from}
      max={to}
      step="any"
      defaultValue={from}
      style={{ "--eights": eights } as CSSProperties}
      onInput={(e) => onGo(Number(e.currentTarget.value))}
    />
  );
}

/** Scrolls to where it is in the middle, as calmly as the dancer has asked. */
export function bringIntoView(it: Element | null): void {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  it?.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
}
