import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { count, dancer } from "./client.ts";
import { bytesOf, CHORUS, danced, publish } from "./dance.ts";

const replaysKept = async () => (await env.REPLAYS.list({ prefix: "replays/" })).objects.map(({ key }) => key);

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
