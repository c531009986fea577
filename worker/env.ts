import type { Db } from "./db/open.ts";
import type { ProblemCode } from "./problem.ts";
import type { RejudgeMessage } from "./rejudge.ts";

/** What Cloudflare binds to the Worker; see wrangler.toml. */
export interface Bindings {
  readonly DB: D1Database;
  readonly REPLAYS: R2Bucket;
  readonly ASSETS: Fetcher;
  readonly NEWCOMERS: RateLimit;
  readonly WRITINGS: RateLimit;
  readonly READINGS: RateLimit;
  /** The rejudging goes on by one batch for each message. */
  readonly REJUDGE: Queue<RejudgeMessage>;
  /** A secret by which the operator is known; where it is not set, nobody is. */
  readonly OPERATOR_TOKEN?: string;
}

/** The dancer who asks, where their cookie says so. */
export interface Asker {
  readonly id: string;
  readonly name: string;
  /** Id of the device that asks. */
  readonly device: string;
}

/** What hono carries along with a request. */
export interface Env {
  Bindings: Bindings;
  /** `tells` is what its route says that it may be told: nothing where it has none. */
  Variables: { db: Db; asker: Asker | null; tells?: readonly ProblemCode[] };
}

/** What a route behind the door has. */
export interface SignedIn {
  Bindings: Bindings;
  Variables: { db: Db; asker: Asker };
}

/** The one clock of the Worker: milliseconds since 1970. */
export const now = (): number => Date.now();

/** An id that nobody guesses. */
export const newId = (): string => crypto.randomUUID();

/** SHA-256 as 64 hex digits. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
