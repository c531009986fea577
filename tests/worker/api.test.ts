import { exports } from "cloudflare:workers";
import { expect, test } from "vitest";
import { decodeChoreography } from "#dance/choreo/file.ts";
import { app } from "../../worker/api.ts";
import { Client, dancer } from "./client.ts";
import { publish } from "./dance.ts";

test("the library tells the current version of each choreography, and a version's file is kept forever", async () => {
  const version = await publish();
  const reader = new Client();
  const { body } = await reader.get("/choreographies");
  expect(body.choreographies).toMatchObject([{ version, slug: "first-steps", counts: 16, seconds: 8, bpm: 120 }]);
  expect(body.choreographies[0].cover.length).toBe(51);
  expect((await reader.get(`/choreographies/${version}`)).body).toEqual(body.choreographies[0]);
  const file = await reader.get(`/choreographies/${version}/file`);
  expect(decodeChoreography(file.body).ok).toBe(true);
  expect(file.headers.get("cache-control")).toContain("immutable");
  expect((await reader.get(`/choreographies/${"0".repeat(64)}`)).body.problem.code).toBe("choreography-unknown");
  expect((await reader.get(`/choreographies/${"0".repeat(64)}/file`)).body.problem.code).toBe("choreography-unknown");
});

test("every failure is a problem of the table: wrong address, broken JSON, too much of it, another site", async () => {
  const ask = (path: string, init: RequestInit) => exports.default.fetch(`http://localhost:8787/api${path}`, init);
  const told = async (answer: Promise<Response>) => {
    const response = await answer;
    const { problem } = (await response.json()) as { problem: { code: string } };
    return [response.status, problem.code];
  };
  const json = { "content-type": "application/json" };
  const post = (body: string, headers: Record<string, string> = json) =>
    ask("/dancers", { method: "POST", headers, body });
  expect(await told(ask("/nowhere", {}))).toEqual([404, "not-found"]);
  expect(await told(post("{"))).toEqual([400, "input-invalid"]);
  expect(await told(post("[]"))).toEqual([400, "input-invalid"]);
  expect(await told(post(JSON.stringify({ name: "x".repeat(20_000) })))).toEqual([413, "too-large"]);
  const bare = (init: RequestInit) => ask("/sessions", { method: "POST", ...init });
  expect(await told(bare({}))).toEqual([403, "origin-missing"]);
  expect(await told(bare({ headers: { "sec-fetch-site": "cross-site" } }))).toEqual([403, "cross-site"]);
  expect(await told(bare({ headers: { origin: "http://localhost:8787" } }))).toEqual([401, "signed-out"]);
  const form = { "content-type": "application/x-www-form-urlencoded", origin: "http://evil.example" };
  expect(await told(post("name=Mina", form))).toEqual([403, "cross-site"]);
});

test("an address that is asked in a way it does not know says which ways it knows", async () => {
  const who = await dancer();
  const allowed = async (method: string, path: string) => {
    const { status, body, headers } = await who.ask(method, path, method === "GET" ? undefined : {});
    return [status, body.problem.code, headers.get("allow")];
  };
  const wrong = (allow: string) => [405, "method-unknown", allow];
  expect(await allowed("POST", "/me")).toEqual(wrong("DELETE, GET, HEAD, PATCH"));
  expect(await allowed("GET", "/dancers")).toEqual(wrong("POST"));
  expect(await allowed("DELETE", "/takes/some/replay")).toEqual(wrong("GET, HEAD, PUT"));
  expect(await allowed("PUT", "/me/passkeys/challenge")).toEqual(wrong("DELETE, PATCH, POST"));
  expect((await who.ask("PUT", "/me/nothing/here", {})).body.problem.code).toBe("not-found");
});

test("a body that is far too large is heard out and answered, whether it says its length or not", async () => {
  const mina = await dancer();
  const stream = () => new Response(new Uint8Array(6_000_000)).body;
  const cookie = [...mina.cookies].map((pair) => pair.join("=")).join("; ");
  for (const body of [new Uint8Array(6_000_000), stream()])
    for (const [method, path, type] of [
      ["POST", "/takes", "application/json"],
      ["PUT", "/takes/some/replay", "application/vnd.eightcount.replay"],
    ] as const) {
      const headers = { cookie, "content-type": type };
      const init = { method, headers, body: body instanceof Uint8Array ? body : stream() };
      const answer = await exports.default.fetch(`http://localhost:8787/api${path}`, init);
      const { problem } = (await answer.json()) as { problem: { code: string } };
      expect([answer.status, problem.code]).toEqual([413, method === "PUT" ? "replay-too-large" : "too-large"]);
    }
});

test("every answer says what it may do: nothing", async () => {
  for (const path of ["/me", "/nowhere"]) {
    const { headers } = await (await dancer()).get(path);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("permissions-policy")).toContain("camera=(self)");
    expect(headers.get("cache-control")).toBe("no-store");
  }
});

test("the API describes itself, every route and every failure with a schema", async () => {
  const { body } = await new Client().get("/openapi.json");
  expect(body.openapi).toMatch(/^3\.1/);
  const routes = Object.entries(body.paths as Record<string, Record<string, { responses: object }>>).flatMap(
    ([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`),
  );
  const doors = app.routes
    .filter(({ method, path }) => method !== "ALL" && path !== "/api/openapi.json")
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
  expect(doors.length).toBeGreaterThan(40);
  expect(routes.sort()).toEqual([...new Set(doors)].sort());
  const put = body.paths["/api/takes/{id}/replay"].put;
  expect(Object.keys(put.responses)).toEqual([
    "200",
    "400",
    "401",
    "403",
    "404",
    "405",
    "409",
    "410",
    "413",
    "415",
    "422",
    "425",
    "429",
    "500",
  ]);
  expect(body.servers).toMatchObject([{ url: "/" }]);
  expect(put.responses["413"].description).toContain("`replay-too-large`");
  expect(put.responses["413"].description).toContain("`too-large`");
  expect(body.paths["/api/crews/{id}"].delete.responses["403"].description).toMatch(/crew-forbidden.*cross-site/);
  expect(body.paths["/api/me"].get.responses["413"]).toBeUndefined();
  // What a route never says is not promised.
  expect(put.responses["409"].description).not.toContain("gone-meanwhile");
  const published = body.paths["/api/choreographies"].post.responses;
  expect(published["409"].description).toContain("gone-meanwhile");
  expect(published["422"].description).not.toMatch(/keyframes-many|choreography-unfit/);
  expect(put.requestBody.content["application/vnd.eightcount.replay"]).toBeDefined();
  expect(put.responses["422"].description).toContain("`replay-cut`");
  const result = put.responses["200"].content["application/json"].schema.properties.result;
  expect(result.properties.score).toEqual({ type: "number" });
  expect(body.paths["/api/dancers"].post.requestBody.content["application/json"].schema.required).toEqual(["name"]);
});
