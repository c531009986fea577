import { useEffect, useState } from "react";
import type { Recording } from "#dance/choreo/choreography.ts";
import type { StageVideo } from "../stage/types.ts";
import { findCopy, ownSongOf } from "./own-song.ts";
import { recall, remember } from "./stored.ts";

/** none: no video is kept on this device. unplayable: one is, in a form that this browser does not show. */
export type KeptVideo =
  | { readonly kind: "none" | "unplayable" }
  | { readonly kind: "video"; readonly video: StageVideo; readonly turn: (turned: boolean) => void };

const NONE: KeptVideo = { kind: "none" };

/** Whether a file shows pictures here: yes, no, or "sound" where there are none in it. */
function hasPictures(url: string): Promise<boolean | "sound"> {
  const probe = document.createElement("video");
  probe.preload = "metadata";
  return new Promise<boolean | "sound">((resolve) => {
    probe.onloadedmetadata = () => resolve(probe.videoWidth > 0 || "sound");
    probe.onerror = () => resolve(false);
    probe.src = url;
  }).finally(() => {
    probe.removeAttribute("src");
    probe.load();
  });
}

/** Versions whose video is shown the other way round. */
const turnedVersions = (): readonly string[] => (recall("videos-turned") ?? "").split(",").filter(Boolean);

function rememberTurned(version: string, turned: boolean): void {
  const others = turnedVersions().filter((it) => it !== version);
  remember("videos-turned", [...others, ...(turned ? [version] : [])].join(","));
}

/** The video that this device keeps of a version, for the stage; it is let go with the page. */
export function useTeacherVideo(version: string, recording: Recording | undefined): KeptVideo {
  const [found, setFound] = useState<{ readonly url: string } | "none" | "unplayable">("none");
  const [turned, setTurned] = useState(() => turnedVersions().includes(version));
  useEffect(() => {
    let url: string | null = null;
    let gone = false;
    const look = async () => {
      const file = recording ? await findCopy(version, recording) : null;
      if (!file || gone) return;
      url = URL.createObjectURL(file);
      const pictures = await hasPictures(url);
      const isVideo = file.type.startsWith("video/");
      if (!gone) setFound(pictures === true ? { url } : pictures === false && isVideo ? "unplayable" : "none");
    };
    void look();
    return () => {
      gone = true;
      if (url) URL.revokeObjectURL(url);
      setFound("none");
    };
  }, [version, recording]);
  if (typeof found === "string") return found === "none" ? NONE : { kind: found };
  const copy = ownSongOf(version)?.starts ?? null;
  return {
    kind: "video",
    video: { url: found.url, starts: copy ?? recording?.starts ?? 0, turned, framed: copy === null },
    turn: (next) => {
      setTurned(next);
      rememberTurned(version, next);
    },
  };
}
