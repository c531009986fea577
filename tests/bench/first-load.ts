// Kilobytes of script, gzipped, that must arrive before the library page works (in Korean, the longer), and those that the stage adds.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { Figure } from "./run.ts";

const GOALS_KB = { library: 170, stage: 290 } as const;
const root = resolve(import.meta.dirname, "../..");
const out = join(root, "node_modules/.cache/first-load");
const assets = join(out, "client/assets");
const read = (file: string) => readFileSync(join(assets, file), "utf8");

/** Files that a script imports at once; those it imports when asked are left out. */
const imports = (file: string) =>
  [...read(file).matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g)].map((m) => m[1] as string);
/** Scripts of threads that it starts. */
const threads = (file: string) => [...read(file).matchAll(/\/assets\/(worker-[\w-]+\.js)/g)].map((m) => m[1] as string);

/** The files and all that they need at once. */
function closure(files: readonly string[], into = new Set<string>()): Set<string> {
  for (const file of files) {
    if (into.has(file)) continue;
    into.add(file);
    closure([...imports(file), ...threads(file)], into);
  }
  return into;
}

const kilobytes = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length / 1000, 0);
const chunks = (name: string) =>
  readdirSync(assets).filter((file) => new RegExp(`^${name}-[\\w-]{8}\\.js$`).test(file));

export async function run(): Promise<Figure[]> {
  const built = spawnSync("vite", ["build", "--outDir", out, "--emptyOutDir", "--logLevel", "error"], {
    cwd: root,
    env: { ...process.env, PATH: `${join(root, "node_modules/.bin")}:${process.env.PATH}` },
    encoding: "utf8",
  });
  if (built.status !== 0) throw new Error(`the build failed: ${built.stderr}`);
  const html = readFileSync(join(out, "client/index.html"), "utf8");
  const entries = [...html.matchAll(/(?:src|href)="\/assets\/([\w.-]+\.js)"/g)].map((m) => m[1] as string);
  const library = closure([...entries, ...chunks("library"), ...chunks("ko")]);
  const stage = [...closure(chunks("stage"))].filter((file) => !library.has(file));
  if (entries.length === 0 || chunks("ko").length !== 1 || !stage.some((file) => file.startsWith("worker-"))) {
    throw new Error("the build has no entry, or its stage has no detector");
  }
  const figure = (name: string, value: number, goal: number): Figure => ({
    name,
    value: Math.round(value * 10) / 10,
    unit: "KB gzipped",
    yardstick: `goal: at most ${goal} KB`,
    ratio: Math.round((value / goal) * 1000) / 1000,
  });
  return [
    figure("first-load", kilobytes(library), GOALS_KB.library),
    figure("first-load-stage", kilobytes(stage), GOALS_KB.stage),
  ];
}
