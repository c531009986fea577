import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { putReplay } from "../../worker/replays.ts";
import { tidy } from "../../worker/tidy.ts";
import { aMinuteLater, count, dancer } from "./client.ts";
import { publish } from "./dance.ts";

test("takes that were never delivered are cleared away with their bytes; all others stay", async () => {
  const version = await publish();
  const mina = await dancer();
  const closed = (await mina.dance(version)).body.take.id;
  const [forgotten, waiting] = [await mina.open(version), await mina.open(version)];
  await putReplay(env, forgotten, "5f".repeat(32), new Uint8Array(9));
  await aMinuteLater(forgotten, 3 * 24 * 60);
  await aMinuteLater(closed, 3 * 24 * 60);
  expect(await tidy(env)).toBe(1);
  expect(await count("takes")).toBe(2);
  const keys = (await env.REPLAYS.list({ prefix: "replays/" })).objects.map(({ key }) => key.split("/")[1]);
  expect(keys).toEqual([closed]);
  expect((await mina.get(`/takes/${waiting}`)).status).toBe(200);
});
