import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { type Action, may, ROLES, type Role } from "#dance/practice/permission.ts";
import { type Answer, Client, codeOf, count, dancer } from "./client.ts";
import { type Crew, crewOfThree, invite } from "./crew.ts";
import { CHORUS, danced, publish } from "./dance.ts";

const rolesOf = async ({ id, lead }: Crew, who = lead) =>
  (await who.get(`/crews/${id}`)).body.members.map((m: { dancer: { name: string }; role: string }) => [
    m.dancer.name,
    m.role,
  ]);

test("a crew is made by its lead, is joined by an invite, and is seen by who is in it alone", async () => {
  const crew = await crewOfThree();
  expect(await rolesOf(crew)).toEqual([
    ["Lead", "lead"],
    ["Coach", "coach"],
    ["Member", "dancer"],
  ]);
  expect((await crew.member.get("/crews")).body.crews).toEqual([{ id: crew.id, name: "Stage door", role: "dancer" }]);
  expect((await crew.stranger.get("/crews")).body.crews).toEqual([]);
  expect(codeOf(await crew.stranger.get(`/crews/${crew.id}`))).toBe("crew-unknown");
  expect(codeOf(await crew.lead.post("/crews", { name: " " }))).toBe("name-empty");
  expect(codeOf(await new Client().post("/crews", { name: "Nobody" }))).toBe("signed-out");
});

test("an invite opens the crew as often as it says, whoever hurries; joining again takes no use", async () => {
  const lead = await dancer("Lead");
  const { id } = (await lead.post("/crews", { name: "Stage door" })).body;
  const { token } = (await invite(lead, id, 3)).body;
  expect((await new Client().get(`/invites/${token}`)).body).toMatchObject({
    crew: { name: "Stage door", members: 1 },
    usesLeft: 3,
  });
  const first = await dancer("First");
  for (let again = 0; again < 3; again++) expect((await first.post(`/invites/${token}`, {})).status).toBe(200);
  expect((await new Client().get(`/invites/${token}`)).body.usesLeft).toBe(2);
  const others = await Promise.all(Array.from({ length: 6 }, (_, i) => dancer(`Other ${i}`)));
  const answers = await Promise.all(others.map((who) => who.post(`/invites/${token}`, {})));
  expect(answers.filter(({ status }) => status === 200).length).toBe(2);
  expect(new Set(answers.filter(({ status }) => status !== 200).map(codeOf))).toEqual(new Set(["invite-unknown"]));
  expect(await count("members")).toBe(4);
  expect(codeOf(await new Client().get(`/invites/${token}`))).toBe("invite-unknown");
  expect(codeOf(await new Client().post(`/invites/${token}`, {}))).toBe("signed-out");
});

test("an invite that is past, ended, forged or of a full crew opens nothing; the database knows its hash alone", async () => {
  const { id, lead, coach, stranger } = await crewOfThree();
  const { body: past } = await invite(lead, id);
  await env.DB.exec("update invites set expires_at = 1");
  expect(codeOf(await stranger.post(`/invites/${past.token}`, {}))).toBe("invite-unknown");
  const { body: ended } = await invite(coach, id, 5);
  expect((await lead.get(`/crews/${id}/invites`)).body.invites).toMatchObject([{ id: ended.id, mine: false }]);
  const { results } = await env.DB.prepare("select * from invites").all();
  expect(JSON.stringify(results)).not.toContain(ended.token);
  expect((await lead.drop(`/crews/${id}/invites/${ended.id}`)).status).toBe(200);
  expect(codeOf(await lead.drop(`/crews/${id}/invites/${ended.id}`))).toBe("invite-unknown");
  for (const token of [ended.token, "0".repeat(64), "forged"])
    expect(codeOf(await stranger.post(`/invites/${token}`, {}))).toBe("invite-unknown");
  const { body: open } = await invite(lead, id);
  await env.DB.prepare(
    "with recursive c(n) as (select 1 union all select n + 1 from c where n < 200) insert into dancers (id, name, created_at) select 'x' || n, 'x', 0 from c",
  ).run();
  await env.DB.prepare(
    "insert into members (crew_id, dancer_id, role, joined_at) select ?, id, 'dancer', 0 from dancers where id like 'x%' limit 197",
  )
    .bind(id)
    .run();
  expect(codeOf(await stranger.post(`/invites/${open.token}`, {}))).toBe("crew-full");
  expect(codeOf(await invite(lead, id, 0))).toBe("input-invalid");
  expect(codeOf(await invite(lead, id, 1, 10_000))).toBe("input-invalid");
});

test("a crew has twenty open invites and a dancer twenty crews, no more", async () => {
  const lead = await dancer();
  const made = [];
  for (let i = 0; i < 21; i++) made.push(await lead.post("/crews", { name: `Crew ${i}` }));
  expect(made.map(({ status }) => status)).toEqual([...Array(20).fill(201), 409]);
  expect(codeOf(made.at(-1) as Answer)).toBe("crews-too-many");
  const invites = [];
  for (let i = 0; i < 21; i++) invites.push(await invite(lead, made[0]?.body.id));
  expect(invites.map(codeOf).filter(Boolean)).toEqual(["invites-too-many"]);
  const other = await dancer("Other");
  const { id } = (await other.post("/crews", { name: "One more" })).body;
  const { token } = (await invite(other, id)).body;
  expect(codeOf(await lead.post(`/invites/${token}`, {}))).toBe("crews-too-many");
});

test("two leads who make each other dancers at once leave the crew a lead", async () => {
  for (let i = 0; i < 5; i++) {
    const { id, lead, coach } = await crewOfThree();
    const make = (who: Client, whom: Client, role: string) =>
      who.ask("PUT", `/crews/${id}/members/${whom.id}/role`, { role });
    expect((await make(lead, coach, "lead")).status).toBe(200);
    const told = await Promise.all([make(lead, coach, "dancer"), make(coach, lead, "dancer")]);
    expect(told.map(({ status }) => status).sort()).toEqual([200, 403]);
    const { members } = (await lead.get(`/crews/${id}`)).body;
    expect(members.filter(({ role }: { role: string }) => role === "lead").length).toBe(1);
  }
});

test("through the door, each role may do what the table says, and nothing more", async () => {
  for (const role of ROLES) {
    const crew = await crewOfThree();
    const who = { lead: crew.lead, coach: crew.coach, dancer: crew.member }[role];
    const other = role === "dancer" ? crew.coach : crew.member;
    const theirs = (await invite(role === "lead" ? crew.coach : crew.lead, crew.id)).body.id;
    const at = `/crews/${crew.id}`;
    const tries: [Action, boolean, () => Promise<Answer>][] = [
      ["see-crew", true, () => who.get(at)],
      ["rename-crew", true, () => who.ask("PATCH", at, { name: "Renamed" })],
      ["invite", true, () => invite(who, crew.id)],
      ["see-invite", true, () => who.get(`${at}/invites`)],
      ["end-invite", false, () => who.drop(`${at}/invites/${theirs}`)],
      ["set-role", true, () => who.ask("PUT", `${at}/members/${who.id}/role`, { role: "dancer" })],
      ["set-role", false, () => who.ask("PUT", `${at}/members/${other.id}/role`, { role: "coach" })],
      ["remove-member", false, () => who.drop(`${at}/members/${other.id}`)],
      ["remove-member", true, () => who.drop(`${at}/members/me`)],
    ];
    for (const [action, own, attempt] of tries) {
      const answer = await attempt();
      const told = answer.status < 300 ? "done" : codeOf(answer);
      expect([role, action, own, told]).toEqual([
        role,
        action,
        own,
        may(role, action, own) ? "done" : "crew-forbidden",
      ]);
    }
    expect(codeOf(await who.get(at))).toBe("crew-unknown");
  }
  const crew = await crewOfThree();
  for (const who of [crew.member, crew.coach])
    expect(codeOf(await who.drop(`/crews/${crew.id}`))).toBe("crew-forbidden");
  expect((await crew.lead.drop(`/crews/${crew.id}`)).status).toBe(200);
  expect(codeOf(await crew.member.get(`/crews/${crew.id}`))).toBe("crew-unknown");
});

test("a crew never lacks a lead: the coach follows, then who is there longest; with the last it ends", async () => {
  const crew = await crewOfThree();
  await invite(crew.lead, crew.id);
  await crew.lead.drop("/me", { name: "Lead" });
  expect(await rolesOf(crew, crew.coach)).toEqual([
    ["Coach", "lead"],
    ["Member", "dancer"],
  ]);
  await crew.coach.drop(`/crews/${crew.id}/members/me`);
  expect(await rolesOf(crew, crew.member)).toEqual([["Member", "lead"]]);
  expect(codeOf(await crew.member.drop(`/crews/${crew.id}/members/${crew.coach.id}`))).toBe("member-unknown");
  await crew.member.drop(`/crews/${crew.id}/members/me`);
  expect([await count("crews"), await count("members"), await count("invites")]).toEqual([0, 0, 0]);
});

test("a crew has its own board: its members alone, ranked among themselves, those too who hide from all others", async () => {
  const version = await publish();
  const crew = await crewOfThree();
  await crew.stranger.dance(version);
  const best = await crew.member.dance(version);
  await crew.coach.dance(version, { frames: danced(4, 8, 0.5) });
  await crew.member.ask("PUT", "/me/hidden", { hidden: true });
  const path = `/choreographies/${version}/sections/${CHORUS.section}/leaderboard`;
  expect((await crew.lead.get(path)).body.dancers).toBe(2);
  const { body } = await crew.coach.get(`${path}?scope=crew&crew=${crew.id}`);
  expect(body).toMatchObject({ dancers: 2, next: null, me: { rank: 2, dancer: { name: "Coach" } } });
  expect(body.standings.map((row: { dancer: { name: string } }) => row.dancer.name)).toEqual(["Member", "Coach"]);
  expect((await crew.lead.get(`/takes/${best.body.take.id}/replay`)).status).toBe(200);
  for (const who of [crew.stranger, new Client()]) {
    expect(codeOf(await who.get(`${path}?scope=crew&crew=${crew.id}`))).toBe("crew-unknown");
    expect((await who.get(`/takes/${best.body.take.id}`)).status).toBe(404);
  }
});

test("a role is one of the three", async () => {
  const { id, lead, member } = await crewOfThree();
  const role = "owner" as Role;
  expect(codeOf(await lead.ask("PUT", `/crews/${id}/members/${member.id}/role`, { role }))).toBe("input-invalid");
});
