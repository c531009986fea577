import { useRef, useState } from "react";
import { useLocation } from "wouter";
import type { Summary } from "../api.ts";
import type { Stage } from "../stage/index.ts";
import type { Way } from "../state/addresses.ts";
import { useLagNotes } from "../state/latency.ts";
import { closeTake, type OpenedTake, openTake } from "../state/open-take.ts";

interface Danced {
  readonly summary: Summary;
  readonly section: number;
  readonly way: Way;
}

export type Taking = ReturnType<typeof useTaking>;

/** Opens a take with every start, and takes it to its result page when it has ended. */
export function useTaking({ summary, section, way }: Danced, stage: Stage | null) {
  const [, navigate] = useLocation();
  const opened = useRef<Promise<OpenedTake> | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [finishing, setFinishing] = useState(false);
  const danced = { summary, section, rate: way.rate, mirror: way.view === "filmed", seated: false };
  const lag = useLagNotes();
  const start = () => {
    if (!stage) return;
    lag.began();
    const { rate, mirror, seated } = stage.view.get();
    const opening = openTake({ ...danced, rate, mirror, seated });
    opened.current = opening;
    void opening.then((it) => setProblem(it.problem));
    stage.start();
  };
  return {
    problem,
    finishing,
    start,
    again: () => {
      stage?.giveUp();
      start();
    },
    ended: (ended: Parameters<typeof closeTake>[2]) => {
      setFinishing(true);
      const { rate, mirror, seated } = stage?.view.get() ?? danced;
      const how = { ...danced, rate, mirror, seated };
      void (async () => {
        const it = await (opened.current ?? openTake(how));
        lag.ended(it.id, ended.result, rate);
        await closeTake(how, it, ended);
        navigate(`/takes/${it.id}`);
      })();
    },
  };
}
