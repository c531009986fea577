import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, vi } from "vitest";

// Migrations before every test take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const DAY_MS = 86_400_000;
/** Quotas go by the day and boards by the week: no test begins at the end of one, nor before what it moves back a minute lies in it. */
async function earlyInTheDay(): Promise<void> {
  const into = (Date.now() + 120_000) % DAY_MS;
  if (into < 210_000) await new Promise((wake) => setTimeout(wake, 210_000 - into));
}

// Storage is kept for a whole file of tests; it is wiped before each, so that no test sees another's dancers.
beforeEach(async () => {
  await earlyInTheDay();
  await reset();
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
}, 300_000);
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});
