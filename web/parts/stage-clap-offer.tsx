import { Hand } from "lucide-react";
import { lazy, type ReactElement, Suspense, useSyncExternalStore } from "react";
import type { Stage } from "../stage/index.ts";
import { useWords } from "../state/language.ts";
import { clapping, skipClapping, useLatency } from "../state/latency.ts";
import { type Senses, useWatch } from "../state/rig.ts";

const Sheet = lazy(() => import("./stage-clap.tsx"));

/** All that clapping asks of a stage. */
export type Handed = Pick<Stage, "view" | "setHands">;

/** Whether the dancer claps now. */
export const useIsClapping = (): boolean => useSyncExternalStore(clapping.subscribe, clapping.get);

/** Between the placement check and the first take: clap with the clicks, or skip. Starting the dance skips it for now. */
export function ClapOffer({ stage }: { readonly stage: Handed }): ReactElement | null {
  const { latency: say } = useWords();
  const { key, offered } = useLatency();
  const { state, framing, hint } = useWatch(stage.view);
  const resting = state === "setup" || state === "given-up";
  if (!resting || !offered || framing === "nobody" || hint !== null) return null;
  return (
    <section className="st-offer" aria-label={say.offer}>
      <h2>{say.offer}</h2>
      <p>{say.offerSay}</p>
      <div className="row">
        <button type="button" className="btn big" onClick={() => clapping.set(true)}>
          <Hand aria-hidden />
          {say.clap}
        </button>
        <button type="button" className="btn big" onClick={() => skipClapping(key)}>
          {say.skip}
        </button>
      </div>
    </section>
  );
}

/** Clapping in place of getting ready; fetched when it is asked for. */
export function ClapSheet(props: { readonly rig: Senses; readonly stage: Handed }): ReactElement {
  return (
    <Suspense>
      <Sheet {...props} />
    </Suspense>
  );
}
