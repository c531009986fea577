import { type ReactElement, type RefObject, useMemo, useState } from "react";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { countName } from "#dance/music/tempo.ts";
import type { Track } from "#dance/pose/pose.ts";
import { ownResult } from "#dance/scoring/own.ts";
import { useWords } from "../state/language.ts";
import { useOther, useOthers } from "../state/others.ts";
import type { TakePage } from "../state/take-page.ts";
import { Compare, dancerOf } from "./compare.tsx";
import { Replay, type ReplayHandle } from "./replay.tsx";
import { sceneOf, withOther } from "./replay-scene.ts";

interface ReplayRoomProps {
  /** The take, its result in the dancer's own left and right. */
  readonly page: TakePage;
  readonly choreography: Choreography | undefined;
  readonly frames: Track | undefined;
  readonly handle: RefObject<ReplayHandle | null>;
}

/** The take seen again, alone or beside another one. */
export function ReplayRoom({ page, choreography, frames, handle }: ReplayRoomProps): ReactElement {
  const words = useWords();
  const { section, mirror, result } = page;
  const [chosen, setChosen] = useState<string | null>(null);
  const others = useOthers(page);
  const { other, failed } = useOther(chosen);
  const alone = useMemo(
    () => (choreography && frames ? sceneOf(choreography, section, { frames, mirror, result }) : null),
    [choreography, frames, section, mirror, result],
  );
  const theirs = useMemo(() => (other ? ownResult(other.result, mirror) : null), [other, mirror]);
  const scene = useMemo(() => {
    if (!alone || !other) return alone;
    return withOther(alone, { frames: other.frames, mirror: other.take.mirror, result: other.result }, mirror);
  }, [alone, other, mirror]);
  const who = dancerOf(others, chosen);
  const name = who && ("at" in who ? words.compare.youOn(words.n.moment(who.at)) : who.name);
  return (
    <>
      <Compare
        {...{ others, chosen, result, failed, other: theirs }}
        onChoose={setChosen}
        turned={other !== null && other.take.mirror !== mirror}
      />
      {scene ? (
        <Replay
          scene={scene}
          own={page.mine ? words.replay.you : (page.dancer?.name ?? words.share.anonymous)}
          other={name ?? undefined}
          handle={handle}
        />
      ) : (
        <section className="panel replay">
          <h2>
            {words.replay.title} <span className="num">{countName(0)}</span>
          </h2>
          <p className="soft">{words.replay.none}</p>
        </section>
      )}
    </>
  );
}
