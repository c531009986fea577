// Builds the service worker beside the page, with the lists of the page's files written into it.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";

const here = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const hash = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest("hex").slice(0, 16);

/** Served as they are, and needed without network. */
const PUBLIC = ["logo.svg", "manifest.webmanifest"];

interface File {
  readonly url: string;
  /** Null where the file's name already holds a hash of its content. */
  readonly revision: string | null;
}

/** Sorts the build's files: those that every start needs, and those that only the detector does. */
export function listsOf(files: Readonly<Record<string, string | Uint8Array>>): { precached: File[]; detector: File[] } {
  const precached: File[] = PUBLIC.map((name) => ({
    url: `/${name}`,
    revision: hash(readFileSync(here(`web/public/${name}`))),
  }));
  const detector: File[] = [];
  for (const [name, source] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const file = { url: `/${name}`, revision: name.startsWith("assets/") ? null : hash(source) };
    if (name === "index.html") precached.push({ ...file, url: "/" });
    else if (/\.(js|css)$/.test(name)) precached.push(file);
    else if (/^models\/|\.wasm$/.test(name)) detector.push(file);
  }
  return { precached, detector };
}

/** Vite plugin: /sw.js. While developing there is none, so that no old file is ever seen. */
export function offline(): Plugin {
  return {
    name: "eightcount-offline",
    apply: "build",
    applyToEnvironment: ({ name }) => name === "client",
    async writeBundle({ dir }, bundle) {
      const written = Object.values(bundle).map((file) => [file.fileName, "code" in file ? file.code : file.source]);
      const { precached, detector } = listsOf(Object.fromEntries(written));
      await build({
        configFile: false,
        logLevel: "warn",
        publicDir: false,
        define: {
          __PRECACHED__: JSON.stringify(precached),
          __DETECTOR__: JSON.stringify(detector),
          "process.env.NODE_ENV": '"production"',
        },
        build: {
          outDir: dir as string,
          emptyOutDir: false,
          rolldownOptions: {
            input: here("web/offline/thread/worker.ts"),
            output: { format: "iife", entryFileNames: "sw.js" },
          },
        },
      });
    },
  };
}
