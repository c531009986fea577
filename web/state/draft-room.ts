import { useEffect, useState } from "react";
import type { Draft } from "#dance/choreo/draft.ts";
import { POSE_SIZE } from "#dance/pose/pose.ts";
import { storageLeft } from "../offline/storage.ts";
import type { Keeping } from "./editor.ts";

/** Bytes of a pose with its number, and of what keeping anything needs beside. */
const [POSE_BYTES, SPARE_BYTES] = [POSE_SIZE * 4 + 8, 3_000_000];
/** A draft lies there twice while it is kept anew; one more, so that it is said before the device is full. */
const SAVINGS = 3;

const bytesOf = ({ positions }: Draft): number =>
  positions.reduce((sum, { track, keyframes }) => sum + (track.length + keyframes.length) * POSE_BYTES, 0);

/** Bytes left on this device where they will not do for a draft much longer; null where they will, or nothing tells. */
export async function shortOf(draft: Draft, look: typeof storageLeft = storageLeft): Promise<number | null> {
  const left = await look();
  return left && left.bytes < SAVINGS * bytesOf(draft) + SPARE_BYTES ? left.bytes : null;
}

/** The same for a draft that is edited, looked at whenever it was kept. */
export function useShort(draft: Draft, keeping: Keeping): number | null {
  const [short, setShort] = useState<number | null>(null);
  useEffect(() => {
    if (keeping !== "kept") return;
    let gone = false;
    void shortOf(draft).then((bytes) => !gone && setShort(bytes));
    return () => {
      gone = true;
    };
  }, [draft, keeping]);
  return short;
}
