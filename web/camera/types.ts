import type { Watch } from "../detector/watch.ts";

/**
 * asked: the browser asks the dancer. denied: she said no, or the page may not. none: no camera is there.
 * in-use: another program holds it. unplugged: it went away after it was live. live: frames come.
 */
export const CAMERA_STATES = ["asked", "denied", "none", "in-use", "unplugged", "live"] as const;
export type CameraState = (typeof CAMERA_STATES)[number];

export interface CameraDevice {
  readonly id: string;
  /** The browser's name for it; empty until the dancer has allowed a camera. */
  readonly label: string;
}

export interface CameraView {
  readonly state: CameraState;
  readonly devices: readonly CameraDevice[];
  /** The device in use; null unless live. */
  readonly deviceId: string | null;
}

/** The dancer's camera: picture only, no sound; it never leaves the device. */
export interface Camera {
  readonly view: Watch<CameraView>;
  /** Muted, inline, unmirrored; need not be in the page (the stage draws it). */
  readonly video: HTMLVideoElement;
  /** Called once for each new picture with its capture time (ms of performance.now()); returns how to stop. */
  onPicture(listener: (at: number) => void): () => void;
  /** Capture time of the picture the video shows now; null before the first. */
  readonly pictureAt: number | null;
  /** The present picture for the detector, for the taker to close; null when there is none. */
  grab(): Promise<ImageBitmap | VideoFrame | null>;
  /** Asks again: after denied, none, in-use or unplugged ("Try again" on the page). */
  retry(): void;
  /** Changes to another camera. */
  choose(deviceId: string): void;
  /** Lets the camera go; its light goes out. */
  close(): void;
}

export interface CameraOptions {
  /** The camera that the dancer chose last time. */
  readonly deviceId?: string;
}
