import { useRef, useState } from "react";
import { useLocation } from "wouter";
import type { Choreography } from "#dance/choreo/choreography.ts";
import type { Summary } from "../api.ts";
import type { Stage } from "../stage/index.ts";
import type { Way } from "../state/addresses.ts";
import { useLagNotes } from "../state/latency.ts";
import { closeTake, type OpenedTake, openTake } from "../state/open-take.ts";

interface Danced {
  readonly summary: Summary;
  readonly choreography: Choreography;
  readonly section: number;
  readonly way: Way;
}

/** A take that is over, while its result is added up and until the dancer goes there or dances again. */
export interface Done {
  /** 0..FULL_SCORE, as judged on this device. */
  readonly score: number;
  /** Null until the take is safe on this device. */
  readonly id: string | null;
}

export type Taking = ReturnType<typeof useTaking>;

/** Opens a take with every start; when it has ended, holds its score until the dancer sees the result or starts again. */
export function useTaking({ summary, choreography, section, way }: Danced, stage: Stage | null) {
  const [, navigate] = useLocation();
  const opened = useRef<Promise<OpenedTake> | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const danced = { summary, choreography, section, rate: way.rate, mirror: way.view === "filmed", seated: false };
  const lag = useLagNotes();
  const start = () => {
    if (!stage) return;
    lag.began();
    const { rate, mirror, seated } = stage.view.get();
    const opening = openTake({ ...danced, rate, mirror, seated });
    opened.current = opening;
    setDone(null);
    void opening.then((it) => setProblem(it.problem));
    stage.start();
  };
  return {
    problem,
    done,
    start,
    again: () => {
      stage?.giveUp();
      start();
    },
    ended: (ended: Parameters<typeof closeTake>[2]) => {
      const { rate, mirror, seated } = stage?.view.get() ?? danced;
      const how = { ...danced, rate, mirror, seated };
      const { score } = ended.result;
      const mine = opened.current ?? openTake(how);
      opened.current = mine;
      setDone({ score, id: null });
      void (async () => {
        const it = await closeTake(how, mine, ended);
        lag.ended(it.id, ended.result, rate);
        // Whoever dances again meanwhile is not called away: the take is safe and is found among the others.
        if (opened.current === mine) setDone({ score, id: it.id });
      })();
    },
    result: () => {
      if (done?.id) navigate(`/takes/${done.id}`);
    },
  };
}
