import { useEffect, useState } from "react";
import { findCopy, useOwnSong } from "../../state/own-song.ts";

/** The file that a version has on this device; null where none, undefined until that is known. */
export function useCopy(version: string): File | null | undefined {
  const own = useOwnSong(version);
  const [file, setFile] = useState<File | null | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said of the song tells that the file changed
  useEffect(() => {
    let gone = false;
    void findCopy(version).then((found) => !gone && setFile(found));
    return () => {
      gone = true;
    };
  }, [version, own]);
  return file;
}
