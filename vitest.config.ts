import { fileURLToPath } from "node:url";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { certificateAliases } from "./scripts/certificates.ts";

process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= "false";
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  test: {
    projects: [
      { test: { name: "dance", environment: "node", include: ["tests/dance/**/*.test.ts", "tests/*.test.ts"] } },
      { test: { name: "web", environment: "node", include: ["tests/web/**/*.test.{ts,tsx}"] } },
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
        test: { name: "worker", include: ["tests/worker/**/*.test.ts"], setupFiles: ["./tests/worker/setup.ts"] },
      },
      {
        test: {
          name: "journey",
          environment: "node",
          include: ["tests/journey/**/*.test.ts"],
          fileParallelism: false,
          hookTimeout: 180_000,
          testTimeout: 240_000,
        },
      },
    ],
  },
});
