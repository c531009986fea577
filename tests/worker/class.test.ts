import { expect, test } from "vitest";
import { danced } from "./dance.ts";
import { desk, quietTake, share } from "./desk.ts";

test("a coach sees of each dancer what they share, and of all others that they share nothing", async () => {
  const house = await desk();
  const { coach, member, id, version, take } = house;
  const page = async (who = coach) => (await who.get(`/crews/${id}/class`)).body;
  const nothing = { shares: null, until: null, cells: [], minutes: 0, takes: 0, lastAt: null, sheet: null };
  expect(await page()).toMatchObject({
    version: null,
    choreographies: [],
    weakest: [],
    dancers: [
      { dancer: { name: "Lead" }, ...nothing },
      { dancer: { name: "Member" }, ...nothing },
    ],
  });
  const best = (await member.dance(version)).body.take;
  const lazy = await quietTake(member, version, { frames: danced(4, 8, 0.3) });
  expect((await share(house)).status).toBe(201);
  const { dancers, weakest, ...rest } = await page();
  expect(rest).toMatchObject({ version, choreographies: [{ slug: "first-steps", dancers: 1 }], days: 28 });
  expect(dancers[0]).toMatchObject(nothing);
  const { cells, ...row } = dancers[1];
  expect(row).toMatchObject({ shares: "practice", takes: 3, minutes: 0.2 });
  expect(cells).toHaveLength(1);
  expect(cells[0]).toMatchObject({ section: 1, best: { id: best.id, score: best.score, rate: 1 } });
  expect(cells[0].recent.map((it: { id: string }) => it.id)).toEqual([take, best.id, lazy]);
  expect(weakest).toMatchObject([{ eightCount: 1, dancers: 1, weakest: "energy" }]);
});
