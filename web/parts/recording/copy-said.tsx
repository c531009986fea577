import type { ReactElement } from "react";
import { useWords } from "../../state/language.ts";
import type { Comparison } from "../../state/own-song.ts";
import type { Words } from "../../words/index.ts";
import type { Comparing } from "./compare-copy.ts";

/** Seconds by which two copies of a song may differ without being worth a word. */
const AS_LONG = 2;

/** By how much a copy is longer or shorter, where that is worth a word. */
function lengthWords({ ownSong: say, n }: Words, longer: number): string {
  if (Math.abs(longer) < AS_LONG) return "";
  return (longer > 0 ? say.longer : say.shorter)(n.duration(Math.abs(longer)));
}

/** What comes of comparing: how far it is, what went wrong, how alike the copy is. */
export function CopySaid({ comparing }: { readonly comparing: Comparing }): ReactElement | null {
  const words = useWords();
  const { ownSong: say, sound, n } = words;
  if (comparing.kind === "hearing") return <p role="status">{say.comparing(n.percent(comparing.share))}</p>;
  if (comparing.kind === "failed") return <p role="alert">{sound[comparing.code](comparing.detail)}</p>;
  if (comparing.kind !== "taken") return null;
  const { match, longer } = comparing.comparison;
  return (
    <div role="status">
      {match?.same && (
        <p>
          {say.same(n.percent(match.likeness))} {lengthWords(words, longer)} {!match.sure && say.unsure}
        </p>
      )}
      <p className="note">{comparing.kept ? words.recordings[comparing.kept] : say.kept}</p>
    </div>
  );
}

interface DoubtfulProps {
  readonly comparison: Comparison;
  readonly onAnyway: () => void;
}

/** Another song, and by how much; it may be danced to, but nothing is known of its counts. */
export function Doubtful({ comparison, onAnyway }: DoubtfulProps): ReactElement {
  const words = useWords();
  const { ownSong: say, n } = words;
  const { match, longer } = comparison;
  return (
    <div role="alert" className="own-song-doubt">
      <p className="strong">
        {match ? say.wrong(n.percent(match.likeness)) : say.short} {lengthWords(words, longer)}
      </p>
      <p>{say.anywaySay}</p>
      <button type="button" className="btn" onClick={onAnyway}>
        {say.anyway}
      </button>
    </div>
  );
}
