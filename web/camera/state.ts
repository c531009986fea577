import type { CameraDevice, CameraState, CameraView } from "./types.ts";

/** What may happen to a camera. */
export type CameraEvent =
  | { readonly kind: "ask" }
  | { readonly kind: "granted"; readonly deviceId: string | null }
  /** `name` of the DOMException that getUserMedia threw. */
  | { readonly kind: "refused"; readonly name: string }
  | { readonly kind: "track-ended" }
  | { readonly kind: "devices"; readonly devices: readonly CameraDevice[] };

export const ASKED: CameraView = { state: "asked", devices: [], deviceId: null };

/** What each refusal of the browser means to the dancer. */
const REFUSALS: Readonly<Record<string, CameraState>> = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "none",
  OverconstrainedError: "none",
  NotReadableError: "in-use",
  AbortError: "in-use",
};

/** The camera after an event; pure. A camera that goes away was `unplugged` only if it had been live. */
export function nextCamera(view: CameraView, event: CameraEvent): CameraView {
  switch (event.kind) {
    case "ask":
      return { ...view, state: "asked", deviceId: null };
    case "granted":
      return { ...view, state: "live", deviceId: event.deviceId };
    case "refused":
      return { ...view, state: REFUSALS[event.name] ?? "none", deviceId: null };
    case "track-ended":
      return view.state === "live" ? { ...view, state: "unplugged", deviceId: null } : view;
    case "devices": {
      const gone =
        view.state === "live" && view.deviceId !== null && !event.devices.some((d) => d.id === view.deviceId);
      return gone
        ? { state: "unplugged", devices: event.devices, deviceId: null }
        : { ...view, devices: event.devices };
    }
  }
}

/** Whether to ask again by itself: a camera was missing and one has come. */
export const cameraCameBack = (before: CameraView, after: CameraView): boolean =>
  (after.state === "none" || after.state === "unplugged") && after.devices.length > before.devices.length;
