import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { type Camera, openCamera } from "../camera/index.ts";
import {
  type Looked,
  openCrowdSource,
  openPoseSource,
  type Sighting,
  type Source,
  type Watch,
} from "../detector/index.ts";
import type { Song } from "../song/index.ts";
import { lookForOutput } from "./audio-output.ts";
import { openDanceSong } from "./dance-song.ts";
import { cameraInUse } from "./latency.ts";
import { useOpened } from "./opened.ts";
import { useOwnSong } from "./own-song.ts";
import { recall, remember } from "./stored.ts";

/** What sees the dancer, or several. */
export interface Senses<S extends Looked = Sighting> {
  readonly camera: Camera;
  readonly source: Source<S>;
}

/** What a dance is danced to. */
interface DanceSong {
  /** Null while it is being made. */
  readonly song: Song | null;
  /** Where it could not be made: tries once more. */
  readonly songAgain: (() => void) | null;
}

/** What a dance needs besides the dancer. */
export interface Rig extends Senses, DanceSong {}

/** Watches a value of the camera, the detector or the stage. */
export const useWatch = <T>(watch: Watch<T>): T => useSyncExternalStore(watch.subscribe, watch.get, watch.get);

/** Opens camera and detector once the dancer has said yes, and closes them with the page. */
export const useSenses = (allowed: boolean) => useEyes(allowed, openPoseSource);

/** The same for several before one camera. */
export const useCrowdSenses = (allowed: boolean) => useEyes(allowed, openCrowdSource);

function useEyes<S extends Looked>(allowed: boolean, open: () => Source<S>): Senses<S> | null {
  const [camera, setCamera] = useState<Camera | null>(null);
  const [source, setSource] = useState<Source<S> | null>(null);
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
    const it = open();
    setSource(it);
    return () => {
      it.close();
      setSource(null);
    };
  }, [allowed, open]);
  return useMemo(() => (camera && source ? { camera, source } : null), [camera, source]);
}

/** The senses with the choreography's song; `sings` is false where a loop has a song of its own. */
export function useRig(version: string, choreography: Choreography, allowed: boolean, sings: boolean): Rig | null {
  const senses = useSenses(allowed);
  const song = useDanceSong(version, choreography, sings);
  return senses && { ...senses, ...song };
}

/** The song of a choreography while the page is open, where it is wanted. */
export function useDanceSong(version: string, choreography: Choreography, wanted = true): DanceSong {
  const own = useOwnSong(version);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another copy, or the same elsewhere, is another song
  const open = useCallback(() => openDanceSong(version, choreography), [version, choreography, own]);
  const { it, fresh, again } = useOpened(wanted ? open : null);
  return { song: fresh ? it : null, songAgain: again };
}

/** True where the browser was told before that this page may see; then nobody needs to be asked again. */
export async function mayAlready(): Promise<boolean> {
  const told = await navigator.permissions?.query({ name: "camera" as PermissionName }).catch(() => null);
  return told?.state === "granted";
}
