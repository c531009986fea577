import { useEffect, useState, useSyncExternalStore } from "react";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { type Camera, openCamera } from "../camera/index.ts";
import { openPoseSource, type PoseSource, type Watch } from "../detector/index.ts";
import { openSong, type Song } from "../song/index.ts";
import { lookForOutput } from "./audio-output.ts";
import { cameraInUse } from "./latency.ts";
import { recall, remember } from "./stored.ts";

/** What a dance needs besides the dancer. The song is null while it is being made. */
export interface Rig {
  readonly camera: Camera;
  readonly source: PoseSource;
  readonly song: Song | null;
}

/** A choreography that names no song is danced to a plain beat at its tempo. */
export const PLAIN_BEAT = { seed: 1, key: 0, style: "house" } as const;

/** Watches a value of the camera, the detector or the stage. */
export const useWatch = <T>(watch: Watch<T>): T => useSyncExternalStore(watch.subscribe, watch.get, watch.get);

/** Opens camera, detector and song once the dancer has said yes, and closes them with the page. */
export function useRig(choreography: Choreography, allowed: boolean): Rig | null {
  const [camera, setCamera] = useState<Camera | null>(null);
  const [source, setSource] = useState<PoseSource | null>(null);
  const [song, setSong] = useState<Song | null>(null);
  useEffect(() => {
    if (!allowed) return;
    const chosen = recall("camera");
    const it = openCamera(chosen ? { deviceId: chosen } : {});
    const stop = it.view.subscribe(() => {
      const { deviceId, devices } = it.view.get();
      if (!deviceId) return;
      remember("camera", deviceId);
      cameraInUse.set(devices.find(({ id }) => id === deviceId)?.label || deviceId);
      void lookForOutput();
    });
    setCamera(it);
    return () => {
      stop();
      it.close();
      setCamera(null);
    };
  }, [allowed]);
  useEffect(() => {
    if (!allowed) return;
    const it = openPoseSource();
    setSource(it);
    return () => {
      it.close();
      setSource(null);
    };
  }, [allowed]);
  useEffect(() => {
    let gone = false;
    let made: Song | null = null;
    void openSong(choreography.song ?? PLAIN_BEAT, choreography.tempo, choreography.counts, choreography.sections).then(
      (it) => {
        made = it;
        if (gone) it.close();
        else setSong(it);
      },
    );
    return () => {
      gone = true;
      made?.close();
      setSong(null);
    };
  }, [choreography]);
  return camera && source ? { camera, source, song } : null;
}

/** True where the browser was told before that this page may see; then nobody needs to be asked again. */
export async function mayAlready(): Promise<boolean> {
  const told = await navigator.permissions?.query({ name: "camera" as PermissionName }).catch(() => null);
  return told?.state === "granted";
}
