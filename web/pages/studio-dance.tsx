import type { ReactElement } from "react";
import { useSearch } from "wouter";
import { RoutineRoom } from "../parts/routine-room.tsx";
import { Loading } from "../parts/states.tsx";
import { CannotDance, DraftOrigin } from "../parts/studio/draft-danced.tsx";
import { positionOf } from "../state/addresses.ts";
import { useDraftDance } from "../state/draft-dance.ts";

/** A draft as its author dances it, before anybody else sees it: sections, speeds, loops. */
export default function StudioDance({ id }: { readonly id: string }): ReactElement {
  const place = { id, at: positionOf(useSearch()) };
  const { data: found } = useDraftDance(place);
  if (!found) return <Loading />;
  if (!found.ok) return <CannotDance place={place} code={found.problem.code} />;
  const { summary, positions } = found.value;
  return <RoutineRoom key={place.at} summary={summary} origin={<DraftOrigin {...{ place, positions }} />} />;
}
