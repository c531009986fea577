import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listsOf } from "../../../scripts/offline.ts";

const built = (index = "<html>") =>
  listsOf({
    "index.html": index,
    "assets/index-ABCDEFGH.js": "page",
    "assets/worker-ABCDEFGH.js": "detector's thread",
    "assets/index-ABCDEFGH.css": "look",
    "assets/index-ABCDEFGH.js.map": "map",
    "assets/pretendard-ABCDEFGH.woff2": "letters",
    "assets/simd-ABCDEFGH.wasm": "wasm",
    "models/movenet-lightning.json": "model",
    "models/movenet-lightning.bin": "weights",
  });
const urls = (list: readonly { readonly url: string }[]) => list.map(({ url }) => url);

test("the page's own files are precached; fonts, weights and wasm wait until they are used", () => {
  const { precached, detector } = built();
  expect(urls(precached)).toEqual([
    "/logo.svg",
    "/manifest.webmanifest",
    "/assets/index-ABCDEFGH.css",
    "/assets/index-ABCDEFGH.js",
    "/assets/worker-ABCDEFGH.js",
    "/",
  ]);
  expect(urls(detector)).toEqual([
    "/assets/simd-ABCDEFGH.wasm",
    "/models/movenet-lightning.bin",
    "/models/movenet-lightning.json",
  ]);
});

test("a changed page is another revision, an unchanged one is the same", () => {
  const page = (lists: ReturnType<typeof built>) => lists.precached.find(({ url }) => url === "/")?.revision;
  expect(page(built())).toBe(page(built()));
  expect(page(built("<html lang>"))).not.toBe(page(built()));
  expect(page(built())).toMatch(/^[0-9a-f]{16}$/);
});

test("files with a hash in their name need no revision, all others have one", () => {
  const { precached, detector } = built();
  for (const { url, revision } of [...precached, ...detector])
    expect(revision === null, url).toBe(url.startsWith("/assets/"));
});

test("the manifest names pictures that are there, of the size it says, one of them to be cut to any shape", () => {
  const at = (path: string) => new URL(`../../../web/public${path}`, import.meta.url);
  const { icons, start_url, display } = JSON.parse(readFileSync(at("/manifest.webmanifest"), "utf8"));
  expect([start_url, display]).toEqual(["/", "standalone"]);
  for (const { src, sizes, type } of icons) {
    const bytes = readFileSync(at(src));
    if (type === "image/svg+xml") expect(bytes.toString()).toContain("<svg");
    else expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes);
  }
  expect(icons.some((icon: { purpose?: string }) => icon.purpose === "maskable")).toBe(true);
  expect(icons.map((icon: { sizes: string }) => icon.sizes)).toEqual(expect.arrayContaining(["192x192", "512x512"]));
});
