import { afterEach, expect, test, vi } from "vitest";
import { isModelKept } from "../../../web/offline/model.ts";
import { bringAlong, dropOlder, keyOf, stemOf, wanted } from "../../../web/offline/thread/detector-files.ts";

const ORIGIN = "https://eightcount.test";
const WEIGHTS = { url: "/models/movenet-lightning.bin", revision: "new" };
const SIMD = { url: "/assets/tfjs-backend-wasm-simd-BBBB_BBB.wasm", revision: null };
const PLAIN = { url: "/assets/tfjs-backend-wasm-CCC-CCCC.wasm", revision: null };
const BUILD = [WEIGHTS, SIMD, PLAIN];
const USED = ["/models/movenet-lightning.bin?revision=old", "/assets/tfjs-backend-wasm-simd-AAAAAAAA.wasm"];

/** A device's cache of the detector, holding some addresses; null where the detector was never used. */
function device(kept: readonly string[] | null) {
  const paths = new Set(kept ?? []);
  const cache = {
    keys: async () => [...paths].map((path) => ({ url: ORIGIN + path })),
    put: async (path: string) => void paths.add(path),
    delete: async (path: string) => paths.delete(path),
  };
  vi.stubGlobal("caches", { has: async () => kept !== null, open: async () => cache });
  const fetched: string[] = [];
  vi.stubGlobal("fetch", async (url: string) => {
    fetched.push(url);
    return { ok: true };
  });
  return { paths, fetched };
}

afterEach(() => vi.unstubAllGlobals());

test("a file is known from one build to the next by its name without the hash", () => {
  expect(stemOf(SIMD.url)).toBe("/assets/tfjs-backend-wasm-simd.wasm");
  expect(stemOf(USED[0] as string)).toBe("/models/movenet-lightning.bin");
  expect(stemOf(keyOf(WEIGHTS))).toBe(WEIGHTS.url);
});

test("a newer version fetches anew what this device used, and nothing that it never did", () => {
  expect(wanted(BUILD, USED)).toEqual([WEIGHTS, SIMD]);
  expect(wanted(BUILD, BUILD.map(keyOf))).toEqual([]);
});

test("before a newer version takes over, its detector lies beside the old one, so that both can dance", async () => {
  const { paths, fetched } = device(USED);
  await bringAlong(BUILD);
  expect(fetched).toEqual([WEIGHTS.url, SIMD.url]);
  expect([...paths]).toEqual([...USED, keyOf(WEIGHTS), keyOf(SIMD)]);
});

test("once it has taken over, the old one's is gone", async () => {
  const { paths } = device([...USED, keyOf(WEIGHTS), keyOf(SIMD)]);
  await dropOlder(BUILD);
  expect([...paths]).toEqual([keyOf(WEIGHTS), keyOf(SIMD)]);
});

test("a device that never danced loads no weights ahead", async () => {
  const { fetched } = device(null);
  await bringAlong(BUILD);
  expect(fetched).toEqual([]);
});

test("a newer version whose weights do not come does not take over", async () => {
  device(USED);
  vi.stubGlobal("fetch", async () => ({ ok: false, status: 503 }));
  await expect(bringAlong(BUILD)).rejects.toThrow("503");
});

test("a dancer can be seen without network once the model and its weights were fetched, in whatever version", async () => {
  const json = "/models/movenet-lightning.json?revision=old";
  for (const [kept, told] of [
    [null, false],
    [[], false],
    [[json], false],
    [["/models/movenet-multipose.json", "/models/movenet-multipose.bin"], false],
    [[json, "/models/movenet-lightning.bin?revision=old"], true],
  ] as const) {
    device(kept);
    expect(await isModelKept()).toBe(told);
  }
});
