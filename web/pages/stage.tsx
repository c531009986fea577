import type { ReactElement } from "react";
import { useSearch } from "wouter";
import { StageRoom } from "../parts/stage-room.tsx";
import { Failed, Loading, NotFound } from "../parts/states.tsx";
import { sectionName, sectionOf, versionOf } from "../state/addresses.ts";
import { useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";
import { useChoreography, useSummary } from "../state/queries.ts";

interface StagePageProps {
  readonly slug: string;
  readonly section: string;
}

/** The stage of a section: from the question for the camera to the last count. */
export default function StagePage({ slug, section: text }: StagePageProps): ReactElement {
  const words = useWords();
  const { summary, missing, cause, again } = useSummary(slug, versionOf(useSearch()));
  const choreography = useChoreography(summary?.version);
  const section = summary ? sectionOf(text, summary.sections) : null;
  useTitle(
    summary && section !== null
      ? words.stage.title(summary.title[words.language], sectionName(words, summary.sections, section))
      : null,
  );
  if (summary && section !== null && choreography.data)
    return <StageRoom summary={summary} choreography={choreography.data} section={section} />;
  return (
    <main>
      {missing ? (
        <NotFound title={words.publish.missing} say={words.publish.missingDo} />
      ) : summary && section === null ? (
        <NotFound title={words.choreography.noSection} say={words.choreography.noSectionDo} routine={slug} />
      ) : cause ? (
        <Failed cause={cause} onAgain={again} />
      ) : choreography.isError ? (
        <Failed cause={choreography.error} onAgain={() => void choreography.refetch()} />
      ) : (
        <Loading />
      )}
    </main>
  );
}
