import type { ReactElement } from "react";
import type { Track } from "#dance/pose/pose.ts";
import { sureness, uncertain } from "#dance/pose/uncertain.ts";
import { useWords } from "../../state/language.ts";

/** Bars of the strip, stretches that are told in words, and confidence from which a bar is no longer marked. */
const [BARS, TOLD, SURE] = [56, 3, 0.3];

interface DancerStripProps {
  readonly n: number;
  readonly track: Track;
  readonly chosen: boolean;
  readonly onTurn: () => void;
}

/** One dancer of a video: chosen or not, and how surely seen all along. */
export function DancerStrip({ n: which, track, chosen, onTurn }: DancerStripProps): ReactElement {
  const { bring, n } = useWords();
  const bars = barsOf(track);
  const spans = uncertain(track).map(({ from, to }) => `${n.duration(from)}–${n.duration(to)}`);
  const seen = track.filter(({ pose }) => sureness(pose) >= SURE).length / Math.max(1, track.length);
  const more = spans.length - TOLD;
  return (
    <button type="button" className="import-dancer" aria-pressed={chosen} onClick={onTurn}>
      <b>{bring.dancer(which)}</b>
      <span className="note">{bring.seen(n.percent(seen))}</span>
      <span className="import-bars" aria-hidden="true">
        {bars.map((sure, i) => (
          <i
            key={String(i)}
            className={sure < SURE ? "unsure" : undefined}
            style={{ height: `${Math.max(8, sure * 100)}%` }}
          />
        ))}
      </span>
      {spans.length > 0 && (
        <span className="note">
          {bring.unsure(spans.slice(0, TOLD).join(", "))} {more > 0 && bring.unsureMore(more)}
        </span>
      )}
    </button>
  );
}

/** The least of the mean confidences in each part of the track: what is uncertain is not averaged away. */
function barsOf(track: Track): number[] {
  return Array.from({ length: BARS }, (_, i) => {
    const part = track.slice(Math.floor((i * track.length) / BARS), Math.ceil(((i + 1) * track.length) / BARS));
    const sum = part.reduce((all, { pose }) => all + sureness(pose), 0);
    return part.length > 0 ? sum / part.length : 0;
  });
}
