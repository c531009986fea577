import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { publish } from "./dance.ts";
import { type Desk, desk, quietTake, share } from "./desk.ts";

const HOUR_MS = 3_600_000;

/** Takes of two routines from before the member joined the crew, an hour ago, and from since then. */
interface Takes extends Desk {
  readonly other: string;
  readonly takes: Readonly<Record<string, string>>;
}

async function practised(): Promise<Takes> {
  const house = await desk();
  const { member, version, take: since } = house;
  const other = await publish("second-steps");
  const takes = {
    before: await quietTake(member, version),
    since,
    otherBefore: await quietTake(member, other),
    otherSince: await quietTake(member, other),
  };
  for (const id of [takes.before, takes.otherBefore])
    await env.DB.prepare("update takes set opened_at = opened_at - ?, expires_at = expires_at - ? where id = ?")
      .bind(2 * HOUR_MS, 2 * HOUR_MS, id)
      .run();
  return { ...house, other, takes };
}

/** What the words of sharing promise: what opens, and of that what the class tells (a take by itself is not its own). */
const PROMISED: readonly (readonly [
  given: string,
  grants: (at: Takes) => readonly Record<string, unknown>[],
  opens: readonly string[],
  inClass: readonly string[],
])[] = [
  ["nothing", () => [], [], []],
  ["one take, of whenever", ({ takes }) => [{ scope: "take", take: takes.before }], ["before"], []],
  ["a routine", ({ version }) => [{ scope: "choreography", version }], ["before", "since"], ["before", "since"]],
  ["all practice", () => [{}], ["since", "otherSince"], ["since", "otherSince"]],
  [
    "all practice and a take from before",
    ({ takes }) => [{}, { scope: "take", take: takes.otherBefore }],
    ["since", "otherBefore", "otherSince"],
    ["since", "otherSince"],
  ],
  [
    "all practice and a routine",
    ({ version }) => [{ scope: "choreography", version }, {}],
    ["before", "since", "otherSince"],
    ["before", "since", "otherSince"],
  ],
];

test.each(PROMISED)("of %s a coach sees what the words say, on every page", async (_, grants, opens, inClass) => {
  const at = await practised();
  const { coach, id, member, takes, version, other } = at;
  const named = (ids: readonly string[]) => Object.keys(takes).filter((name) => ids.includes(takes[name] ?? ""));
  for (const grant of grants(at)) expect((await share(at, grant)).status).toBe(201);
  const opened = [];
  for (const take of Object.values(takes))
    if ((await coach.get(`/takes/${take}/notes`)).status === 200) opened.push(take);
  expect(named(opened)).toEqual(opens);
  const listed = (await coach.get(`/crews/${id}/members/${member.id}/takes`)).body.takes;
  expect(named(listed.map((it: { id: string }) => it.id))).toEqual(opens);
  const told = [];
  for (const one of [version, other]) {
    const page = await coach.get(`/crews/${id}/class?version=${one}`);
    const pupil = page.body.dancers[1];
    expect(pupil.takes, "each counted once").toBe(inClass.length);
    const ids = pupil.cells.flatMap((cell: { recent: { id: string }[] }) => cell.recent.map((it) => it.id));
    told.push(...ids);
    const given = grants(at).filter((it) => it.scope !== "take");
    expect(pupil.whole).toBe(given.some((it) => it.version === one));
    expect(pupil.until !== null).toBe(given.some((it) => (it.version ?? one) === one));
  }
  expect(told).toHaveLength(inClass.length);
  expect(named(told)).toEqual(inClass);
});

test("a grant says since when: from the day its dancer joined", async () => {
  const at = await practised();
  await share(at);
  const joined = (await at.coach.get(`/crews/${at.id}`)).body.members.find(
    (it: { dancer: { id: string } }) => it.dancer.id === at.member.id,
  ).joinedAt;
  for (const [who, list] of [
    [at.member, "given"],
    [at.coach, "received"],
  ] as const)
    expect((await who.get("/me/grants")).body[list]).toMatchObject([{ scope: "practice", since: joined }]);
});
