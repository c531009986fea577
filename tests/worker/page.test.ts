import { exports } from "cloudflare:workers";
import { expect, test } from "vitest";

const ask = (path: string, method = "GET") => exports.default.fetch(`http://localhost:8787${path}`, { method });

test("a file that is gone is not found, and nobody keeps that answer; the page is never sent in its place", async () => {
  for (const path of ["/assets/gone-12345678.js", "/models/gone.bin", "/icons/gone.png", "/gone.txt", "/assets/"]) {
    const answer = await ask(path);
    expect(answer.status, path).toBe(404);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("content-type")).not.toContain("html");
  }
});

test("only reading is answered outside the doors of the API", async () => {
  for (const method of ["POST", "PUT", "DELETE"]) expect((await ask("/dance/lantern-season", method)).status).toBe(404);
});
