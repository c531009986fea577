import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const files = globSync("{dance,worker,web,tests,scripts}/**/*.{ts,tsx}", { cwd: root }).map((f) =>
  f.replaceAll("\\", "/"),
);
const text = (file: string) => readFileSync(join(root, file), "utf8");

interface Import {
  readonly file: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;

/** Where an import leads: a path from the top for our own files, the name as written for packages. */
const target = (file: string, written: string): string =>
  written.startsWith("#dance/")
    ? written.slice(1)
    : written.startsWith(".")
      ? posix.join(posix.dirname(file), written)
      : written;

const imports: Import[] = files.flatMap((file) =>
  [...text(file).matchAll(IMPORT)].map((m) => ({
    file,
    to: target(file, (m[2] ?? m[3]) as string),
    typeOnly: Boolean(m[1]),
  })),
);
const inside = (room: string) => imports.filter((i) => i.file.startsWith(`${room}/`));
const breaches = (list: Import[], wrong: (i: Import) => boolean) =>
  list.filter(wrong).map((i) => `${i.file} -> ${i.to}`);
const isOurs = (to: string) => /^(dance|worker|web|tests|scripts)\//.test(to);
const roomOf = (path: string) => path.split("/")[1] ?? "";

test("the import lines are found", () => {
  expect(imports.length).toBeGreaterThan(50);
});

test("dance is pure: it imports nothing but itself", () => {
  expect(breaches(inside("dance"), (i) => !i.to.startsWith("dance/"))).toEqual([]);
});

test("inside dance, a room imports only rooms to its left", () => {
  const order = ["outcome.ts", "pose music", "choreo", "scoring", "replay", "take", "practice"];
  const place = (path: string) => order.findIndex((step) => step.split(" ").includes(roomOf(path)));
  const wrong = (i: Import) =>
    roomOf(i.file) !== roomOf(i.to) && (place(i.file) < 0 || place(i.to) < 0 || place(i.to) >= place(i.file));
  expect(breaches(inside("dance"), wrong)).toEqual([]);
});

test("worker and web never import each other, but for the type of the API in web/api", () => {
  expect(breaches(inside("worker"), (i) => isOurs(i.to) && !/^(worker|dance)\//.test(i.to))).toEqual([]);
  const wrong = (i: Import) =>
    isOurs(i.to) && !/^(web|dance)\//.test(i.to) && !(i.file === "web/api/client.ts" && i.typeOnly);
  expect(breaches(inside("web"), wrong)).toEqual([]);
});

test("product code never imports tests", () => {
  expect(breaches(imports, (i) => !/^(tests|scripts)\//.test(i.file) && /^(tests|scripts)\//.test(i.to))).toEqual([]);
});

test("routes hold no SQL and db holds no HTTP", () => {
  expect(breaches(inside("worker/routes"), (i) => i.to.startsWith("drizzle-orm"))).toEqual([]);
  expect(breaches(inside("worker/db"), (i) => i.to.startsWith("hono"))).toEqual([]);
  const sql = files.filter((f) => f.startsWith("worker/routes/") && /\bsql`|\.prepare\(/.test(text(f)));
  expect(sql).toEqual([]);
});

test("problem.ts alone knows the status codes of failures", () => {
  const failing = /\b(4\d\d|5\d\d)\b(?=\s*[,)}])/;
  const knowing = files.filter(
    (f) =>
      /^worker\/(routes|auth|db)\//.test(f) &&
      text(f)
        .split("\n")
        .some((l) => !/^\s*(\*|\/\/)/.test(l) && failing.test(l)),
  );
  expect(knowing).toEqual([]);
});

test("what draws motion never imports React", () => {
  const motion = ["stage", "song", "sound", "camera", "detector", "video", "files", "lint"].flatMap((room) =>
    inside(`web/${room}`),
  );
  expect(breaches(motion, (i) => /^(react|wouter|@tanstack|react-aria)/.test(i.to))).toEqual([]);
});

test("in web, parts and state never import pages, and pages never import one another's insides", () => {
  const wrong = (i: Import) => i.to.startsWith("web/pages/");
  expect(breaches([...inside("web/parts"), ...inside("web/state"), ...inside("web/words")], wrong)).toEqual([]);
  expect(breaches(inside("web/stage"), (i) => /^web\/(parts|state|pages)\//.test(i.to))).toEqual([]);
});

test("a class gets its look in one stylesheet: pages that were visited before change nothing", () => {
  const sheets = globSync("web/styles/*.css", { cwd: root });
  const looks = new Map<string, Set<string>>();
  for (const sheet of sheets) {
    const screen = text(sheet)
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .replace(/@media print \{(?:[^{}]*\{[^{}]*\})*\s*\}/g, "");
    for (const [, selectors] of screen.matchAll(/(?:^|[{};])([^{};@]+)(?=\{)/g))
      for (const selector of (selectors as string).split(",").map((it) => it.trim()))
        if (/^\.[\w-]+$/.test(selector)) looks.set(selector, (looks.get(selector) ?? new Set()).add(sheet));
  }
  expect(looks.size).toBeGreaterThan(200);
  expect([...looks].filter(([, where]) => where.size > 1).map(([name, where]) => `${name}: ${[...where]}`)).toEqual([]);
});

test("an import of our own code says its .ts ending", () => {
  const bare = (i: Import) => isOurs(i.to) && !/\.(tsx?|css|json|mjs|svg|wasm)(\?.*)?$/.test(i.to);
  expect(breaches(imports, bare)).toEqual([]);
});

test("in web, a room imports only the rooms that its line names", () => {
  const may: Readonly<Record<string, string>> = {
    api: "",
    detector: "",
    files: "",
    lint: "",
    offline: "",
    sound: "",
    camera: "detector",
    video: "detector",
    song: "sound",
    stage: "camera detector song",
    words: "api files stage state video",
    state: "api camera detector files lint offline song sound stage video words",
    parts: "api camera detector files offline song sound stage state words",
    pages: "api files parts state words",
  };
  const room = (path: string) => roomOf(path).replace(/\.ts$/, "");
  const wrong = ({ file, to }: Import) => {
    const [from, into] = [room(file), room(to)];
    const own = from === into || !to.startsWith("web/") || into === "styles";
    return from in may && !own && !(may[from] as string).split(" ").includes(into);
  };
  expect(breaches(inside("web"), wrong)).toEqual([]);
});

test("every room says what lives there, in at most 40 lines", () => {
  const rooms = [
    ...globSync("{dance,worker,web}/*/", { cwd: root }).map((room) => room.replaceAll("\\", "/").replace(/\/$/, "")),
    ...["dance", "worker", "web", "migrations", "tests", "scripts"],
  ].filter((room) => room !== "web/public"); // its files are served as they are
  // Where the score is explained, and where the notation and its file are specified, is as long as that takes.
  const long = new Set(["dance", "dance/choreo"]);
  const wrong = rooms.filter((room) => {
    const readme = `${room}/README.md`;
    return !existsSync(join(root, readme)) || (!long.has(room) && text(readme).trimEnd().split("\n").length > 40);
  });
  expect(rooms.length).toBeGreaterThan(25);
  expect(wrong).toEqual([]);
});
