import type { ReactElement } from "react";
import type { Summary } from "../../api.ts";
import { soundsIn } from "../../state/own-song.ts";
import { useChoreography } from "../../state/queries.ts";
import { OwnSongPart } from "./own-song.tsx";

/** What a routine is danced to, on its page; nothing where its song is of our making or there is none. */
export default function SongOfRoutine({ summary }: { readonly summary: Summary }): ReactElement | null {
  const { data } = useChoreography(summary.version);
  if (!data?.recording || !soundsIn(data)) return null;
  return <OwnSongPart version={summary.version} choreography={data} recording={data.recording} />;
}
