import { expect, test } from "vitest";
import { captureTime } from "../../../web/camera/pictures.ts";
import { ASKED, cameraCameBack, nextCamera } from "../../../web/camera/state.ts";
import type { CameraView } from "../../../web/camera/types.ts";

const built = { id: "built-in", label: "Built-in" };
const usb = { id: "usb", label: "USB" };
const live: CameraView = { state: "live", devices: [built, usb], deviceId: "usb" };

test.each([
  ["NotAllowedError", "denied"],
  ["SecurityError", "denied"],
  ["NotFoundError", "none"],
  ["OverconstrainedError", "none"],
  ["NotReadableError", "in-use"],
  ["AbortError", "in-use"],
] as const)("a camera refused with %s is %s", (name, state) => {
  expect(nextCamera(ASKED, { kind: "refused", name }).state).toBe(state);
});

test("a camera that the dancer allows is live, and we know which one it is", () => {
  expect(nextCamera(ASKED, { kind: "granted", deviceId: "usb" })).toMatchObject({ state: "live", deviceId: "usb" });
});

test("a camera pulled out in the middle of a dance is unplugged", () => {
  expect(nextCamera(live, { kind: "track-ended" })).toMatchObject({ state: "unplugged", deviceId: null });
  expect(nextCamera(live, { kind: "devices", devices: [built] }).state).toBe("unplugged");
});

test("pulling out another camera changes nothing for the dancer", () => {
  expect(nextCamera(live, { kind: "devices", devices: [usb] })).toEqual({ ...live, devices: [usb] });
});

test("a camera that ends after it was refused stays refused", () => {
  const denied = nextCamera(ASKED, { kind: "refused", name: "NotAllowedError" });
  expect(nextCamera(denied, { kind: "track-ended" }).state).toBe("denied");
});

test("a camera plugged in again is asked for without a tap, a denied one never is", () => {
  const pulled = nextCamera(live, { kind: "devices", devices: [built] });
  expect(cameraCameBack(pulled, nextCamera(pulled, { kind: "devices", devices: [built, usb] }))).toBe(true);
  expect(cameraCameBack(pulled, nextCamera(pulled, { kind: "devices", devices: [] }))).toBe(false);
  const denied = nextCamera(ASKED, { kind: "refused", name: "NotAllowedError" });
  expect(cameraCameBack(denied, nextCamera(denied, { kind: "devices", devices: [built] }))).toBe(false);
});

test("the capture time is the camera's own, unless it is of another clock", () => {
  expect(captureTime(5000, { captureTime: 4960, expectedDisplayTime: 5010 })).toBe(4960);
  expect(captureTime(5000, { captureTime: 1_700_000_000_000, expectedDisplayTime: 4990 })).toBe(4990);
  expect(captureTime(5000, { captureTime: 12 })).toBe(5000);
  expect(captureTime(5000, { expectedDisplayTime: 5016 })).toBe(5000);
});
