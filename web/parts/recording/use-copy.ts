import { useEffect, useState } from "react";
import type { Recording } from "#dance/choreo/choreography.ts";
import { findCopy, useOwnSong } from "../../state/own-song.ts";

/** The file of its recording that a version has on this device; null where none, undefined until that is known. */
export function useCopy(version: string, recording: Recording | undefined): File | null | undefined {
  const own = useOwnSong(version);
  const [file, setFile] = useState<File | null | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said of the song tells that the file changed
  useEffect(() => {
    let gone = false;
    void findCopy(version, recording).then((found) => !gone && setFile(found));
    return () => {
      gone = true;
    };
  }, [version, recording, own]);
  return file;
}
