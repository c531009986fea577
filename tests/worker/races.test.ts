import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { CHOREOGRAPHY_MEDIA_TYPE, encodeChoreography } from "#dance/choreo/file.ts";
import { app } from "../../worker/api.ts";
import { Client, codeOf, count, dancer } from "./client.ts";
import { crewOfThree } from "./crew.ts";
import { bytesOf, CHORUS, choreographyNamed, danced, publish } from "./dance.ts";
import { desk, note, share } from "./desk.ts";
import { voiceOf } from "./voices.ts";

const replaysKept = async () => (await env.REPLAYS.list({ prefix: "replays/" })).objects.map(({ key }) => key);
const filesKept = async () => (await env.REPLAYS.list({ prefix: "choreographies/" })).objects.map(({ key }) => key);

test("a take whose dancer is deleted in the middle of its delivery is none any more, and leaves no byte", async () => {
  const version = await publish();
  const mina = await dancer();
  const take = await mina.open(version);
  await env.DB.exec(
    "create trigger gone before update of judged_at on takes begin delete from takes where id = old.id; end",
  );
  const answer = await mina.put(take, bytesOf(take, version));
  expect([answer.status, answer.body.problem?.code]).toEqual([404, "take-unknown"]);
  expect(await replaysKept()).toEqual([]);
});

test("a take whose routine is taken back in the middle of its delivery is judged, and stands on no board", async () => {
  const version = await publish();
  const mina = await dancer();
  const take = await mina.open(version);
  await env.DB.exec(
    "create trigger gone before update of judged_at on takes begin update choreographies set gone_at = 1, current = 0; end",
  );
  const answer = await mina.put(take, bytesOf(take, version));
  expect([answer.status, answer.body.best, answer.body.standing]).toEqual([200, false, null]);
  expect([await count("results"), await count("bests"), await count("buckets")]).toEqual([1, 0, 0]);
});

test("a note that is spoken while it is taken away leaves no byte", async () => {
  const { member, take } = await desk();
  const { id } = (await note(member, take)).body;
  const say = () => member.ask("PUT", `/notes/${id}/voice`, voiceOf(2), { "content-type": "audio/webm" });
  expect((await say()).status).toBe(200);
  const told: number[] = [];
  // Once the first bytes are gone, others come.
  const REPLAYS = new Proxy(env.REPLAYS, {
    get: (bucket, name) =>
      name === "delete"
        ? async (key: string) => {
            await bucket.delete(key);
            if (told.length === 0) told.push((await say()).status);
          }
        : Reflect.get(bucket, name).bind(bucket),
  });
  const headers = {
    cookie: [...member.cookies].map((pair) => pair.join("=")).join("; "),
    origin: "http://localhost:8787",
  };
  const ask = new Request(`http://localhost:8787/api/notes/${id}`, { method: "DELETE", headers });
  expect((await app.fetch(ask, { ...env, REPLAYS }, createExecutionContext())).status).toBe(200);
  expect([200, 404]).toContain(told[0]);
  expect((await env.REPLAYS.list({ prefix: "voices/" })).objects).toEqual([]);
});

test("what a coach says of a take that is deleted in that moment is refused by a sentence, and not kept", async () => {
  const house = await desk();
  const { coach, member, take, id } = house;
  await share(house);
  await coach.ask("PUT", `/crews/${id}/rubric`, { criteria: [{ name: "Lines", levels: ["a", "b", "c", "d"] }] });
  for (const table of ["notes", "marks", "grants"])
    await env.DB.exec(
      `create trigger gone_${table} before insert on ${table} begin delete from results; delete from takes; delete from members; delete from crews; end`,
    );
  const until = Date.now() + 86_400_000;
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  const told = [
    await note(coach, take),
    await coach.ask("PUT", `/takes/${take}/rubric`, { crew: id, levels: [1] }),
    await member.post("/me/grants", { crew: id, coach: coach.id, scope: "take", take, until }),
  ];
  expect(told.map(({ status, body }) => [status, body.problem?.code])).toEqual(Array(3).fill([409, "gone-meanwhile"]));
  expect(logged).toHaveBeenCalledTimes(3);
  expect([await count("notes"), await count("marks"), await count("grants")]).toEqual([0, 0, 1]);
});

test("a delivery that the database refuses though nobody was deleted is a fault of ours, told and sent again", async () => {
  const version = await publish();
  const mina = await dancer();
  const take = await mina.open(version);
  await env.DB.exec(
    "create trigger wrong before insert on results begin insert into sessions (id, dancer_id, started_at) values ('s', 'nobody', 1); end",
  );
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  const answers = [await mina.put(take, bytesOf(take, version)), await mina.dance(version)];
  expect(answers.map(({ status }) => status)).toEqual([500, 500]);
  expect(answers.map(codeOf)).toEqual(["internal", "internal"]);
  expect(String(told.mock.calls[0]?.[0]?.cause)).toContain("FOREIGN KEY");
  await env.DB.exec("drop trigger wrong");
  expect((await mina.put(take, bytesOf(take, version))).status).toBe(200);
});

/** Publishes by a Worker to whose bucket something happens before file number `nth` is put there. */
async function publishing(who: Client, audience: string, nth: number, meanwhile: () => Promise<{ status: number }>) {
  let puts = 0;
  const put = async (key: string, bytes: Uint8Array) => {
    if (++puts === nth) expect((await meanwhile()).status).toBe(200);
    return env.REPLAYS.put(key, bytes);
  };
  const REPLAYS = new Proxy(env.REPLAYS, {
    get: (bucket, name) => (name === "put" ? put : Reflect.get(bucket, name).bind(bucket)),
  });
  const headers = {
    cookie: [...who.cookies].map((pair) => pair.join("=")).join("; "),
    origin: "http://localhost:8787",
    "content-type": CHOREOGRAPHY_MEDIA_TYPE,
  };
  const init = { method: "POST", headers, body: encodeChoreography(choreographyNamed("one")) };
  const ask = new Request(`http://localhost:8787/api/choreographies?${audience}`, init);
  const answer = await app.fetch(ask, { ...env, REPLAYS }, createExecutionContext());
  return [answer.status, ((await answer.json()) as { problem: { code: string } }).problem.code];
}

test("what is published while its crew ends, its author is deleted or it is taken back leaves no file", async () => {
  const { id, lead, member } = await crewOfThree();
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  const ended = publishing(lead, `visibility=crew&crew=${id}`, 1, () => lead.drop(`/crews/${id}`));
  expect(await ended).toEqual([409, "gone-meanwhile"]);
  expect(told).toHaveBeenCalledOnce();
  expect(await filesKept()).toEqual([]);
  // A file is put there twice, before and after its row.
  const back = publishing(lead, "visibility=me", 2, () => lead.drop("/routines/one"));
  expect(await back).toEqual([404, "choreography-unknown"]);
  expect(await filesKept()).toEqual([]);
  const deleted = publishing(member, "visibility=me", 1, () => member.drop("/me", { name: "Member" }));
  expect(await deleted).toEqual([401, "signed-out"]);
  expect(await filesKept()).toEqual([]);
});

test("whatever a dancer does while they are deleted is done or refused, never broken, and nothing of it stays", async () => {
  const version = await publish();
  for (let i = 0; i < 6; i++) {
    const mina = await dancer("Mina");
    const [take, other] = [await mina.open(version), await mina.open(version)];
    const { body: session } = await mina.post("/sessions", {});
    const terms = { session: session.id, version, section: CHORUS.section, rate: 1, mirror: false };
    const phone = Object.assign(await dancer("Phone"), { cookies: new Map(mina.cookies) });
    const answers = await Promise.all([
      phone.put(take, bytesOf(take, version)),
      phone.put(other, bytesOf(other, version, { frames: danced(4, 8, 0.5) })),
      phone.post("/sessions", {}),
      mina.drop("/me", { name: "Mina" }),
      phone.post("/takes", terms),
      phone.put(take, bytesOf(take, version, { frames: danced(4, 8, 0.4) })),
      phone.post("/crews", { name: "Stage door" }),
      phone.post("/me/codes", {}),
      phone.post("/me/passkeys/challenge", {}),
      phone.ask("PUT", "/me/hidden", { hidden: true }),
      phone.get("/me/account"),
    ]);
    const told = answers.filter(({ status }) => status >= 400).map(({ body }) => body.problem.code);
    expect(new Set(["signed-out", "take-unknown", "take-closed", "session-unknown", ...told])).toEqual(
      new Set(["signed-out", "take-unknown", "take-closed", "session-unknown"]),
    );
    expect(answers[3].status).toBe(200);
  }
  expect(await replaysKept()).toEqual([]);
  for (const table of ["takes", "results", "sessions", "bests", "codes", "crews", "members"])
    expect([table, await count(table)]).toEqual([table, 0]);
  expect(await env.DB.prepare("select coalesce(sum(dancers), 0) as n from buckets").first()).toEqual({ n: 0 });
});

test("two devices of one dancer deliver at once, some of it the same: each take counts once, one row stands on the board", async () => {
  const version = await publish();
  const laptop = await dancer("Mina");
  const { code } = (await laptop.post("/me/codes", {})).body;
  const phone = new Client();
  await phone.post("/devices", { code });
  const takes = [await laptop.open(version), await phone.open(version), await laptop.open(version)];
  const replays = takes.map((take, i) => bytesOf(take, version, { frames: danced(4, 8, 0.5 + 0.2 * i, take) }));
  const both = [laptop, phone].flatMap((who) => takes.map((take, i) => who.put(take, replays[i] as Uint8Array)));
  const answers = await Promise.all(both);
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
  const scores = answers.map(({ body }) => body.take.score as number);
  expect(scores.slice(0, 3)).toEqual(scores.slice(3));
  const path = `/choreographies/${version}/sections/${CHORUS.section}/leaderboard`;
  const { dancers, standings } = (await new Client().get(path)).body;
  expect([dancers, standings.length, standings[0].score]).toEqual([1, 1, Math.max(...scores)]);
  // One row on the board of all time, one on that of the week.
  expect([await count("takes"), await count("results"), await count("bests")]).toEqual([3, 3, 2]);
  const { results } = await env.DB.prepare("select sum(dancers) as n from buckets group by board_id").all();
  expect(results).toEqual([{ n: 1 }, { n: 1 }]);
  for (const who of [laptop, phone]) expect((await who.get("/takes")).body.takes.length).toBe(3);
});
