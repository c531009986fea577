import { spawnSync } from "node:child_process";

// No questions, no reports to makers, no look-ups over the network.
Object.assign(process.env, { CI: "1", WRANGLER_SEND_METRICS: "false", CLOUDFLARE_CF_FETCH_ENABLED: "false" });

/** Runs a command to its end; a failure ends this script too, and shows what a quiet command had said. */
export function run(command: string, { quiet = false } = {}): void {
  const done = spawnSync(command, { shell: true, encoding: "utf8", stdio: quiet ? "pipe" : "inherit" });
  if (done.status === 0) return;
  if (quiet) console.error(`${done.stdout}${done.stderr}`);
  console.error(`\nThis failed: ${command}`);
  process.exit(done.status ?? 1);
}

/** Says what is being done, then how long it took and what came of it. */
export async function step<T>(what: string, work: () => T | Promise<T>, said: (value: T) => string): Promise<T> {
  process.stdout.write(`${what} ... `);
  const start = performance.now();
  const value = await work();
  console.log(`${said(value)} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return value;
}
