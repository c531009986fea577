import { type Context, Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { spanOf } from "#dance/choreo/summary.ts";
import { allowed, type InCrew, membersOnly } from "../auth/crew.ts";
import { dancersOnly } from "../auth/door.ts";
import { withinQuota } from "../auth/quota.ts";
import { type EntryRow, entriesOf } from "../db/challenge-entries.ts";
import { choreographyOf, isForCrew } from "../db/choreographies.ts";
import { addChallenge, type ChallengeRow, challengeOf, challengesOf, dropChallenge } from "../db/crew-challenges.ts";
import { crewOf, membersOf } from "../db/crews.ts";
import { describe, valid } from "../describe.ts";
import { newId, now } from "../env.ts";
import { CHALLENGE_TERMS, LIMITS } from "../limits.ts";
import { problem } from "../problem.ts";
import { byId } from "../schemas.ts";
import { challengeList, challengePage, challenging, newChallenge } from "../schemas-challenges.ts";
import { ended } from "../schemas-crews.ts";

const INSIDE = ["signed-out", "crew-unknown", "input-invalid"] as const;
const ONE = ["signed-out", "challenge-unknown", "input-invalid"] as const;

interface InChallenge {
  Bindings: InCrew["Bindings"];
  Variables: InCrew["Variables"] & { challenge: ChallengeRow };
}

const ofCrew = new Hono<InCrew>()
  .get(
    "/crews/:id/challenges",
    describe({
      summary: "Challenges of a crew of mine: open ones, then those that are over",
      reply: challengeList,
      problems: INSIDE,
    }),
    dancersOnly,
    valid("param", byId),
    membersOnly,
    async (c) => {
      const { asker, crew, db } = c.var;
      const rows = await challengesOf(db, crew.id, now(), LIMITS.pastChallenges);
      return c.json({ challenges: rows.map((row) => view(row, asker.id)) }, 200);
    },
  )
  .post(
    "/crews/:id/challenges",
    describe({
      summary: "Challenge the crew: this section by then",
      status: 201,
      reply: newChallenge,
      problems: [
        ...INSIDE,
        ...(["crew-forbidden", "quota-reached", "challenges-too-many", "due-invalid", "gone-meanwhile"] as const),
        ...(["title-empty", "title-too-long", "title-characters"] as const),
        ...(["choreography-unknown", "choreography-closed", "section-unknown", "section-unranked"] as const),
      ],
    }),
    dancersOnly,
    withinQuota("crewChallenges"),
    valid("param", byId),
    membersOnly,
    valid("json", challenging),
    async (c) => {
      const { asker, crew, db } = c.var;
      if (!allowed(c, "challenge")) return problem(c, "crew-forbidden");
      const terms = c.req.valid("json");
      const startsAt = now();
      const span = terms.dueAt - startsAt;
      if (span < LIMITS.challengeLeastMs || span > LIMITS.challengeMostMs) return problem(c, "due-invalid");
      const choreography = await choreographyOf(db, terms.version, asker.id);
      if (!choreography) return problem(c, "choreography-unknown");
      if (!isForCrew(choreography, crew.id)) return problem(c, "choreography-closed");
      if (!spanOf(choreography, terms.section)) return problem(c, "section-unknown");
      if (choreography.unranked.includes(terms.section)) return problem(c, "section-unranked");
      const made = { ...terms, id: newId(), crewId: crew.id, startsAt };
      if (!(await addChallenge(db, { ...made, dancerId: asker.id }, LIMITS.openChallenges)))
        return problem(c, "challenges-too-many");
      return c.json(view({ ...made, by: { id: asker.id, name: asker.name } }, asker.id), 201);
    },
  );

/** Lets members of the crew of challenge `:id` pass; to all others there is none. Stands behind dancersOnly. */
const challengedOnly = createMiddleware<InChallenge>(async (c, next) => {
  const { asker, db } = c.var;
  const challenge = await challengeOf(db, c.req.param("id") ?? "");
  const crew = challenge && (await crewOf(db, challenge.crewId, asker.id));
  if (!challenge || !crew) return problem(c, "challenge-unknown");
  c.set("challenge", challenge);
  c.set("crew", crew);
  return next();
});

const one = new Hono<InChallenge>()
  .get(
    "/challenges/:id",
    describe({ summary: "A challenge of a crew of mine and how it stands", reply: challengePage, problems: ONE }),
    dancersOnly,
    valid("param", byId),
    challengedOnly,
    async (c) => {
      const { asker, challenge, crew, db } = c.var;
      const [entries, members] = await Promise.all([entriesOf(db, challenge, CHALLENGE_TERMS), membersOf(db, crew.id)]);
      const standings = entries.map((entry, i) => entryView(entry, i + 1, asker.id));
      const page = { ...view(challenge, asker.id), crew, endable: mayEnd(c), members: members.length, standings };
      return c.json(page, 200);
    },
  )
  .delete(
    "/challenges/:id",
    describe({ summary: "End a challenge, and its board with it", reply: ended, problems: [...ONE, "crew-forbidden"] }),
    dancersOnly,
    valid("param", byId),
    challengedOnly,
    async (c) => {
      if (!mayEnd(c)) return problem(c, "crew-forbidden");
      await dropChallenge(c.var.db, c.var.challenge.id);
      return c.json({ ended: true }, 200);
    },
  );

const mayEnd = (c: Context<InChallenge>): boolean =>
  allowed(c as unknown as Context<InCrew>, "end-challenge", c.var.challenge.by?.id ?? "");

function view({ crewId: _, ...row }: ChallengeRow, asker: string) {
  const at = now();
  const finalAt = row.dueAt + LIMITS.deliveryMs;
  const state = at < row.dueAt ? "open" : at < finalAt ? "closing" : "closed";
  return { ...row, finalAt, mine: row.by?.id === asker, state } as const;
}

const entryView = (entry: EntryRow, rank: number, asker: string) => ({
  ...entry,
  rank,
  mine: entry.dancer.id === asker,
});

/** Challenges: a crew dances a section by a day. */
export const challenges = new Hono().route("/", ofCrew).route("/", one);
