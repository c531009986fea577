import { expect, test } from "vitest";
import { codeOf, count } from "./client.ts";
import { challenge, crewOfThree } from "./crew.ts";
import { publish } from "./dance.ts";
import { begun, DAY_MS, wait } from "./dare.ts";

test("any member challenges the crew, and all of it sees what, by when and by whom", async () => {
  const version = await publish();
  const { id, lead, member, coach } = await crewOfThree();
  const dueAt = Date.now() + 3 * DAY_MS;
  const { status, body } = await challenge(member, id, version, { title: "  This chorus by Sunday ", dueAt });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    title: "This chorus by Sunday",
    version,
    section: 1,
    kind: "full",
    dueAt,
    by: { id: member.id, name: "Member" },
    mine: true,
    state: "open",
  });
  const list = (await coach.get(`/crews/${id}/challenges`)).body.challenges;
  expect(list).toEqual([{ ...body, mine: false }]);
  const page = (await lead.get(`/challenges/${body.id}`)).body;
  expect(page).toMatchObject({
    ...body,
    mine: false,
    members: 3,
    endable: true,
    standings: [],
    crew: { id, name: "Stage door", role: "lead" },
  });
  expect((await coach.get(`/challenges/${body.id}`)).body.endable).toBe(true);
  expect((await member.get(`/challenges/${body.id}`)).body.endable).toBe(true);
});

test.each([
  [{ title: "   " }, "title-empty"],
  [{ title: "x".repeat(61) }, "title-too-long"],
  [{ title: "two\nlines" }, "title-characters"],
  [{ title: "turned \u202e about" }, "title-characters"],
  [{ dueAt: Date.now() - 1 }, "due-invalid"],
  [{ dueAt: Date.now() + 61 * DAY_MS }, "due-invalid"],
  [{ version: "0".repeat(64) }, "choreography-unknown"],
  [{ section: 7 }, "section-unknown"],
  [{ kind: "standing" }, "input-invalid"],
  [{ dueAt: "Sunday" }, "input-invalid"],
])("a challenge with %j is refused by a sentence, and nothing is kept", async (change, code) => {
  const version = await publish();
  const { id, lead } = await crewOfThree();
  expect(codeOf(await challenge(lead, id, version, change))).toBe(code);
  expect(await count("crew_challenges")).toBe(0);
});

test("sixty characters are sixty, whatever they are made of", async () => {
  const version = await publish();
  const { id, lead } = await crewOfThree();
  expect((await challenge(lead, id, version, { title: "춤".repeat(60) })).status).toBe(201);
  expect(codeOf(await challenge(lead, id, version, { title: "춤".repeat(61) }))).toBe("title-too-long");
});

test("open challenges come first, the next to end on top; then those that are over, the latest on top", async () => {
  const version = await publish();
  const { id, lead } = await crewOfThree();
  const made: string[] = [];
  for (const days of [5, 2, 9]) made.push(await begun(lead, id, version, { dueAt: Date.now() + days * DAY_MS }));
  const [five, two, nine] = made as [string, string, string];
  const order = async () =>
    (await lead.get(`/crews/${id}/challenges`)).body.challenges.map(({ id: one }: { id: string }) => one);
  expect(await order()).toEqual([two, five, nine]);
  await wait(two, 4 * DAY_MS);
  await wait(five, 6 * DAY_MS);
  expect(await order()).toEqual([nine, five, two]);
});

test("who made it or leads ends it; who has left is on no board of it, and it stays without their name when they are deleted", async () => {
  const version = await publish();
  const { id, lead, coach, member } = await crewOfThree();
  const dare = await begun(member, id, version);
  await member.dance(version);
  const mine = (await member.get("/me/export")).body.challenges;
  expect(mine).toMatchObject([{ id: dare, crewId: id, title: "This chorus" }]);
  const other = await begun(lead, id, version);
  expect(codeOf(await member.drop(`/challenges/${other}`))).toBe("crew-forbidden");
  expect((await coach.drop(`/challenges/${other}`)).status).toBe(200);
  expect(codeOf(await lead.get(`/challenges/${other}`))).toBe("challenge-unknown");
  expect((await member.drop("/me", { name: "Member" })).status).toBe(200);
  const { body } = await lead.get(`/challenges/${dare}`);
  expect(body).toMatchObject({ by: null, mine: false, members: 2, standings: [] });
  expect((await coach.drop(`/challenges/${dare}`)).status).toBe(200);
  await begun(lead, id, version);
  await coach.drop(`/crews/${id}/members/me`);
  await lead.drop(`/crews/${id}`);
  expect([await count("crew_challenges"), await count("crews")]).toEqual([0, 0]);
});

test("a crew has twenty open challenges at most; one that ended makes room", async () => {
  const version = await publish();
  const { id, lead, coach } = await crewOfThree();
  const made = [];
  for (let i = 0; i < 20; i++) made.push((await challenge(lead, id, version)).body.id);
  expect(codeOf(await challenge(coach, id, version))).toBe("challenges-too-many");
  await lead.drop(`/challenges/${made[7]}`);
  expect((await challenge(coach, id, version)).status).toBe(201);
});
