import { makeWatch, type Watch } from "../detector/watch.ts";

const output = makeWatch<string | null>(null);
let watching = false;

type Device = Pick<MediaDeviceInfo, "kind" | "deviceId" | "groupId">;

/**
 * The id of the default audio output; "" where it is not told. "default" is no name of a device, and groups are named
 * anew with every page: the device itself is the one of the same group.
 */
export function outputId(devices: readonly Device[]): string {
  const outputs = devices.filter(({ kind, deviceId }) => kind === "audiooutput" && deviceId);
  const chosen = outputs.find(({ deviceId }) => deviceId === "default");
  const real = outputs.filter(({ deviceId }) => deviceId !== "default" && deviceId !== "communications");
  return (chosen ? real.find(({ groupId }) => groupId === chosen.groupId) : real[0])?.deviceId ?? "";
}

/**
 * The audio output that the system chose, by a name that stays the same while it does. "" where the browser does not
 * tell: most tell only a page that may listen too, which this one never asks for. Null until it was looked for.
 */
export const audioOutput: Watch<string | null> = output;

/** Looks which audio output is in use, now and whenever devices come and go; call once the camera is live. */
export async function lookForOutput(): Promise<void> {
  const devices = navigator.mediaDevices;
  if (!watching) devices?.addEventListener("devicechange", lookForOutput);
  watching = true;
  output.set(outputId((await devices?.enumerateDevices().catch(() => [])) ?? []));
}
