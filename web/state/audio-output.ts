import { makeWatch, type Watch } from "../detector/watch.ts";

let output: Watch<string> | null = null;

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
 * tell: most tell only a page that may listen too, which this one never asks for.
 */
export function audioOutput(): Watch<string> {
  if (output) return output;
  const watch = makeWatch("");
  const look = async () => {
    const all = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
    watch.set(outputId(all));
  };
  navigator.mediaDevices?.addEventListener("devicechange", look);
  void look();
  output = watch;
  return watch;
}
