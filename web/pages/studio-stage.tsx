import type { ReactElement } from "react";
import { useSearch } from "wouter";
import { StageRoom } from "../parts/stage-room.tsx";
import { Loading, NotFound } from "../parts/states.tsx";
import { CannotDance } from "../parts/studio/draft-danced.tsx";
import { positionOf, sectionName, sectionOf } from "../state/addresses.ts";
import { useDraftDance } from "../state/draft-dance.ts";
import { useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";

interface StudioStageProps {
  readonly id: string;
  readonly section: string;
}

/** The stage of a draft's section. Nothing of it leaves the device. */
export default function StudioStage({ id, section: text }: StudioStageProps): ReactElement {
  const words = useWords();
  const place = { id, at: positionOf(useSearch()) };
  const { data: found } = useDraftDance(place);
  const dance = found?.ok ? found.value : null;
  const section = dance ? sectionOf(text, dance.summary.sections) : null;
  useTitle(
    dance && section !== null
      ? words.stage.title(dance.summary.title[words.language], sectionName(words, dance.summary.sections, section))
      : null,
  );
  if (dance && section !== null)
    return <StageRoom summary={dance.summary} choreography={dance.choreography} section={section} />;
  return (
    <main>
      {!found ? (
        <Loading />
      ) : found.ok ? (
        <NotFound title={words.choreography.noSection} say={words.choreography.noSectionDo} />
      ) : (
        <CannotDance place={place} code={found.problem.code} />
      )}
    </main>
  );
}
