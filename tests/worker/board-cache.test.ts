import { expect, test } from "vitest";
import { aMomentLater, Client, dancer } from "./client.ts";
import { danced, publish } from "./dance.ts";

test("a page is read once for everybody and kept for some seconds; what a dancer did shows to them at once", async () => {
  const version = await publish();
  const [mina, jihyo, stranger] = [await dancer("Mina"), await dancer("Jihyo"), new Client()];
  await mina.dance(version, { frames: danced(4, 8, 0.5) });
  const path = `/choreographies/${version}/sections/1/leaderboard`;
  const names = async (who: Client) =>
    (await who.get(path)).body.standings.map((row: { dancer: { name: string } }) => row.dancer.name);
  const first = await stranger.get(path);
  expect(first.headers.get("cache-control")).toMatch(/^public, max-age=\d\d?$/);
  expect(first.headers.get("vary")?.toLowerCase()).toContain("cookie");
  expect(first.body).toMatchObject({ dancers: 1, me: null });
  await jihyo.dance(version);
  expect(await names(stranger)).toEqual(["Mina"]);
  expect((await mina.get(path)).body).toMatchObject({ dancers: 1, me: { rank: 2, mine: true } });
  expect((await jihyo.get(path)).body).toMatchObject({ dancers: 2, me: { rank: 1, mine: true } });
  expect(await names(stranger)).toEqual(["Jihyo", "Mina"]);
  await mina.ask("PATCH", "/me", { name: "Minari" });
  expect(await names(jihyo)).toEqual(["Jihyo", "Mina"]);
  expect(await names(mina)).toEqual(["Jihyo", "Minari"]);
  await jihyo.ask("PUT", "/me/hidden", { hidden: true });
  expect((await jihyo.get(path)).body).toMatchObject({ dancers: 1, standings: [{ mine: false }], me: { mine: true } });
  await jihyo.ask("PUT", "/me/hidden", { hidden: false });
  expect(await names(mina)).toEqual(["Minari"]);
  aMomentLater();
  expect(await names(mina)).toEqual(["Jihyo", "Minari"]);
});

test("a dancer asks for a board each time, and is told when nothing changed", async () => {
  const version = await publish();
  const mina = await dancer();
  await mina.dance(version);
  const path = `/choreographies/${version}/sections/1/leaderboard`;
  const first = await mina.get(path);
  expect(first.headers.get("cache-control")).toBe("private, no-cache");
  const known = { "if-none-match": first.headers.get("etag") ?? "" };
  expect((await mina.ask("GET", path, undefined, known)).status).toBe(304);
  await (await dancer("Jihyo")).dance(version);
  aMomentLater();
  expect((await mina.ask("GET", path, undefined, known)).body.dancers).toBe(2);
});

test("who has written carries a bookmark, so that every reading after shows what they wrote", async () => {
  const mina = new Client("https://eightcount.example");
  await mina.post("/dancers", { name: "Mina" });
  const first = mina.cookies.get(BOOKMARK) ?? "";
  expect(first).toMatch(/^[0-9a-f-]{59}$/);
  await mina.ask("PATCH", "/me", { name: "Minari" });
  expect((mina.cookies.get(BOOKMARK) ?? "") > first).toBe(true);
  mina.cookies.set(BOOKMARK, "forged; not a bookmark");
  expect((await mina.get("/me")).body.dancer.name).toBe("Minari");
  expect((await dancer()).cookies.has("eightcount-at")).toBe(false);
});
const BOOKMARK = "__Host-eightcount-at";
