import { expect, test } from "vitest";
import { missed } from "../../../web/offline/ahead.ts";
import {
  changesDancer,
  DETECTOR_CACHE,
  isDetectorFile,
  NO_PAGES,
  ruleFor,
  SPARE_CACHES,
} from "../../../web/offline/thread/rules.ts";

const VERSION = "5f".repeat(32);
const TAKE = "0d4f2c7e-3c1b-4a55-9a64-8f6b0f5d1c11";
const wayOf = (path: string, method = "GET") => ruleFor(method, path)?.way ?? null;

test("the library opens at once from the device and is made fresh behind it", () => {
  expect(wayOf("/api/choreographies")).toBe("fresh-later");
});

test("the file of a version never changes, so it is fetched once", () => {
  expect(wayOf(`/api/choreographies/${VERSION}/file`)).toBe("forever");
});

test("who I am and what I danced is asked first, and remembered for when nobody answers", () => {
  for (const path of [
    "/api/me",
    "/api/sessions",
    "/api/takes",
    "/api/me/choreographies",
    "/api/me/crews/choreographies",
    "/api/routines/paper-moon-4f2a",
    `/api/choreographies/${VERSION}`,
    `/api/takes/${TAKE}`,
    `/api/takes/${TAKE}/replay`,
    "/api/progress",
    "/api/progress/takes",
    `/api/progress/choreographies/${VERSION}`,
  ])
    expect(wayOf(path), path).toBe("network-first");
});

test("a board is never kept: an old one would lie", () => {
  expect(wayOf(`/api/choreographies/${VERSION}/sections/1/leaderboard`)).toBeNull();
});

test("nothing that changes anything is ever kept", () => {
  const paths = [
    "/api/choreographies",
    "/api/me",
    "/api/dancers",
    "/api/sessions",
    "/api/takes",
    `/api/takes/${TAKE}/replay`,
  ];
  for (const method of ["POST", "PUT", "PATCH", "DELETE", "HEAD"])
    for (const path of paths) expect(ruleFor(method, path), `${method} ${path}`).toBeNull();
});

test("a new dancer or a new name makes what is kept of the dancer stale, asking for it does not", () => {
  expect(changesDancer("POST", "/api/dancers")).toBe(true);
  expect(changesDancer("PATCH", "/api/me")).toBe(true);
  expect(changesDancer("GET", "/api/me")).toBe(false);
  expect(changesDancer("POST", "/api/takes")).toBe(false);
});

test("every address of the app is answered by the page, and no door or file is", () => {
  const isPage = (path: string) => !NO_PAGES.some((no) => no.test(path));
  for (const path of [
    "/",
    "/dance/lantern-season",
    "/dance/lantern-season/1/stage?rate=0.5",
    `/takes/${TAKE}`,
    "/boards",
  ])
    expect(isPage(path), path).toBe(true);
  for (const path of [
    "/api/openapi.json",
    "/api/takes/1/replay",
    "/models/x.bin",
    "/assets/a.js",
    "/sw.js",
    "/logo.svg",
  ])
    expect(isPage(path), path).toBe(false);
});

test("what a first visit loaded before anybody kept it is asked for again, once, and nothing of others", () => {
  const at = "https://eightcount.test";
  const loaded = [
    `${at}/assets/index-ABCDEFGH.js`,
    `${at}/assets/pretendard-12345678.woff2`,
    `${at}/api/choreographies`,
    `${at}/api/choreographies`,
    `${at}/api/takes?version=${VERSION}&section=1`,
    `${at}/api/choreographies/${VERSION}/sections/1/leaderboard`,
    `${at}/models/movenet-lightning.bin`,
    "https://elsewhere.test/api/choreographies",
  ];
  expect(missed(loaded, at)).toEqual([
    "/assets/pretendard-12345678.woff2",
    "/api/choreographies",
    `/api/takes?version=${VERSION}&section=1`,
    "/models/movenet-lightning.bin",
  ]);
});

test("weights and wasm are the detector's, fonts and scripts are not", () => {
  expect(["/models/movenet-lightning.bin", "/assets/simd-BrM3BlWr.wasm"].every(isDetectorFile)).toBe(true);
  expect(["/assets/index.js", "/assets/a.woff2", "/api/models/x"].some(isDetectorFile)).toBe(false);
});

test("a full device gives up what it can dance without: never the routines, never the detector", () => {
  const needed = ["/api/choreographies", `/api/choreographies/${VERSION}/file`].map(
    (path) => ruleFor("GET", path)?.cache,
  );
  expect(SPARE_CACHES.length).toBeGreaterThan(0);
  for (const cache of [...needed, DETECTOR_CACHE]) expect(SPARE_CACHES).not.toContain(cache);
});

test("who signs in or out, or goes for good, takes the kept answers along", () => {
  expect(changesDancer("POST", "/api/devices")).toBe(true);
  expect(changesDancer("POST", "/api/devices/passkey")).toBe(true);
  expect(changesDancer("POST", "/api/devices/challenge")).toBe(false);
  expect(changesDancer("DELETE", "/api/me")).toBe(true);
  expect(changesDancer("DELETE", "/api/me/devices/this")).toBe(true);
  expect(changesDancer("DELETE", "/api/crews/one")).toBe(false);
});
