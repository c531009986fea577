import { exports } from "cloudflare:workers";
import { expect, test } from "vitest";
import { decodeChoreography } from "#dance/choreo/file.ts";
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
  const form = { "content-type": "application/x-www-form-urlencoded", origin: "http://evil.example" };
  expect(await told(post("name=Mina", form))).toEqual([403, "cross-site"]);
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
  expect(routes.sort()).toEqual([
    "delete /api/crews/{id}",
    "delete /api/crews/{id}/invites/{invite}",
    "delete /api/crews/{id}/members/{dancer}",
    "delete /api/me",
    "delete /api/me/devices/{id}",
    "delete /api/me/passkeys/{id}",
    "get /api/choreographies",
    "get /api/choreographies/{version}",
    "get /api/choreographies/{version}/file",
    "get /api/choreographies/{version}/sections/{section}/leaderboard",
    "get /api/choreographies/{version}/sections/{section}/leaderboard/around",
    "get /api/crews",
    "get /api/crews/{id}",
    "get /api/crews/{id}/invites",
    "get /api/invites/{token}",
    "get /api/me",
    "get /api/me/account",
    "get /api/me/devices",
    "get /api/me/export",
    "get /api/me/passkeys",
    "get /api/progress",
    "get /api/progress/choreographies/{version}",
    "get /api/progress/takes",
    "get /api/sessions",
    "get /api/takes",
    "get /api/takes/{id}",
    "get /api/takes/{id}/replay",
    "patch /api/crews/{id}",
    "patch /api/me",
    "patch /api/me/passkeys/{id}",
    "post /api/crews",
    "post /api/crews/{id}/invites",
    "post /api/dancers",
    "post /api/devices",
    "post /api/devices/challenge",
    "post /api/devices/passkey",
    "post /api/invites/{token}",
    "post /api/me/codes",
    "post /api/me/passkeys",
    "post /api/me/passkeys/challenge",
    "post /api/me/recovery",
    "post /api/sessions",
    "post /api/takes",
    "put /api/crews/{id}/members/{dancer}/role",
    "put /api/me/hidden",
    "put /api/takes/{id}/replay",
  ]);
  const put = body.paths["/api/takes/{id}/replay"].put;
  expect(Object.keys(put.responses)).toEqual([
    "200",
    "400",
    "401",
    "404",
    "409",
    "410",
    "413",
    "415",
    "422",
    "425",
    "500",
  ]);
  expect(put.requestBody.content["application/vnd.eightcount.replay"]).toBeDefined();
  expect(put.responses["422"].description).toContain("`replay-cut`");
  const result = put.responses["200"].content["application/json"].schema.properties.result;
  expect(result.properties.score).toEqual({ type: "number" });
  expect(body.paths["/api/dancers"].post.requestBody.content["application/json"].schema.required).toEqual(["name"]);
});
