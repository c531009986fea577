import { type ReactElement, useCallback, useEffect, useSyncExternalStore } from "react";
import { boundLatency } from "#dance/practice/latency.ts";
import { openTicks, tickTimes } from "../song/ticks.ts";
import { Clapping, type ClapView, ENOUGH } from "../stage/clapping.ts";
import { useWords } from "../state/language.ts";
import { clapping, setLatency, useLatency } from "../state/latency.ts";
import { useOpened } from "../state/opened.ts";
import { type Senses, useWatch } from "../state/rig.ts";
import { forgets } from "../state/stored.ts";
import { signedMs, wholeMs } from "../words/numbers.ts";
import { Eight } from "./marks.tsx";
import { usePageKeys } from "./page-keys.ts";
import type { Handed } from "./stage-clap-offer.tsx";

/** Clicks and an ear for claps. */
async function openClapping({ source }: Pick<Senses, "source">) {
  const song = await openTicks();
  const clapping = new Clapping(source, song, tickTimes());
  const close = () => {
    clapping.close();
    song.close();
  };
  return { clapping, close };
}

const STILL: ClapView = { state: "still", claps: 0, found: null };
const nothing = () => () => undefined;

/** Clapping hands ask for nothing; a camera or a detector that goes away, or Escape, ends it. */
function useClappingEnds({ camera, source }: Senses, stage: Handed): void {
  const live = useWatch(camera.view).state === "live";
  const ready = useWatch(source.state).kind === "ready";
  const seeing = live && ready;
  useEffect(() => {
    if (!seeing) clapping.set(false);
  }, [seeing]);
  useEffect(() => {
    stage.setHands({}, () => undefined);
    return () => clapping.set(false);
  }, [stage]);
  usePageKeys(({ key }) => key === "Escape" && clapping.set(false));
}

/** Clapping in place of getting ready: what is heard, how many claps were seen, and in the end the delay in words. */
export default function ClapSheet({ rig, stage }: { readonly rig: Senses; readonly stage: Handed }): ReactElement {
  const words = useWords();
  const say = words.latency;
  const { source } = rig;
  const { it, again } = useOpened(useCallback(() => openClapping({ source }), [source]));
  const listening = it?.clapping ?? null;
  const { key } = useLatency();
  const view = useSyncExternalStore(listening?.view.subscribe ?? nothing, () => listening?.view.get() ?? STILL);
  useEffect(() => listening?.listen(key), [listening, key]);
  useEffect(() => {
    // What is plugged in while the result is read has a delay of its own.
    if (listening && view.found?.told) setLatency(listening.heardBy, view.found.latency);
  }, [view, listening]);
  useClappingEnds(rig, stage);
  const [title, text] = again ? [words.tempo.unplayable, ""] : clapWords(words, view);
  const seen = say.claps(words.n.whole(view.claps), words.n.whole(ENOUGH.claps));
  const told = view.found?.told === true;
  return (
    <section className={`st-ready clap ${told ? "whole" : ""}`}>
      <div role="status">
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      {!again && (view.state === "still" || view.state === "sounding") ? (
        <div className="st-claps">
          <Eight label={seen} done={view.claps} height={72} />
          <p>{seen}</p>
        </div>
      ) : (
        <button
          type="button"
          className={told ? "btn big" : "btn go big"}
          onClick={again ?? (() => listening?.start(key))}
        >
          {again || view.state === "silent" ? say.sound : say.again}
        </button>
      )}
      {/* biome-ignore lint/a11y/noAutofocus: the way out of what was asked for */}
      <button type="button" className={told ? "btn go big" : "btn big"} autoFocus onClick={() => clapping.set(false)}>
        {told ? say.done : say.skip}
      </button>
    </section>
  );
}

/** What is said while it sounds, when it is held back, and of what was found. */
function clapWords({ latency: say, n }: ReturnType<typeof useWords>, { state, found }: ClapView): [string, string] {
  if (state === "silent") return [say.silent, say.silentSay];
  if (!found) return [say.stand, say.standSay];
  if (!found.told) return [say[found.why], say[`${found.why}Say`]];
  const ms = n.whole(wholeMs(found.latency));
  const title = found.latency < 0 ? say.foundEarly(ms) : say.found(ms);
  const set = boundLatency(found.latency);
  const cut = wholeMs(set) === wholeMs(found.latency) ? "" : ` ${say.cut(signedMs(set))}`;
  const visit = forgets.get() ? ` ${say.visit}` : "";
  return [title, say.foundSay(n.whole(found.claps)) + cut + visit];
}
