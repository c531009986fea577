import { Eye, Repeat2 } from "lucide-react";
import type { ReactElement } from "react";
import { Link } from "wouter";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { countName, timeOfCount } from "#dance/music/tempo.ts";
import type { LimbGroup } from "#dance/pose/keypoints.ts";
import type { Track } from "#dance/pose/pose.ts";
import { type Fix, insight } from "#dance/scoring/insight.ts";
import type { TakeResult } from "#dance/scoring/result.ts";
import { useWords } from "../state/language.ts";
import { frameAt, wantedPose } from "../state/own.ts";
import { slipAdvice, slipWords } from "../words/insight.ts";
import { LimbDrawing } from "./limb-drawing.tsx";

/** Coverage under which nothing to fix means only that nothing was seen. */
const UNSEEN = 0.5;

interface FixesProps {
  readonly result: TakeResult;
  readonly choreography: Choreography | undefined;
  readonly frames: Track | undefined;
  readonly mirror: boolean;
  /** The routine was taken back: there is nothing to draw, to see again or to loop. */
  readonly gone: boolean;
  /** Address of the stage that loops the spot about a count. */
  readonly loopAt: (count: number) => string;
  /** Shows a count in the replay and points a limb out; as it was danced, where it is about being early or late. */
  readonly onSee: (count: number, limb: LimbGroup, asDanced: boolean) => void;
}

/** The three things that would gain the most, each with its limb drawn, and one thing that was good. */
export function Fixes({ result, choreography, frames, mirror, gone, loopAt, onSee }: FixesProps): ReactElement {
  const words = useWords();
  const { fixes, good } = insight(result);
  const unseen = fixes.length === 0 && result.coverage < UNSEEN;
  return (
    <section className="stack">
      <h2>{unseen ? words.names.judgement.unseen : words.result.fixes[fixes.length]}</h2>
      {fixes.length === 0 && <p className="soft">{unseen ? words.result.lowCoverage : words.result.fixesNone}</p>}
      <div className="fixes">
        {fixes.map((fix) => (
          <FixCard
            key={`${fix.keyframe}${fix.limb}${fix.cause}`}
            {...{ fix, result, choreography, frames, mirror, gone, loopAt, onSee }}
          />
        ))}
      </div>
      {good && (
        <p className="keep">
          <b>{words.result.good}</b> {words.insight.good(good.eightCount + 1, words.names.limb[good.limb])}
        </p>
      )}
    </section>
  );
}

function FixCard({
  fix,
  result,
  choreography,
  frames,
  mirror,
  gone,
  loopAt,
  onSee,
}: FixesProps & { readonly fix: Fix }): ReactElement {
  const words = useWords();
  const wanted = choreography?.keyframes.find((k) => k.count === fix.count)?.pose;
  const late = fix.cause === "late" || fix.cause === "early";
  const time = choreography && timeOfCount(choreography.tempo, fix.count) + (late ? 0 : (result.lag ?? 0));
  const own = frames && time !== undefined ? (frameAt(frames, time)?.pose ?? null) : null;
  const word = result.judgements.find((j) => j.keyframe === fix.keyframe)?.word ?? "ok";
  return (
    <article className={`fix ${word === "perfect" || word === "great" || word === "good" ? "ok" : word}`}>
      <div className={gone ? "draw bare" : "draw"}>
        {wanted && <LimbDrawing own={own} wanted={wantedPose(wanted, mirror)} limb={fix.limb} />}
        <b className="num">{countName(fix.count)}</b>
        <span className="num gain">{words.n.gain(fix.points)}</span>
      </div>
      <div className="tx">
        <h3>{slipWords(words, fix)}</h3>
        <p className="note">
          {slipAdvice(words, fix)} <span className="vh">{words.insight.worth(words.n.gain(fix.points))}</span>
        </p>
      </div>
      {!gone && (
        <>
          <button type="button" className="btn" onClick={() => onSee(fix.count, fix.limb, late)}>
            <Eye aria-hidden />
            {words.result.seeIt} {countName(fix.count)}
          </button>
          <Link className="btn" href={loopAt(fix.count)}>
            <Repeat2 aria-hidden />
            {words.practice.loopSpot}
          </Link>
        </>
      )}
    </article>
  );
}
