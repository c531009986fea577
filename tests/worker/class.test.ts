import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import type { Answer } from "./client.ts";
import { danced, publish } from "./dance.ts";
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

test("of a shared version a coach sees that one alone, and practice from before a dancer joined is not the crew's", async () => {
  const house = await desk();
  const { coach, member, id, version, take } = house;
  const other = await publish("second-steps");
  await member.dance(other);
  await share(house, { scope: "choreography", version });
  const page = async (of?: string) => (await coach.get(`/crews/${id}/class${of ? `?version=${of}` : ""}`)).body;
  const { dancers, choreographies } = await page();
  expect(choreographies.map((it: { version: string }) => it.version)).toEqual([version]);
  expect(dancers[1]).toMatchObject({ shares: "choreography", takes: 1, cells: [{ recent: [{ id: take }] }] });
  expect((await page(other)).dancers[1].cells).toEqual([]);
  expect((await coach.get(`/crews/${id}/class?version=${"0".repeat(64)}`)).body.problem.code).toBe(
    "choreography-unknown",
  );
  for (const { id } of (await member.get("/me/grants")).body.given) await member.drop(`/me/grants/${id}`);
  await share(house);
  expect((await page()).choreographies).toHaveLength(2);
  await env.DB.prepare("update members set joined_at = ? where dancer_id = ?").bind(Date.now(), member.id).run();
  expect((await page()).dancers[1]).toMatchObject({ shares: "practice", takes: 0, lastAt: null, cells: [] });
});

test("a coach gives a take levels by the crew's rubric, its dancer reads them, and a changed rubric changes none of it", async () => {
  const house = await desk();
  const { coach, member, id, take } = house;
  await share(house);
  const criterion = (name: string) => ({ name, levels: ["Not yet", "Getting there", "Good", "Great"] });
  const criteria = [criterion("Lines"), criterion("Expression")];
  const code = async (answer: Promise<Answer>) => (await answer).body.problem?.code;
  const mark = (levels: readonly unknown[], who = coach) =>
    who.ask("PUT", `/takes/${take}/rubric`, { crew: id, levels });
  const put = (body: unknown, who = coach) => who.ask("PUT", `/crews/${id}/rubric`, body);
  expect(await code(mark([1]))).toBe("rubric-missing");
  expect(await code(put({ criteria }, member))).toBe("crew-forbidden");
  expect((await put({ criteria })).body).toEqual({ criteria });
  expect((await member.get(`/crews/${id}/rubric`)).body).toEqual({ criteria });
  for (const bad of [
    Array(7).fill(criterion("One")),
    [{ name: "Three levels", levels: ["a", "b", "c"] }],
    [criterion(" ")],
    [criterion("x".repeat(81))],
  ])
    expect(await code(put({ criteria: bad }))).toBe("rubric-invalid");
  for (const bad of [[1], [1, 2, 3], [4, 0], [-1, 0], [null, null]])
    expect(await code(mark(bad))).toBe("marks-invalid");
  expect(await code(mark([1, 1], member))).toBe("rubric-missing");
  const sheet = (await mark([2, null])).body;
  expect(sheet).toMatchObject({
    by: { name: "Coach" },
    mine: true,
    crew: { name: "Stage door" },
    criteria,
    levels: [2, null],
  });
  expect((await coach.get(`/takes/${take}/rubric`)).body).toMatchObject({
    rubrics: [{ crew: { id }, criteria }],
    sheets: [sheet],
  });
  await put({ criteria: [criterion("Something else")] });
  expect((await member.get(`/takes/${take}/rubric`)).body).toEqual({
    rubrics: [],
    sheets: [{ ...sheet, mine: false }],
  });
  const [, row] = (await coach.get(`/crews/${id}/class`)).body.dancers;
  expect(row.sheet).toEqual({ takeId: take, criteria, levels: [2, null], at: sheet.at });
  expect((await put({ criteria: [] })).body).toEqual({ criteria: [] });
  expect(await code(mark([1]))).toBe("rubric-missing");
});

test("the class shows the sheet that was given last, whichever of the shared versions it is for", async () => {
  const house = await desk();
  const { coach, member, id, version, take } = house;
  const other = await publish("second-steps");
  const there = await quietTake(member, other);
  const criteria = [{ name: "Lines", levels: ["a", "b", "c", "d"] }];
  await coach.ask("PUT", `/crews/${id}/rubric`, { criteria });
  for (const one of [version, other]) await share(house, { scope: "choreography", version: one });
  const last = async () => (await coach.get(`/crews/${id}/class`)).body.dancers[1].sheet.takeId;
  for (const one of [take, there, take, there]) {
    await env.DB.exec("update marks set at = at - 1000");
    expect((await coach.ask("PUT", `/takes/${one}/rubric`, { crew: id, levels: [1] })).status).toBe(200);
    expect(await last()).toBe(one);
  }
});

test("a class is for its coaches alone", async () => {
  const { lead, member, stranger, id } = await desk();
  expect((await lead.get(`/crews/${id}/class`)).status).toBe(200);
  expect((await member.get(`/crews/${id}/class`)).body.problem.code).toBe("crew-forbidden");
  expect((await stranger.get(`/crews/${id}/class`)).body.problem.code).toBe("crew-unknown");
});
