// The built page, and the server that Vite runs in front of the real Worker runtime.
import { spawn } from "node:child_process";
import { existsSync, globSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { STATE_DIR } from "./local.ts";
import { run } from "./run.ts";

const STAMP = "dist/.built";
const SOURCES = "{web,worker,dance}/**/*.{ts,tsx,css,html,svg,png,json,webmanifest,toml}";
const ALSO = [
  "web/public/_headers",
  "package-lock.json",
  "vite.config.ts",
  "wrangler.toml",
  "scripts/weights.ts",
  "scripts/certificates.ts",
  "scripts/offline.ts",
];

/** Builds page and Worker unless nothing changed since the last build; says whether it did. */
export function build(): boolean {
  const changed = (file: string) => existsSync(file) && statSync(file).mtimeMs > statSync(STAMP).mtimeMs;
  if (existsSync(STAMP) && ![...globSync(SOURCES), ...ALSO].some(changed)) return false;
  process.env.NODE_ENV = "production"; // a test run's own would build the page for developing, and without offline
  run("vite build --logLevel error");
  writeFileSync(STAMP, "");
  return true;
}

/** Whether nothing listens on a port yet. */
function free(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once("error", () => answer(false));
    probe.listen(port, "localhost", () => probe.close(() => answer(true)));
  });
}

/** The port to serve on: PORT, else 8787. Ends the script in plain words where it is taken or none. */
export async function portToServe(): Promise<number> {
  const port = Number(process.env.PORT ?? 8787);
  const flaw = !Number.isInteger(port) || port < 1 || port > 65_535 ? `PORT=${process.env.PORT} is no port.` : null;
  if (flaw || !(await free(port))) {
    console.error(flaw ?? `Port ${port} is taken. Stop what runs there, or choose another: PORT=8788 npm start`);
    process.exit(1);
  }
  return port;
}

/** Runs Vite's server ("preview" for the built page, "dev" for hot reload) until Ctrl-C; prints the address when it answers. */
export async function serve(mode: "preview" | "dev", port: number): Promise<void> {
  const vite = ["node_modules/vite/bin/vite.js", mode, "--port", String(port), "--strictPort", "--logLevel", "warn"];
  const child = spawn(process.execPath, vite, { stdio: "inherit", env: { ...process.env, STATE_DIR } });
  child.on("exit", (code) => process.exit(code ?? 0));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill("SIGTERM"));
  const address = `http://localhost:${port}`;
  while (!(await answers(`${address}/api/me`))) await new Promise((wake) => setTimeout(wake, 150));
  console.log(`\nEightcount is at ${address}  (Ctrl-C ends it)\n`);
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}
