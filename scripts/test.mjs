// Types, lint, dead code, then every test; the last line is "N passed, N failed" alone.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";

const report = "node_modules/.cache/tests.json";
mkdirSync("node_modules/.cache", { recursive: true });
rmSync(report, { force: true });
let failed = 0;
let passed = 0;
const run = (command) => {
  console.log(`\n> ${command}`);
  return spawnSync(command, { stdio: "inherit", shell: true }).status === 0;
};
for (const check of ["tsc -b", "biome check .", "knip"]) run(check) ? passed++ : failed++;
const green = run(`vitest run --reporter=default --reporter=json --outputFile.json=${report}`);
if (existsSync(report)) {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, "utf8"));
  passed += numPassedTests;
  failed += numFailedTests || (numFailedTestSuites ? 1 : 0);
}
if (!green && failed === 0) failed = 1;
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
