import { env, exports } from "cloudflare:workers";
import { expect, test } from "vitest";
import { Client, count, dancer } from "./client.ts";

const codeFor = async (name: unknown) => (await new Client().post("/dancers", { name })).body.problem?.code;

test("a dancer gives a name and is known again by the cookie", async () => {
  const mina = await dancer("  Mina  ");
  expect((await mina.get("/me")).body).toEqual({ dancer: { id: mina.id, name: "Mina" } });
  expect((await new Client().get("/me")).body).toEqual({ dancer: null });
});

test("a name is 1 to 24 characters of any script, without line breaks or hidden turns", async () => {
  expect(await codeFor("")).toBe("name-empty");
  expect(await codeFor(" \u3000 ")).toBe("name-empty");
  expect(await codeFor("a".repeat(25))).toBe("name-too-long");
  expect(await codeFor("a\nb")).toBe("name-characters");
  expect(await codeFor("a\u202eb")).toBe("name-characters");
  expect(await codeFor(7)).toBe("input-invalid");
  expect(await codeFor("가".repeat(24))).toBeUndefined();
  expect(await codeFor("💃".repeat(24))).toBeUndefined();
  expect(await codeFor("가".normalize("NFD").repeat(24))).toBeUndefined();
});

test("a dancer takes another name, and a device holds one dancer", async () => {
  const mina = await dancer("Mina");
  expect((await mina.ask("PATCH", "/me", { name: "Minari" })).body).toEqual({ id: mina.id, name: "Minari" });
  expect((await mina.ask("PATCH", "/me", { name: "" })).body.problem.code).toBe("name-empty");
  expect((await mina.post("/dancers", { name: "Second" })).body.problem.code).toBe("dancer-exists");
  expect((await mina.get("/me")).body.dancer.name).toBe("Minari");
  expect(await count("dancers")).toBe(1);
  expect((await new Client().ask("PATCH", "/me", { name: "Nobody" })).body.problem.code).toBe("signed-out");
});

test("the token is stored as its hash only, and the cookie is for this site and for no script", async () => {
  const make = (origin: string) =>
    exports.default.fetch(`${origin}/api/dancers`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name: "Mina" }),
    });
  const local = (await make("http://localhost:8787")).headers.getSetCookie()[0] ?? "";
  const remote = (await make("https://eightcount.example")).headers.getSetCookie()[0] ?? "";
  expect(local).toMatch(/^eightcount=[0-9a-f]{64}; .*HttpOnly; SameSite=Lax$/);
  expect(remote).toMatch(/^__Host-eightcount=[0-9a-f]{64}; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  const token = local.slice("eightcount=".length).split(";")[0];
  const { results } = await env.DB.prepare("select * from devices").all();
  expect(JSON.stringify(results)).not.toContain(token);
});

test("a cookie that nobody gave is nobody's", async () => {
  const stranger = new Client();
  for (const token of ["0".repeat(64), "x", ""]) {
    stranger.cookies.set("eightcount", token);
    expect((await stranger.get("/me")).body).toEqual({ dancer: null });
  }
});
