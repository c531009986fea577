import { type ReactElement, useEffect } from "react";
import type { Camera } from "../camera/index.ts";
import type { DetectorState, PoseSource } from "../detector/index.ts";
import { useOnline } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";
import { useWatch } from "../state/rig.ts";
import { Eight, Glyph, Waiting } from "./marks.tsx";
import { Sheet } from "./stage-sheet.tsx";

/** Every state of the camera but live, with what to do about it. */
export function CameraTrouble({ camera }: { readonly camera: Camera }): ReactElement {
  const { setup } = useWords();
  const { state, devices, deviceId } = useWatch(camera.view);
  if (state === "asked" || state === "live")
    return <Sheet title={setup.asked} say={setup.askedSay} picture={<Waiting label={setup.asked} />} />;
  const others = devices.filter((d) => d.id && d.id !== deviceId);
  return (
    <Sheet title={setup[state]} say={setup[`${state}Say`]} role="alert" picture={<BigGlyph />}>
      <button type="button" className="btn go big" onClick={() => camera.retry()}>
        {setup.retry}
      </button>
      {others.map((d, i) => (
        <button key={d.id} type="button" className="btn big" onClick={() => camera.choose(d.id)}>
          {d.label || setup.cameraN(i + 1)}
        </button>
      ))}
    </Sheet>
  );
}

const BigGlyph = () => (
  <span className="st-glyph">
    <Glyph word="miss" />
  </span>
);

interface GettingReadyProps {
  readonly rig: { readonly source: Pick<PoseSource, "state" | "retry"> };
  /** Where the song could not be made ready: tries once more. */
  readonly songAgain?: (() => void) | null;
}

/** The detector and the song getting ready: bars, and MB of the weights. */
export function GettingReady({ rig, songAgain = null }: GettingReadyProps): ReactElement {
  const { setup } = useWords();
  const state = useWatch(rig.source.state);
  const online = useOnline();
  const unreachable = state.kind === "failed" && state.failure === "weights-unreachable";
  // What only the network was missing for goes on when it is back.
  useEffect(() => {
    if (!unreachable) return;
    const again = () => rig.source.retry();
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [unreachable, rig.source]);
  const missing = unreachable && !online;
  if (state.kind === "failed")
    return (
      <Sheet
        title={missing ? setup.modelMissing : setup.failed}
        say={missing ? setup.modelMissingSay : setup[state.failure]}
        role="alert"
        picture={<BigGlyph />}
      >
        <button type="button" className="btn go big" onClick={() => rig.source.retry()}>
          {setup.retry}
        </button>
      </Sheet>
    );
  if (state.kind === "loading") return <LoadingWeights state={state} />;
  if (state.kind === "warming")
    return <Sheet title={setup.warming} say={setup.warmingSay} picture={<Waiting label={setup.warming} />} />;
  if (songAgain)
    return (
      <Sheet title={setup.songFailed} say={setup.songFailedSay} role="alert" picture={<BigGlyph />}>
        <button type="button" className="btn go big" onClick={songAgain}>
          {setup.retry}
        </button>
      </Sheet>
    );
  return <Sheet title={setup.song} say="" picture={<Waiting label={setup.song} />} />;
}

function LoadingWeights({ state }: { readonly state: Extract<DetectorState, { kind: "loading" }> }): ReactElement {
  const words = useWords();
  const done = state.total > 0 ? Math.floor((state.loaded / state.total) * 8) : 0;
  return (
    <Sheet
      title={words.setup.getting}
      say={words.setup.gettingSay}
      picture={
        <div style={{ width: 220 }}>
          <Eight label={words.setup.getting} done={done} height={72} />
        </div>
      }
    >
      {state.total > 0 && (
        <p className="num st-mb">
          {words.n.megabytes(state.loaded)} <small>{words.setup.ofMegabytes(words.n.megabytes(state.total))}</small>
        </p>
      )}
    </Sheet>
  );
}
