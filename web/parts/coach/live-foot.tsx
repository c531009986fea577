import { Play } from "lucide-react";
import { type ReactElement, type ReactNode, useState } from "react";
import { Link } from "wouter";
import { ROSTER } from "#dance/practice/roster.ts";
import type { Camera } from "../../camera/index.ts";
import type { CrowdSource } from "../../detector/index.ts";
import type { Together, TogetherView } from "../../stage/together.ts";
import { giveName, useGiven } from "../../state/coach/live.ts";
import { useCrew } from "../../state/crews.ts";
import { useWords } from "../../state/language.ts";
import { useWatch } from "../../state/rig.ts";
import type { Words } from "../../words/index.ts";
import { Choice } from "../choice.tsx";
import { Foot } from "../stage-foot.tsx";
import { CameraTrouble, GettingReady } from "../stage-trouble.tsx";
import { AFTER, AFTERS } from "./live-keys.ts";
import { Who } from "./who.tsx";

interface FootProps {
  readonly dance: Together;
  readonly senses: { readonly camera: Camera; readonly source: CrowdSource };
  readonly crew: string;
  readonly nameOf: (number: number) => string;
  readonly back: string;
}

/** What stands below the picture before the dance and in pauses, or over it what is wrong with camera or detector. */
export function LiveFoot(props: FootProps): ReactElement | null {
  const { dance, senses } = props;
  const view = useWatch(dance.view);
  const live = useWatch(senses.camera.view).state === "live";
  const seeing = useWatch(senses.source.state).kind === "ready";
  if (view.state === "paused") return <Paused {...props} may={live && seeing} />;
  if (view.state !== "setup" && view.state !== "given-up") return null;
  if (!live) return <CameraTrouble camera={senses.camera} />;
  if (!seeing) return <GettingReady rig={senses} />;
  return (
    <Foot hands={false}>{view.startsIn === null ? <Gather {...props} view={view} /> : <Places {...props} />}</Foot>
  );
}

/** What is most urgent to say of those who stand there. */
function placeSaid({ live: say }: Words, { people, tooFew }: TogetherView, nameOf: (number: number) => string): string {
  if (people.length < ROSTER.least) return tooFew ? say.tooFew : people.length === 1 ? say.stepInOne : say.stepIn;
  const amiss = people.find(({ hint }) => hint !== null);
  if (amiss?.hint) return say.hints[amiss.hint](nameOf(amiss.number));
  return people.length >= ROSTER.most ? say.most : say.allWell;
}

/** Who is seen, what they are called, and the start. */
function Gather({ dance, crew, nameOf, view }: FootProps & { readonly view: TogetherView }): ReactElement {
  const words = useWords();
  const { live: say } = words;
  const [after, setAfter] = useState<number>(AFTER);
  const { people } = view;
  const well = people.length >= ROSTER.least && people.every(({ hint }) => hint === null);
  return (
    <section className={`st-ready live-gather ${well ? "whole" : ""}`}>
      <div role="status">
        <h2>{say.seen(people.length)}</h2>
        <p>{placeSaid(words, view, nameOf)}</p>
      </div>
      {people.length > 0 && <Names crew={crew} numbers={people.map(({ number }) => number)} />}
      <div className="st-go">
        <Choice
          label={say.after}
          value={String(after)}
          options={AFTERS.map((it) => [String(it), it === 0 ? say.atOnce : say.seconds(it)] as const)}
          onChange={(next) => setAfter(Number(next))}
        />
        <button type="button" className="btn go big" onClick={() => dance.start(after)}>
          <Play fill="currentColor" aria-hidden />
          {say.start}
        </button>
      </div>
    </section>
  );
}

/** A name for each number: one of the crew's, or none. */
function Names({ crew, numbers }: { readonly crew: string; readonly numbers: readonly number[] }): ReactElement {
  const { live: say } = useWords();
  const members = useCrew(crew).data?.members ?? [];
  const given = useGiven(crew);
  return (
    <fieldset className="live-names">
      <legend className="vh">{say.people}</legend>
      {numbers.map((number) => (
        <label key={number}>
          <Who number={number} />
          <select
            aria-label={say.whoIs(number)}
            value={given[number - 1] ?? ""}
            onChange={(e) => giveName(crew, number, e.currentTarget.value)}
          >
            <option value="">{say.dancer(number)}</option>
            {members.map(({ dancer }) => (
              <option key={dancer.id} value={dancer.name}>
                {dancer.name}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}

/** The seconds until they are counted in. */
function Places({ dance }: FootProps): ReactElement {
  const { live: say } = useWords();
  const { startsIn } = useWatch(dance.view);
  return (
    <section className="st-ready whole live-places">
      <div role="status">
        <h2>{say.places}</h2>
        <p>{say.placesSay}</p>
      </div>
      <b className="num" aria-hidden="true">
        {startsIn}
      </b>
      <button type="button" className="btn big" onClick={() => dance.pause()}>
        {say.notYet}
      </button>
    </section>
  );
}

/** What holds the dance up. */
function pauseWords(words: Words, { dance, senses }: FootProps): readonly [string, string] {
  const { setup, stage, take } = words;
  const camera = senses.camera.view.get().state;
  const detector = senses.source.state.get();
  if (camera !== "live") return [setup[camera], `${setup[`${camera}Say`]} ${take.held}`];
  if (detector.kind === "failed") return [take.lost, `${setup[detector.failure]} ${take.held}`];
  if (detector.kind !== "ready") return [take.mending[0], `${take.mending[1]} ${take.held}`];
  return stage.pauses[dance.view.get().pause ?? "asked"];
}

function Paused(props: FootProps & { readonly may: boolean }): ReactElement {
  const { dance, senses, back, may } = props;
  const words = useWords();
  const { live: say, setup } = words;
  const camera = useWatch(senses.camera.view).state;
  const detector = useWatch(senses.source.state).kind;
  const [title, text] = pauseWords(words, props);
  const mend = camera !== "live" ? () => senses.camera.retry() : () => senses.source.retry();
  const canMend = (camera !== "live" && camera !== "asked") || detector === "failed";
  return (
    <Foot hands={false}>
      <section className="st-panel" role="alertdialog" aria-labelledby="live-paused" aria-describedby="live-paused-say">
        <div>
          <h2 id="live-paused">{title}</h2>
          <p id="live-paused-say">{text}</p>
        </div>
        <div className="row">
          {may && <Main onClick={() => dance.resume()}>{say.goOn}</Main>}
          {!may && canMend && <Main onClick={mend}>{setup.retry}</Main>}
          <button type="button" className="btn big" onClick={() => dance.finish()}>
            {say.finish}
          </button>
          <button type="button" className="btn big" onClick={() => dance.giveUp()}>
            {say.giveUp}
          </button>
          <Link className="btn big" href={back}>
            {say.leave}
          </Link>
        </div>
      </section>
    </Foot>
  );
}

/** The first thing to do, one key away: the panel came up by itself. */
const Main = ({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/noAutofocus: the panel came up by itself; going on is one key away
  <button type="button" className="btn go big" autoFocus onClick={onClick}>
    {children}
  </button>
);
