import { Share2 } from "lucide-react";
import { type ReactElement, useMemo, useState } from "react";
import type { Choreography } from "#dance/choreo/choreography.ts";
import type { Track } from "#dance/pose/pose.ts";
import type { Summary } from "../api.ts";
import { sectionName } from "../state/addresses.ts";
import { useDancer } from "../state/dancer.ts";
import { useWords } from "../state/language.ts";
import type { TakePage } from "../state/take-page.ts";
import { barsOf, bestPose, type CardFacts } from "./card-facts.ts";
import { gelOf } from "./cover.tsx";
import { SharePage } from "./share-page.tsx";
import { SharePicture } from "./share-picture.tsx";
import { Sheet } from "./sheet.tsx";

interface ShareProps {
  readonly page: TakePage;
  readonly summary: Summary;
  readonly choreography: Choreography | undefined;
  readonly frames: Track | undefined;
}

/** The way to a take's picture and to its own page. */
export function Share(props: ShareProps): ReactElement {
  const { share } = useWords();
  return (
    <Sheet label={share.open} title={share.title} icon={<Share2 aria-hidden />} kind="share">
      {() => <Choices {...props} />}
    </Sheet>
  );
}

function Choices({ page, summary, choreography, frames }: ShareProps): ReactElement {
  const words = useWords();
  const me = useDancer().data?.name ?? null;
  const [named, setNamed] = useState(true);
  const facts = useMemo((): CardFacts => {
    const { result, section, at } = page;
    return {
      routine: summary.title[words.language],
      section: sectionName(words, summary.sections, section),
      score: words.n.score(result.score),
      of: words.result.of,
      grade: result.grade,
      name: named ? me : null,
      day: words.n.day(at),
      pose: frames && choreography ? bestPose(result, frames, choreography.tempo) : null,
      bars: barsOf(result),
      gel: getComputedStyle(document.documentElement)
        .getPropertyValue(`--gel-${gelOf(summary.slug)}`)
        .trim(),
    };
  }, [page, summary, choreography, frames, words, named, me]);
  return (
    <div className="stack">
      {me !== null && (
        <label className="tick">
          <input type="checkbox" checked={named} onChange={(e) => setNamed(e.currentTarget.checked)} />
          {words.share.named}
        </label>
      )}
      <SharePicture facts={facts} />
      {page.phase === "judged" && <SharePage takeId={page.id} facts={facts} />}
    </div>
  );
}
