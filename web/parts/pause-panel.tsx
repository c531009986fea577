import { type ReactElement, type ReactNode, useId } from "react";
import type { Camera, CameraView } from "../camera/types.ts";
import type { DetectorState } from "../detector/index.ts";
import type { PauseCause } from "../stage/index.ts";
import { useWords } from "../state/language.ts";
import { type Senses, useWatch } from "../state/rig.ts";
import type { Words } from "../words/index.ts";
import { Foot } from "./stage-foot.tsx";

/** Camera and detector, of one dancer or of several. */
interface Eyes {
  readonly camera: Camera;
  readonly source: Pick<Senses["source"], "state" | "retry">;
}

/** What holds a dance up, as a title and a sentence: a sense that is away, or nothing any more. */
function trouble(words: Words, camera: CameraView, detector: DetectorState): readonly [string, string] | null {
  const { setup, take } = words;
  const { state } = camera;
  if (state !== "live") return [setup[state], setup[`${state}Say`]];
  if (detector.kind === "failed") return [take.lost, setup[detector.failure]];
  return detector.kind === "ready" ? null : take.mending;
}

/** The same while a dance is paused; null where it may go on. */
export function useTrouble({ camera, source }: Eyes): readonly [string, string] | null {
  const words = useWords();
  return trouble(words, useWatch(camera.view), useWatch(source.state));
}

interface PanelProps {
  readonly title: string;
  readonly say: string;
  /** What may be done. */
  readonly children: ReactNode;
}

/** The dance waits, below the picture in which the dancer sees herself. */
export function PausePanel({ title, say, children }: PanelProps): ReactElement {
  const id = useId();
  return (
    <section className="st-panel" role="alertdialog" aria-labelledby={id} aria-describedby={`${id}-say`}>
      <div>
        <h2 id={id}>{title}</h2>
        <p id={`${id}-say`}>{say}</p>
      </div>
      <div className="row">{children}</div>
    </section>
  );
}

/** What mends a camera or a detector that is away. */
export function Mend({ camera, source }: Eyes): ReactElement | null {
  const { setup } = useWords();
  const { state, devices } = useWatch(camera.view);
  const detector = useWatch(source.state);
  const away = state !== "live";
  if (away ? state === "asked" : detector.kind !== "failed") return null;
  const others = away ? devices.filter(({ id }) => id) : [];
  return (
    <>
      <Main onClick={() => (away ? camera.retry() : source.retry())}>{setup.retry}</Main>
      {others.map(({ id, label }, i) => (
        <button key={id} type="button" className="btn big" onClick={() => camera.choose(id)}>
          {label || setup.cameraN(i + 1)}
        </button>
      ))}
    </>
  );
}

interface MainProps {
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** The first thing to do, one key away: the panel came up by itself. */
export const Main = ({ onClick, children }: MainProps): ReactElement => (
  // biome-ignore lint/a11y/noAutofocus: the panel came up by itself; going on is one key away
  <button type="button" className="btn go big" autoFocus onClick={onClick}>
    {children}
  </button>
);

interface HeldProps {
  readonly dance: { resume(): void; finish(): void; giveUp(): void };
  readonly senses: Eyes;
  readonly cause: PauseCause | null;
  /** Hands do what the buttons do, once the dance may go on. */
  readonly hands: boolean;
  readonly says: { readonly goOn: string; readonly finish: string; readonly giveUp: string };
  /** What to do before it goes on. */
  readonly before?: string;
  /** What else may be done. */
  readonly children?: ReactNode;
}

/** A dance that is no take waits: it goes on, is finished as it is, or is given up. */
export function HeldDance({ dance, senses, cause, hands, says, before = "", children }: HeldProps): ReactElement {
  const { stage, take } = useWords();
  const amiss = useTrouble(senses);
  const [title, say] = amiss ?? stage.pauses[cause ?? "asked"];
  return (
    <Foot hands={hands && !amiss}>
      <PausePanel title={title} say={`${say} ${amiss ? take.held : before}`.trim()}>
        {amiss ? <Mend {...senses} /> : <Main onClick={() => dance.resume()}>{says.goOn}</Main>}
        <button type="button" className="btn big" onClick={() => dance.finish()}>
          {says.finish}
        </button>
        <button type="button" className="btn big" onClick={() => dance.giveUp()}>
          {says.giveUp}
        </button>
        {children}
      </PausePanel>
    </Foot>
  );
}
