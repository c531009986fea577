import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { RULES_VERSION, type TakeResult } from "#dance/scoring/result.ts";
import { closeTake } from "../../worker/db/closing.ts";
import { LIMITS } from "../../worker/limits.ts";
import { tidy } from "../../worker/tidy.ts";
import { type Answer, aMomentLater, Client, count, dancer } from "./client.ts";
import { counting } from "./counting.ts";
import { bytesOf, danced, publish } from "./dance.ts";

const DAY_MS = 86_400_000;
const at = (version: string, query: string) => `/choreographies/${version}/sections/1/leaderboard?${query}`;
const names = ({ body }: Answer): string[] =>
  body.standings.map(({ dancer }: { dancer: { name: string } }) => dancer.name);
const boards = async (version: string, query: string) => {
  aMomentLater();
  return names(await new Client().get(at(version, query)));
};
/** The middle of a week, so that no test runs into Monday. */
const wednesday = (weeks = 0) =>
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 10, 25, 12) + weeks * 7 * DAY_MS });

test("a take stands on the board of the week in which it was danced, and on that of all time", async () => {
  wednesday();
  const version = await publish();
  const [mina, jihyo] = [await dancer("Mina"), await dancer("Jihyo")];
  const early = await mina.open(version);
  await env.DB.prepare("update takes set opened_at = opened_at - ? where id = ?")
    .bind(7 * DAY_MS, early)
    .run();
  await mina.put(early, bytesOf(early, version));
  await jihyo.dance(version, { frames: danced(4, 8, 0.5) });
  expect(await boards(version, "window=all")).toEqual(["Mina", "Jihyo"]);
  expect(await boards(version, "window=week")).toEqual(["Jihyo"]);
  await mina.dance(version, { frames: danced(4, 8, 0.7) });
  expect(await boards(version, "window=week")).toEqual(["Mina", "Jihyo"]);
  expect(names(await mina.get(at(version, "window=week&scope=picks")))).toEqual(["Mina"]);
  const around = `/choreographies/${version}/sections/1/leaderboard/around?window=week`;
  expect((await jihyo.get(around)).body.standings).toMatchObject([{ rank: 1 }, { rank: 2, mine: true }]);
  expect((await new Client().get(at(version, "window=month"))).body.problem.code).toBe("input-invalid");
});

test("on Monday a week begins anew; by night the rows of the one before are cleared away, a few at a time", async () => {
  wednesday();
  const version = await publish();
  for (const name of ["Mina", "Jihyo"]) await (await dancer(name)).dance(version);
  expect([await count("boards"), await count("bests")]).toEqual([2, 4]);
  await tidy(env);
  expect(await count("bests")).toBe(4);
  wednesday(1);
  expect(await boards(version, "window=week")).toEqual([]);
  expect((await boards(version, "window=all")).sort()).toEqual(["Jihyo", "Mina"]);
  await (await dancer("Sana")).dance(version);
  expect(await boards(version, "window=week")).toEqual(["Sana"]);
  await tidy(env);
  expect([await count("boards"), await count("bests")]).toEqual([2, 4]);
  expect((await boards(version, "window=all")).length).toBe(3);
});

test("whoever sees a row may watch it: the best of this week too, until the week is over", async () => {
  wednesday();
  const version = await publish();
  const mina = await dancer("Mina");
  const best = await mina.open(version);
  await env.DB.prepare("update takes set opened_at = opened_at - ? where id = ?")
    .bind(7 * DAY_MS, best)
    .run();
  await mina.put(best, bytesOf(best, version));
  const lazy = (await mina.dance(version, { frames: danced(4, 8, 0.6) })).body.take.id;
  const seen = async (id: string) => (await new Client().get(`/takes/${id}/replay`)).status;
  expect([await seen(best), await seen(lazy)]).toEqual([200, 200]);
  await mina.ask("PUT", "/me/hidden", { hidden: true });
  expect([await seen(best), await seen(lazy)]).toEqual([404, 404]);
  await mina.ask("PUT", "/me/hidden", { hidden: false });
  wednesday(1);
  expect([await seen(best), await seen(lazy)]).toEqual([200, 404]);
});

test("closing a take writes twelve rows at most, whether it is the first of its dancer, of the week, or betters both", async () => {
  wednesday();
  const version = await publish();
  const mina = await dancer("Mina");
  const written: number[] = [];
  for (const [i, score] of [500_000, 600_000, 700_000, 705_000].entries()) {
    if (i === 2) wednesday(1);
    const takeId = await mina.open(version);
    const { db, rows } = counting();
    await closeTake(db, {
      takeId,
      replayHash: `${i}`.padStart(64, "a"),
      result: { rules: RULES_VERSION, score, grade: "A", coverage: 1 } as TakeResult,
      doubt: null,
      signature: `${i}`,
      at: Date.now(),
      boardCoverage: LIMITS.boardCoverage,
    });
    written.push(rows.written);
  }
  expect(await boards(version, "window=week")).toEqual(["Mina"]);
  expect(Math.max(...written)).toBeLessThanOrEqual(12);
  expect(Math.min(...written)).toBeGreaterThan(6);
});

test("a dancer picks others to be among, privately, and no more than fit; who hides or is deleted is not shown", async () => {
  const version = await publish();
  const [mina, jihyo, sana, momo] = await Promise.all(["Mina", "Jihyo", "Sana", "Momo"].map((name) => dancer(name)));
  if (!mina || !jihyo || !sana || !momo) throw new Error("somebody is missing");
  for (const [i, who] of [mina, jihyo, sana, momo].entries())
    await who.dance(version, { frames: danced(4, 8, 0.5 + i / 10) });
  const pick = (whom: string) => mina.ask("PUT", `/me/picks/${whom}`, {});
  for (const whom of [sana, jihyo, sana]) expect((await pick(whom.id)).body).toEqual({ picked: true });
  const mine = async () => names(await mina.get(at(version, "scope=picks")));
  expect(await mine()).toEqual(["Sana", "Jihyo", "Mina"]);
  expect(names({ body: { standings: (await mina.get("/me/picks")).body.picks } } as Answer)).toEqual(["Jihyo", "Sana"]);
  expect((await sana.get("/me/picks")).body.picks).toEqual([]);
  expect((await mina.get(at(version, "scope=picks"))).headers.get("cache-control")).toBe("private, no-cache");
  for (const nobody of ["nobody", mina.id]) expect((await pick(nobody)).body.problem.code).toBe("dancer-unknown");
  await sana.ask("PUT", "/me/hidden", { hidden: true });
  expect(await mine()).toEqual(["Jihyo", "Mina"]);
  const picked = (await mina.get("/me/picks")).body.picks.map((it: { dancer: object }) => it.dancer);
  expect(picked, "who hides is told by no name").toContainEqual({ id: sana.id, name: null });
  expect((await mina.drop(`/me/picks/${jihyo.id}`)).body).toEqual({ picked: false });
  expect(await mine()).toEqual(["Mina"]);
  expect((await sana.drop("/me", { name: "Sana" })).status).toBe(200);
  expect((await mina.get("/me/picks")).body.picks).toEqual([]);
  await env.DB.exec(
    "with recursive c(n) as (select 1 union all select n + 1 from c where n < 200) insert into dancers (id, name, created_at) select 'x' || n, 'x', 0 from c",
  );
  await env.DB.prepare("insert into picks (dancer_id, picked_id, at) select ?, id, 0 from dancers where id like 'x%'")
    .bind(mina.id)
    .run();
  expect((await pick(momo.id)).body.problem.code).toBe("picks-too-many");
  expect((await pick("x7")).status).toBe(200);
});
