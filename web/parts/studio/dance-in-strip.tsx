import type { ReactElement } from "react";
import type { DancedIn } from "#dance/choreo/danced-in.ts";
import { timeOfCount } from "#dance/music/tempo.ts";
import { mirrorPose } from "#dance/pose/pose.ts";
import { useWords } from "../../state/language.ts";
import { frameAt } from "../../state/own.ts";
import { bodyOf } from "../figure-geometry.ts";

/** Below this share an eight-count is marked: too little of it was seen. */
export const SEEN_ENOUGH = 0.7;

interface StripProps {
  readonly danced: DancedIn;
  /** Of each eight-count, the share that was seen. */
  readonly eights: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** The eight-counts that were danced, each with the body on its first count; what goes is dim, what was unseen is hatched. */
export function DanceInStrip({ danced, eights, from, to }: StripProps): ReactElement {
  const { danceIn: say, n } = useWords();
  return (
    <ol className="di-strip" aria-label={say.strip}>
      {eights.map((seen, eight) => {
        const stays = eight >= from && eight < to;
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: an eight-count is its place
            key={eight}
            className={`${stays ? "stays" : "goes"} ${seen < SEEN_ENOUGH ? "unsure" : ""}`}
            aria-label={say.stripOne(n.whole(eight + 1), n.percent(seen), stays)}
          >
            <Mini danced={danced} eight={eight} />
            <span className="num" aria-hidden="true">
              {eight + 1}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function Mini({ danced, eight }: { readonly danced: DancedIn; readonly eight: number }): ReactElement | null {
  const frame = frameAt(danced.track, timeOfCount(danced.tempo, eight * 8));
  const body = frame && bodyOf(mirrorPose(frame.pose));
  if (!body) return <svg aria-hidden="true" />;
  const { x, y, w, h } = body.box;
  return (
    <svg viewBox={`${x} ${y} ${w} ${h}`} aria-hidden="true">
      {body.pieces.map((piece) => (
        <path key={piece.part} d={piece.path} fill="currentColor" />
      ))}
    </svg>
  );
}
