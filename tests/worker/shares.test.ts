import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { decodeReplay } from "#dance/replay/codec.ts";
import { LIMITS } from "../../worker/limits.ts";
import { sharedPage } from "../../worker/shared-page.ts";
import { Client, count, dancer } from "./client.ts";
import { danced, publish } from "./dance.ts";
import { chunk, joined, png, share } from "./picture.ts";

const code = ({ body }: { body: { problem?: { code: string } } }) => body.problem?.code;
const cards = async () => (await env.REPLAYS.list({ prefix: "cards/" })).objects.length;
const index =
  '<!doctype html><html><head><meta name="description" content="Learn" /><title>Eightcount</title></head></html>';
/** The Worker's answer to whoever opens a link, over a page that stands for the built one. */
const page = async (token: string): Promise<Response> => {
  const built = {
    fetch: async () => new Response(index, { headers: { etag: '"built"', "content-type": "text/html" } }),
  };
  return sharedPage.fetch(new Request(`http://localhost:8787/shared/${token}`), { ...env, ASSETS: built });
};

/** Somebody with a take that stands on no board, so that nothing but sharing shows it. */
async function lazyTake(name = "Mina") {
  const version = await publish();
  const mina = await dancer(name);
  const { body } = await mina.dance(version, { frames: danced(4, 8, 0.5) });
  await mina.ask("PUT", "/me/hidden", { hidden: true });
  return { version, mina, take: body.take.id as string };
}

test("a shared take is seen by whoever has its link, as its dancer chose, and by nobody else", async () => {
  const { mina, take, version } = await lazyTake();
  const stranger = new Client();
  expect(code(await stranger.get(`/takes/${take}`))).toBe("take-unknown");
  const { status, body } = await share(mina, take);
  expect([status, body.token.length]).toEqual([200, 64]);
  const { body: seen } = await stranger.get(`/shared/${body.token}`);
  expect(seen).toMatchObject({
    dancer: { name: "Mina" },
    version,
    section: 1,
    replay: true,
    verified: { rules: expect.any(Number) },
  });
  expect(JSON.stringify(seen)).not.toContain(mina.id);
  expect(JSON.stringify(seen)).not.toContain(take);
  expect((await stranger.get(`/shared/${body.token}/replay`)).body.length).toBeGreaterThan(1000);
  const card = await stranger.get(`/shared/${body.token}/card.png`);
  expect([card.status, card.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect(code(await stranger.get(`/takes/${take}`))).toBe("take-unknown");
  expect(code(await stranger.get(`/takes/${take}/replay`))).toBe("take-unknown");
  const { results } = await env.DB.prepare("select * from shares").all();
  expect(JSON.stringify(results)).not.toContain(body.token);
});

test("without a name the result is told as people read it: no print of the replay, no exact points, no moment", async () => {
  const { mina, take } = await lazyTake();
  const own = (await mina.get(`/takes/${take}`)).body;
  const { token } = (await share(mina, take, "named=0&replay=0")).body;
  const { body: seen } = await new Client().get(`/shared/${token}`);
  expect(seen.result.score).toBe(Math.floor(own.result.score / 1000) * 1000);
  expect(seen.result.losses.every(({ points }: { points: number }) => points % 1000 === 0)).toBe(true);
  expect(seen.verified).toMatchObject({ rules: own.result.rules, replay: null });
  const text = JSON.stringify(seen);
  for (const telling of [own.verified.replay, String(own.take.judgedAt), `"score":${own.result.score}`, mina.id, take])
    expect(text).not.toContain(telling);
  const named = (await share(mina, take)).body.token;
  expect((await new Client().get(`/shared/${named}`)).body).toMatchObject({
    result: { score: own.result.score },
    verified: own.verified,
  });
});

test("poses shown without a name do not tell by which id their take stands on a board", async () => {
  const { mina, take } = await lazyTake();
  const { token } = (await share(mina, take, "named=0&replay=1")).body;
  const { body: bytes } = await new Client().get(`/shared/${token}/replay`);
  const [shown, own] = [decodeReplay(bytes), decodeReplay((await mina.get(`/takes/${take}/replay`)).body)];
  if (!shown.ok || !own.ok) throw new Error("a replay cannot be read");
  expect([own.value.takeId, shown.value.takeId]).toEqual([take, ""]);
  expect(shown.value.frames).toEqual(own.value.frames);
});

test("without name and replay neither is told: not in the page's data, not in the preview, not as bytes", async () => {
  const { mina, take } = await lazyTake("Wonderful Mina");
  const { body } = await share(mina, take, "named=0&replay=0");
  const stranger = new Client();
  const { body: seen } = await stranger.get(`/shared/${body.token}`);
  expect(seen).toMatchObject({ dancer: null, replay: false });
  expect(code(await stranger.get(`/shared/${body.token}/replay`))).toBe("replay-missing");
  expect(JSON.stringify(seen) + (await (await page(body.token)).text())).not.toContain("Wonderful");
  expect((await mina.get(`/takes/${take}/share`)).body.share).toMatchObject({ named: false, replay: false });
});

test("an ended page is gone at once, its picture too; made anew it has another link, and the old one stays dead", async () => {
  const { mina, take } = await lazyTake();
  const first = (await share(mina, take)).body.token;
  const second = (await share(mina, take)).body.token;
  expect(first).not.toBe(second);
  const stranger = new Client();
  expect(code(await stranger.get(`/shared/${first}`))).toBe("share-unknown");
  expect((await stranger.get(`/shared/${second}`)).status).toBe(200);
  for (let twice = 0; twice < 2; twice++)
    expect((await mina.drop(`/takes/${take}/share`)).body).toEqual({ ended: true });
  for (const path of ["", "/replay", "/card.png"])
    expect(code(await stranger.get(`/shared/${second}${path}`))).toBe("share-unknown");
  expect((await page(second)).status).toBe(404);
  expect([await count("shares"), await cards()]).toEqual([0, 0]);
  expect((await mina.get(`/takes/${take}/share`)).body).toEqual({ share: null });
});

test("a dancer finds all their pages in one list, and nobody else's", async () => {
  const { mina, take, version } = await lazyTake();
  const jihyo = await dancer("Jihyo");
  const other = (await jihyo.dance(version)).body.take.id;
  await share(jihyo, other);
  expect((await mina.get("/shares")).body).toEqual({ shares: [] });
  const { token } = (await share(mina, take, "replay=1")).body;
  const { body } = await mina.get("/shares");
  expect(body.shares).toMatchObject([{ takeId: take, version, section: 1, named: false, replay: true }]);
  expect(JSON.stringify(body)).not.toContain(token);
  await mina.drop(`/takes/${take}/share`);
  expect((await mina.get("/shares")).body).toEqual({ shares: [] });
  expect((await jihyo.get("/shares")).body.shares.length).toBe(1);
});

test("whoever is deleted takes their pages along; the export tells them, with the card", async () => {
  const { mina, take } = await lazyTake();
  const { token } = (await share(mina, take)).body;
  const { body: file } = await mina.get("/me/export");
  const [told] = file.takes;
  expect(told.shared).toMatchObject({ named: true, replay: true, card: expect.stringMatching(/^iVBOR/) });
  expect(JSON.stringify(file)).not.toContain(token);
  await mina.drop("/me", { name: "Mina" });
  expect(code(await new Client().get(`/shared/${token}`))).toBe("share-unknown");
  expect([await count("shares"), await cards()]).toEqual([0, 0]);
});

test("only a whole PNG of the right size is a card, and only its pixels are kept", async () => {
  const { mina, take } = await lazyTake();
  const good = await png();
  const flipped = good.slice();
  flipped[60] = (flipped[60] as number) ^ 1;
  const bad = [
    new Uint8Array(),
    new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>"),
    await png(1080, 1920),
    good.subarray(0, good.length - 1),
    joined(good, Uint8Array.from([1])),
    flipped,
    joined(good, chunk("IEND", new Uint8Array())),
  ];
  for (const bytes of bad) expect(code(await share(mina, take, "", bytes))).toBe("picture-invalid");
  expect(code(await share(mina, take, "", new Uint8Array(LIMITS.cardBytes + 1)))).toBe("too-large");
  const jpeg = await mina.ask("PUT", `/takes/${take}/share`, good, { "content-type": "image/jpeg" });
  expect(code(jpeg)).toBe("picture-invalid");
  expect([await count("shares"), await cards()]).toEqual([0, 0]);
  const place = new TextEncoder().encode("GPS 37.5 N 127.0 E");
  const { body } = await share(mina, take, "", await png(1200, 630, chunk("eXIf", place), chunk("tEXt", place)));
  const { body: kept } = await new Client().get(`/shared/${body.token}/card.png`);
  expect(kept).toEqual(good);
});

test("a link's page has a preview: title, description, card; names are text and never markup", async () => {
  const { mina, take } = await lazyTake('"><b>Mi & na');
  const { body } = await share(mina, take);
  const answer = await page(body.token);
  const text = await answer.text();
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("etag")).toBeNull();
  expect(answer.headers.get("x-robots-tag")).toBe("noindex");
  const card = `http://localhost:8787/api/shared/${body.token}/card.png`;
  expect(text).toContain(`<meta property="og:image" content="${card}" />`);
  expect(text).toContain('<meta name="twitter:card" content="summary_large_image" />');
  expect(text).toMatch(/og:title" content="first-steps: \d+\.\d of 100, danced by &quot;&gt;&lt;b&gt;Mi &amp; na"/);
  expect(text).not.toContain("<b>Mi");
  expect(text).toMatch(/<title>first-steps: .* · Eightcount<\/title>/);
  expect(text).toMatch(/name="description" content="Judged/);
  const { body: korean } = await share(mina, take, "named=1&language=ko");
  expect(await (await page(korean.token)).text()).toContain("100점 중");
  const unknown = await page("0".repeat(64));
  expect([unknown.status, (await unknown.text()).includes("og:image")]).toEqual([404, false]);
  expect((await page("nothing")).status).toBe(404);
});

test("an open take has nothing to share; a day has an end", async () => {
  const { mina, take, version } = await lazyTake();
  expect(code(await share(mina, await mina.open(version)))).toBe("take-unknown");
  await env.DB.prepare("update quotas set used = 60 where kind = 'shares'").run();
  expect(code(await share(mina, take))).toBe("quota-reached");
});
