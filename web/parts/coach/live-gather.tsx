import { Play } from "lucide-react";
import type { ReactElement } from "react";
import { ROSTER } from "#dance/practice/roster.ts";
import type { Camera } from "../../camera/index.ts";
import type { CrowdSource } from "../../detector/index.ts";
import type { Together } from "../../stage/together.ts";
import type { TogetherView } from "../../stage/together-types.ts";
import { giveName, useGiven } from "../../state/coach/live.ts";
import { useWords } from "../../state/language.ts";
import { useWatch } from "../../state/rig.ts";
import type { Words } from "../../words/index.ts";
import { Choice } from "../choice.tsx";
import { LiveName } from "./live-name.tsx";

/** Seconds between the start and the count-in, to get to one's place. */
const AFTERS = [0, 5, 10] as const;
export const AFTER = 5;

export interface FootProps {
  readonly dance: Together;
  readonly senses: { readonly camera: Camera; readonly source: CrowdSource };
  readonly crew: string;
  readonly nameOf: (number: number) => string;
  readonly back: string;
  /** Seconds from the start to the count-in. */
  readonly after: number;
  readonly onAfter: (seconds: number) => void;
}

/** What is most urgent to say of those who stand there. */
function placeSaid(
  { live: say }: Words,
  { people, tooFew }: TogetherView,
  nameOf: (number: number) => string,
  given: readonly string[],
): string {
  if (people.length < ROSTER.least) return tooFew ? say.tooFew : people.length === 1 ? say.stepInOne : say.stepIn;
  const amiss = people.find(({ hint }) => hint !== null);
  if (amiss?.hint) return say.hints[amiss.hint](nameOf(amiss.number));
  if (people.some(({ number }) => given[number - 1])) return say.allNamed;
  return people.length >= ROSTER.most ? say.most : say.allWell;
}

/** Who is seen, what they are called, and the start. */
export function Gather({
  dance,
  crew,
  nameOf,
  view,
  after,
  onAfter,
}: FootProps & { readonly view: TogetherView }): ReactElement {
  const words = useWords();
  const { live: say } = words;
  const { people } = view;
  const given = useGiven(crew);
  const well = people.length >= ROSTER.least && people.every(({ hint }) => hint === null);
  return (
    <section className={`st-ready live-gather ${well ? "whole" : ""}`}>
      <div role="status">
        <h2>{say.seen(people.length)}</h2>
        <p>{placeSaid(words, view, nameOf, given)}</p>
      </div>
      {people.length > 0 && <Names crew={crew} numbers={people.map(({ number }) => number)} />}
      <div className="st-go">
        <Choice
          label={say.after}
          value={String(after)}
          options={AFTERS.map((it) => [String(it), it === 0 ? say.atOnce : say.seconds(it)] as const)}
          onChange={(next) => onAfter(Number(next))}
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
  const given = useGiven(crew);
  return (
    <fieldset className="live-names">
      <legend className="vh">{say.people}</legend>
      {numbers.map((number) => (
        <LiveName
          key={number}
          {...{ crew, number }}
          name={given[number - 1] ?? ""}
          onName={(name) => giveName(crew, number, name)}
        />
      ))}
    </fieldset>
  );
}

/** The seconds until they are counted in. */
export function Places({ dance }: FootProps): ReactElement {
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
