import { expect, test } from "vitest";
import { invite } from "./crew.ts";
import { choreographyNamed, upload } from "./dance.ts";
import { desk, note, quietTake, share } from "./desk.ts";

/** A member who dances a stranger's routine too, and shows a coach all practice. */
async function elsewhere() {
  const house = await desk();
  const { member, stranger } = house;
  const crew = (await stranger.post("/crews", { name: "Elsewhere" })).body.id;
  const { token } = (await invite(stranger, crew)).body;
  expect((await member.post(`/invites/${token}`, {})).status).toBe(200);
  const { version: theirs } = (await upload(stranger, choreographyNamed("elsewhere"))).body;
  const there = await quietTake(member, theirs);
  expect((await share(house)).status).toBe(201);
  const narrow = (change: Record<string, unknown>) => stranger.ask("PATCH", "/routines/elsewhere", change);
  return { ...house, crew, theirs, there, narrow };
}

test("practice that is shared tells a coach nothing of a routine that is not for them", async () => {
  const { coach, member, id, version, take, crew, theirs, there, narrow } = await elsewhere();
  const told = async () => {
    const { choreographies, dancers } = (await coach.get(`/crews/${id}/class`)).body;
    const { takes } = (await coach.get(`/crews/${id}/members/${member.id}/takes`)).body;
    return {
      versions: choreographies.map((it: { version: string }) => it.version).sort(),
      takes: takes.map((it: { id: string }) => it.id).sort(),
      danced: dancers[1].takes,
    };
  };
  expect(await told()).toEqual({ versions: [version, theirs].sort(), takes: [take, there].sort(), danced: 2 });
  expect((await narrow({ visibility: "crew", crew })).status).toBe(200);
  expect(await told()).toEqual({ versions: [version], takes: [take], danced: 1 });
  const asked = await coach.get(`/crews/${id}/class?version=${theirs}`);
  expect(asked.body.problem?.code).toBe("choreography-unknown");
  expect((await member.get(`/takes/${there}`)).status).toBe(200);
});

test("notes on a take of a routine that is not for its coach any more are the dancer's alone", async () => {
  const { coach, member, there, narrow } = await elsewhere();
  const { id } = (await note(coach, there)).body;
  const mine = async (who: typeof coach) => (await who.get("/me/notes")).body.notes.map((it: { id: string }) => it.id);
  expect(await mine(coach)).toEqual([id]);
  await narrow({ visibility: "me" });
  expect(await mine(coach)).toEqual([]);
  expect(await mine(member)).toEqual([id]);
});
