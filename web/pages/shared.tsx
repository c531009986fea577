import { BadgeCheck } from "lucide-react";
import { type ReactElement, useMemo, useRef } from "react";
import { Link } from "wouter";
import type { Choreography } from "#dance/choreo/choreography.ts";
import type { LimbGroup } from "#dance/pose/keypoints.ts";
import { ApiProblem, type SharedTake } from "../api.ts";
import { Heat } from "../parts/heat.tsx";
import { Histogram } from "../parts/histogram.tsx";
import { Replay, type ReplayHandle } from "../parts/replay.tsx";
import { sceneOf } from "../parts/replay-scene.ts";
import { Score, Three } from "../parts/score-head.tsx";
import { Failed, Loading, NotFound } from "../parts/states.tsx";
import { Strip } from "../parts/strip.tsx";
import { HowVerified } from "../parts/trust.tsx";
import "../styles/result.css";
import "../styles/charts.css";
import "../styles/replay.css";
import { ownResult } from "#dance/scoring/own.ts";
import { countsOf, sectionName } from "../state/addresses.ts";
import { useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";
import { useChoreography } from "../state/queries.ts";
import { useSeenResult } from "../state/seen.ts";
import { useShared, useSharedReplay } from "../state/sharing.ts";

/** A take that its dancer shows to whoever has the link. */
export default function Shared({ token }: { readonly token: string }): ReactElement {
  const { shared } = useWords();
  const take = useShared(token);
  const choreography = useChoreography(take.data?.version);
  if (take.error instanceof ApiProblem && take.error.status < 500)
    return <NotFound title={shared.gone} say={shared.goneDo} />;
  if (take.isError) return <Failed cause={take.error} onAgain={() => void take.refetch()} />;
  if (choreography.isError) return <Failed cause={choreography.error} onAgain={() => void choreography.refetch()} />;
  if (!take.data || !choreography.data) return <Loading />;
  return <Shown token={token} take={take.data} choreography={choreography.data} />;
}

interface ShownProps {
  readonly token: string;
  readonly take: SharedTake;
  readonly choreography: Choreography;
}

function Shown({ token, take, choreography }: ShownProps): ReactElement {
  const words = useWords();
  const { mirror, section } = take;
  const frames = useSharedReplay(token, take.replay).data?.frames;
  const told = useMemo(() => ownResult(take.result, mirror), [take.result, mirror]);
  const result = useSeenResult({ ...take, result: told }, choreography, frames);
  const scene = useMemo(
    () => (frames ? sceneOf(choreography, section, { frames, mirror, result }) : null),
    [choreography, frames, section, mirror, result],
  );
  const replay = useRef<ReplayHandle>(null);
  const see = (count: number, limb: LimbGroup | null = null) => replay.current?.see(count, limb);
  const name = sectionName(words, choreography.sections, section);
  const title = choreography.title[words.language];
  useTitle(words.shared.title(title, words.n.score(result.score)));
  return (
    <div className="page">
      <div className="res">
        <section className="stack" style={{ gap: 24 }}>
          <div>
            <h1 className="h2">{title}</h1>
            <p className="soft">
              {[name, words.n.speed(take.rate), words.n.day(take.dancedAt)].join(" · ")}
              <br />
              {take.dancer ? words.shared.by(take.dancer.name) : words.shared.someone}
            </p>
            <Score result={result} />
          </div>
          <Three result={result} />
          <Link className="btn go big" href={`/dance/${choreography.slug}`}>
            {words.shared.danceIt}
          </Link>
          <Checked take={take} />
        </section>
        <div className="stack" style={{ gap: 32 }}>
          {scene ? (
            <Replay scene={scene} own={take.dancer?.name ?? words.share.anonymous} handle={replay} />
          ) : (
            !take.replay && <p className="panel soft">{words.shared.noReplay}</p>
          )}
          <Strip result={result} counts={countsOf(choreography, section)} onSee={see} />
        </div>
      </div>
      <div className="two">
        <Heat result={result} onSee={see} />
        <Histogram result={result} />
      </div>
    </div>
  );
}

/** Whether the score was verified, and how. */
function Checked({ take: { verified } }: Pick<ShownProps, "take">): ReactElement {
  const { shared, trust, n } = useWords();
  if (!verified) return <p className="note soft">{shared.notVerified}</p>;
  return (
    <div className="told note">
      <p>
        <BadgeCheck size={18} aria-hidden />
        <span>
          <b>{trust.verified}.</b>{" "}
          {trust.verifiedSay(verified.replay === null ? n.day(verified.at) : n.moment(verified.at))}
        </span>
      </p>
      <HowVerified verified={verified} />
    </div>
  );
}
