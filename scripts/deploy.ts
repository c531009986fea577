// `npm run deploy`: migrations, built-in choreographies and Worker to Cloudflare. The README names what must exist there.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./page.ts";
import { run, step } from "./run.ts";
import { publications } from "./seed.ts";

const BUCKET = "eightcount-replays";

await step("Building the page", build, (built) => (built ? "built" : "nothing changed"));
run("wrangler d1 migrations apply DB --remote");
const folder = mkdtempSync(join(tmpdir(), "eightcount-"));
for (const { key, version, bytes, statements } of publications()) {
  const file = join(folder, version);
  writeFileSync(file, bytes);
  run(`wrangler r2 object put "${BUCKET}/${key}" --file "${file}" --remote`);
  writeFileSync(`${file}.sql`, statements.map((sql) => `${sql};\n`).join(""));
  run(`wrangler d1 execute DB --remote --yes --file "${file}.sql"`);
}
rmSync(folder, { recursive: true });
run("wrangler deploy -c dist/eightcount/wrangler.json");
