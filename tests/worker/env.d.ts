/// <reference types="@cloudflare/vitest-plugin/types" />
declare namespace Cloudflare {
  interface Env {
    DB: D1Database;
    REPLAYS: R2Bucket;
    ASSETS: Fetcher;
    NEWCOMERS: RateLimit;
    WRITINGS: RateLimit;
    READINGS: RateLimit;
    REJUDGE: Queue;
    OPERATOR_TOKEN?: string;
    TEST_MIGRATIONS: { name: string; queries: string[] }[];
  }
  interface GlobalProps {
    mainModule: typeof import("../../worker/index.ts");
  }
}
