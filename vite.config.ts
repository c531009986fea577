import { cloudflare } from "@cloudflare/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { certificateAliases } from "./scripts/certificates.ts";
import { offline } from "./scripts/offline.ts";
import { detectorAliases, weights } from "./scripts/weights.ts";

// Local work must not look up Request.cf over the network.
process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= "false";

export default defineConfig({
  root: "web",
  plugins: [
    react(),
    weights(),
    offline(),
    cloudflare({
      configPath: "../wrangler.toml",
      persistState: { path: process.env.STATE_DIR ?? "../.wrangler/state" },
    }),
  ],
  resolve: { alias: { ...detectorAliases, ...certificateAliases } },
  worker: { format: "es" },
  build: { outDir: "../dist", emptyOutDir: true },
  server: { port: 8787, strictPort: true },
  preview: { port: Number(process.env.PORT ?? 8787), strictPort: true },
});
