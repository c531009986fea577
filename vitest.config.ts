import { fileURLToPath } from "node:url";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { certificateAliases } from "./scripts/certificates.ts";

process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= "false";
/** No test measures by it: it ends what hangs, and a busy machine may take its time. */
const PATIENCE = { testTimeout: 90_000, hookTimeout: 90_000 };
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "dance",
          environment: "node",
          include: ["tests/dance/**/*.test.ts", "tests/*.test.ts"],
          ...PATIENCE,
        },
      },
      {
        test: {
          name: "web",
          environment: "node",
          include: ["tests/web/**/*.test.{ts,tsx}"],
          setupFiles: ["./tests/web/setup.ts"],
          ...PATIENCE,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              bindings: {
                TEST_MIGRATIONS: await readD1Migrations(here("./migrations")),
                OPERATOR_TOKEN: "operator-of-the-tests",
              },
            },
          })),
        ],
        resolve: { alias: certificateAliases },
        test: {
          name: "worker",
          include: ["tests/worker/**/*.test.ts"],
          setupFiles: ["./tests/worker/setup.ts"],
          ...PATIENCE,
        },
      },
      {
        test: {
          name: "journey",
          environment: "node",
          include: ["tests/journey/**/*.test.ts"],
          setupFiles: ["./tests/journey/setup.ts"],
          fileParallelism: false,
          hookTimeout: 180_000,
          testTimeout: 240_000,
          expect: { poll: { timeout: 60_000 } }, // as long as a locator waits
        },
      },
    ],
  },
});
