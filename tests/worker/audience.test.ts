import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { VISIBILITIES, type Visibility, widens } from "#dance/choreo/visibility.ts";
import { type Answer, aMomentLater, Client, count } from "./client.ts";
import { type Crew, challenge, crewOfThree } from "./crew.ts";
import { bytesOf, CHORUS, choreographyNamed, upload } from "./dance.ts";
import { desk, share as grant, quietTake } from "./desk.ts";
import { share } from "./picture.ts";

/** Whoever danced a routine that is not for them any more is told what their takes need, and that it is not open. */
const codeOf = ({ status, body }: Answer): string =>
  status >= 300 ? (body.problem?.code ?? `${status}`) : body.open === false ? "choreography-unknown" : "ok";
const board = (version: string, more = "") =>
  `/choreographies/${version}/sections/${CHORUS.section}/leaderboard${more}`;

/** Who asks, and which audiences they belong to. */
const PEOPLE = ["nobody", "stranger", "member", "owner"] as const;
const MAY: Record<Visibility, readonly (typeof PEOPLE)[number][]> = {
  everyone: PEOPLE,
  crew: ["member", "owner"],
  me: ["owner"],
};

interface Place {
  readonly version: string;
  readonly slug: string;
  /** A take of the owner's that stands on the board, one of a member's. */
  readonly take: string;
  readonly shared: string;
  readonly crew: Crew;
}

/** A routine of a lead's, danced by the lead and shared by a link while it was for everybody. */
async function place(): Promise<Place> {
  const crew = await crewOfThree();
  const slug = `ours-${crew.id.slice(0, 8)}`;
  const { version } = (await upload(crew.lead, choreographyNamed(slug))).body;
  const take = (await crew.lead.dance(version)).body.take.id;
  const { token } = (await share(crew.lead, take)).body;
  return { version, slug, take, shared: token, crew };
}

/** Every way to a version, and what is told where it may not be seen. */
const WAYS: readonly [string, string, (who: Client, at: Place) => Promise<Answer>][] = [
  ["routine", "choreography-unknown", (who, { slug }) => who.get(`/routines/${slug}`)],
  ["file", "choreography-unknown", (who, { version }) => who.get(`/choreographies/${version}/file`)],
  ["version", "choreography-unknown", (who, { version }) => who.get(`/choreographies/${version}`)],
  ["board", "choreography-unknown", (who, { version }) => who.get(board(version))],
  ["board by kind", "choreography-unknown", (who, { version }) => who.get(board(version, "?kind=seated&window=week"))],
  ["take of another", "take-unknown", (who, { take }) => who.get(`/takes/${take}`)],
  ["ghost", "take-unknown", (who, { take }) => who.get(`/takes/${take}/replay`)],
  ["link", "share-unknown", (who, { shared }) => who.get(`/shared/${shared}`)],
  ["poses by link", "share-unknown", (who, { shared }) => who.get(`/shared/${shared}/replay`)],
  ["card by link", "share-unknown", (who, { shared }) => who.get(`/shared/${shared}/card.png`)],
];

/** Ways that need a name. */
const NAMED: typeof WAYS = [
  ["picks' board", "choreography-unknown", (who, { version }) => who.get(board(version, "?scope=picks"))],
  ["rows about mine", "choreography-unknown", (who, { version }) => who.get(board(version, "/around"))],
  [
    "a take",
    "choreography-unknown",
    async (who, { version }) => {
      const session = (await who.post("/sessions", {})).body.id;
      return who.post("/takes", { session, version, section: 1, rate: 1, mirror: false });
    },
  ],
  [
    "a take danced before",
    "choreography-unknown",
    async (who, { version }) => {
      const session = (await who.post("/sessions", {})).body.id;
      const late = { id: crypto.randomUUID(), dancedAt: Date.now() };
      return who.post("/takes", { session, version, section: 1, rate: 1, mirror: false, late });
    },
  ],
];

test("every way to a routine is open to whom it is for, and to nobody else, whatever it was before", async () => {
  const at = await place();
  const { lead, member, stranger } = at.crew;
  const people = { nobody: new Client(), stranger, member, owner: lead };
  for (const visibility of ["me", "crew", "everyone", "crew", "me"] as const) {
    const asked = { visibility, ...(visibility === "crew" && { crew: at.crew.id }) };
    expect(codeOf(await lead.ask("PATCH", `/routines/${at.slug}`, asked))).toBe("ok");
    // Where more see it, boards begin anew; the take is danced again to be seen there.
    if ((await count("bests")) === 0) await env.DB.exec("update choreographies set since = 0");
    const again = (await count("bests")) === 0 ? (await lead.dance(at.version)).body.take.id : at.take;
    const here = {
      ...at,
      take: (await env.DB.prepare("select take_id as id from bests").first<{ id: string }>())?.id ?? again,
    };
    aMomentLater();
    for (const who of PEOPLE)
      for (const [way, refusal, knock] of who === "nobody" ? WAYS : [...WAYS, ...NAMED]) {
        const heard = codeOf(await knock(people[who], here));
        const may = MAY[visibility].includes(who);
        expect([visibility, who, way, heard]).toEqual([visibility, who, way, may ? "ok" : refusal]);
      }
  }
}, 120_000);

test("a link is made only for a take of a routine for everybody", async () => {
  const { crew, slug, version } = await place();
  await crew.lead.ask("PATCH", `/routines/${slug}`, { visibility: "crew", crew: crew.id });
  const mine = (await crew.member.dance(version)).body.take.id;
  expect(codeOf(await share(crew.member, mine))).toBe("share-closed");
});

test("lists hold what is for whoever asks", async () => {
  const { crew, slug, version } = await place();
  const { lead, member, stranger } = crew;
  const listed = async (who: Client, path: string) =>
    (await who.get(path)).body.choreographies.map((it: { version: string }) => it.version).includes(version);
  for (const visibility of VISIBILITIES) {
    await lead.ask("PATCH", `/routines/${slug}`, { visibility, ...(visibility === "crew" && { crew: crew.id }) });
    const open = visibility === "everyone";
    for (const who of [new Client(), stranger, member, lead])
      for (const path of ["/routines", `/routines?search=${slug.slice(0, 7)}`])
        expect(await listed(who, path)).toBe(open);
    expect(await listed(lead, "/me/choreographies")).toBe(true);
    expect(await listed(member, "/me/crews/choreographies")).toBe(visibility === "crew");
    expect(await listed(stranger, "/me/crews/choreographies")).toBe(false);
    expect(await listed(lead, "/me/crews/choreographies")).toBe(false);
    expect(await listed(lead, "/choreographies")).toBe(false);
  }
});

test("who danced for a crew did not dance for everybody: a wider audience finds an empty board", async () => {
  const { crew, slug, version } = await place();
  const { lead, member } = crew;
  await lead.ask("PATCH", `/routines/${slug}`, { visibility: "crew", crew: crew.id });
  await member.dance(version);
  aMomentLater();
  expect((await member.get(board(version))).body.dancers).toBe(2);
  const under = await member.open(version);
  await lead.ask("PATCH", `/routines/${slug}`, { visibility: "everyone" });
  await member.put(under, bytesOf(under, version));
  aMomentLater();
  expect((await new Client().get(board(version))).body.dancers).toBe(0);
  await lead.ask("PATCH", `/routines/${slug}`, { visibility: "me" });
  await lead.ask("PATCH", `/routines/${slug}`, { visibility: "crew", crew: crew.id });
  expect((await member.get(board(version))).body.dancers).toBe(0);
});

test("publishing again with another audience gives the whole routine that audience", async () => {
  const { crew, slug, version } = await place();
  const next = { ...choreographyNamed(slug), level: "hard" } as const;
  await upload(crew.lead, next, "visibility=me");
  expect(codeOf(await crew.member.get(`/choreographies/${version}/file`))).toBe("choreography-unknown");
  await upload(crew.lead, next, `visibility=crew&crew=${crew.id}`);
  expect(codeOf(await crew.member.get(`/choreographies/${version}/file`))).toBe("ok");
});

test("a crew is challenged only to what all of it may see, and no longer once it may not", async () => {
  const { crew, slug, version } = await place();
  const { id, lead, member } = crew;
  await lead.ask("PATCH", `/routines/${slug}`, { visibility: "me" });
  expect(codeOf(await challenge(lead, id, version))).toBe("choreography-closed");
  expect(codeOf(await challenge(member, id, version))).toBe("choreography-unknown");
  await lead.ask("PATCH", `/routines/${slug}`, { visibility: "crew", crew: id });
  const dare = (await challenge(member, id, version)).body.id;
  expect(codeOf(await member.get(`/challenges/${dare}`))).toBe("ok");
  await lead.ask("PATCH", `/routines/${slug}`, { visibility: "me" });
  expect(codeOf(await member.get(`/challenges/${dare}`))).toBe("challenge-unknown");
});

test("who leaves a crew, or ends it, takes along what they published for it", async () => {
  const one = await place();
  const { lead, member } = one.crew;
  const theirs = (await upload(member, choreographyNamed("theirs"), `visibility=crew&crew=${one.crew.id}`)).body
    .version;
  await challenge(lead, one.crew.id, theirs);
  expect(codeOf(await lead.get(`/choreographies/${theirs}/file`))).toBe("ok");
  await member.drop(`/crews/${one.crew.id}/members/me`);
  expect(codeOf(await lead.get(`/choreographies/${theirs}/file`))).toBe("choreography-unknown");
  expect((await member.get("/me/choreographies")).body.choreographies[0]).toMatchObject({
    visibility: "me",
    crew: null,
  });
  expect(await count("crew_challenges")).toBe(0);
  await lead.ask("PATCH", `/routines/${one.slug}`, { visibility: "crew", crew: one.crew.id });
  expect(codeOf(await lead.drop(`/crews/${one.crew.id}`))).toBe("ok");
  expect((await lead.get("/me/choreographies")).body.choreographies[0]).toMatchObject({ visibility: "me", crew: null });
  expect((await env.DB.prepare("pragma foreign_key_check").all()).results).toEqual([]);
});

test("a deleted author leaves no word and no pose; the takes of others stay theirs; an export holds what was published", async () => {
  const { crew, version, slug } = await place();
  const { lead, member } = crew;
  const take = (await member.dance(version)).body.take.id;
  const { body } = await lead.get("/me/export");
  expect(body.choreographies).toMatchObject([{ version, slug, visibility: "everyone" }]);
  const file = (await lead.get(`/choreographies/${version}/file`)).body;
  expect(atob(body.choreographies[0].file).length).toBe(file.length);
  const gone = await lead.drop("/me", { name: "Lead" });
  expect(gone.body.deleted).toMatchObject({ choreographies: 1 });
  expect((await env.REPLAYS.list({ prefix: "choreographies/" })).objects).toEqual([]);
  expect(JSON.stringify((await env.DB.prepare("select * from choreographies").all()).results)).not.toContain("ours");
  expect((await member.get(`/takes/${take}`)).status).toBe(200);
  expect((await member.get(`/choreographies/${version}`)).body).toMatchObject({ open: false, author: null });
  expect((await env.DB.prepare("pragma foreign_key_check").all()).results).toEqual([]);
});

test("wider is whatever somebody sees who did not before", () => {
  const [me, a, b, all] = [
    { visibility: "me", crew: null },
    { visibility: "crew", crew: "a" },
    { visibility: "crew", crew: "b" },
    { visibility: "everyone", crew: null },
  ] as const;
  const told = [me, a, b, all].map((from) => [me, a, b, all].map((to) => (widens(from, to) ? 1 : 0)).join(""));
  expect(told).toEqual(["0111", "0011", "0101", "0000"]);
});

test("a coach whom an author shows practice reads a routine that is nobody else's, as long as it is shown", async () => {
  const at = await desk();
  const { version } = (await upload(at.member, choreographyNamed("theirs"), "visibility=me")).body;
  const take = await quietTake(at.member, version);
  const ways = [
    `/choreographies/${version}/file`,
    `/choreographies/${version}`,
    `/takes/${take}`,
    `/takes/${take}/replay`,
  ];
  const heard = async (who: Client) => Promise.all(ways.map(async (way) => codeOf(await who.get(way))));
  const closed = ["choreography-unknown", "choreography-unknown", "take-unknown", "take-unknown"];
  expect(await heard(at.coach)).toEqual(closed);
  const { body } = await grant(at);
  expect((await heard(at.coach)).filter((_, i) => i !== 1)).toEqual(["ok", "ok", "ok"]);
  expect((await at.coach.get(ways[1] as string)).body).toMatchObject({ open: false, title: { en: "theirs" } });
  expect(await heard(at.lead)).toEqual(closed);
  const session = (await at.coach.post("/sessions", {})).body.id;
  const asked = { session, version, section: 1, rate: 1, mirror: false };
  expect(codeOf(await at.coach.post("/takes", asked))).toBe("choreography-unknown");
  await at.member.drop(`/me/grants/${body.id}`);
  expect(await heard(at.coach)).toEqual(closed);
});

test("what a crew was asked for ends when it may not see it any more, and is asked only of what it may see", async () => {
  const { crew, slug, version } = await place();
  const { id, lead, member } = crew;
  const assign = () =>
    lead.post(`/crews/${id}/assignments`, {
      dancer: null,
      version,
      section: 1,
      rate: 1,
      target: 500_000,
      text: "",
      dueAt: Date.now() + 86_400_000,
    });
  expect(codeOf(await assign())).toBe("ok");
  expect((await member.get("/me/assignments")).body.assignments.length).toBe(1);
  await lead.ask("PATCH", `/routines/${slug}`, { visibility: "me" });
  expect((await member.get("/me/assignments")).body.assignments.length).toBe(0);
  expect(codeOf(await assign())).toBe("choreography-closed");
});
