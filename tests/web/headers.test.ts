import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const file = readFileSync(join(import.meta.dirname, "../../web/public/_headers"), "utf8");
const policy = /content-security-policy: (.*)/.exec(file)?.[1]?.split("; ") ?? [];

test("the page may load from itself alone, and nothing that is not named", () => {
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  const sources = policy.flatMap((line) => line.split(" ").slice(1));
  const allowed = ["'none'", "'self'", "'wasm-unsafe-eval'", "'unsafe-inline'", "blob:", "data:", "mediastream:"];
  expect(sources.filter((source) => !allowed.includes(source))).toEqual([]);
  expect(policy.find((line) => line.startsWith("script-src"))).toBe("script-src 'self' 'wasm-unsafe-eval'");
});

test("camera and microphone are for this page only", () => {
  expect(file).toContain("permissions-policy: camera=(self), microphone=(self)");
});
