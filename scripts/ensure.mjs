// Runs on any Node >= 20: installs dependencies once for each lock file, including the Node that the tools need.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";

const lock = "package-lock.json";
const mark = "node_modules/.package-lock.json";
if (!existsSync(mark) || statSync(mark).mtimeMs < statSync(lock).mtimeMs) {
  console.log("Installing what Eightcount needs (about a minute the first time) ...");
  const done = spawnSync("npm ci --no-audit --no-fund --loglevel=error", { stdio: "inherit", shell: true });
  if (done.status !== 0) process.exit(done.status ?? 1);
}
