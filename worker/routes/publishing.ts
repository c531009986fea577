import { type Context, Hono } from "hono";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { CHOREOGRAPHY_MEDIA_TYPE, decodeChoreography, encodeChoreography } from "#dance/choreo/file.ts";
import { type PublishProblem, publishable } from "#dance/choreo/publishable.ts";
import { summaryOf } from "#dance/choreo/summary.ts";
import type { Audience } from "#dance/choreo/visibility.ts";
import { fail, type Outcome } from "#dance/outcome.ts";
import { unrankedSections } from "#dance/take/lint.ts";
import { dancersOnly } from "../auth/door.ts";
import { withinQuota } from "../auth/quota.ts";
import { atMost } from "../body.ts";
import { choreographyOf, isPublished, versionsOf } from "../db/choreographies.ts";
import { crewOf } from "../db/crews.ts";
import { publish, setAudience, takeBack } from "../db/publishing.ts";
import { describe, valid } from "../describe.ts";
import { now, type SignedIn, sha256 } from "../env.ts";
import { LIMITS } from "../limits.ts";
import { problem } from "../problem.ts";
import { putChoreography } from "../replays.ts";
import { byVersion, choreography } from "../schemas.ts";
import { audience, bySlug, takenBack } from "../schemas-routines.ts";
import { clearFiles, dropFiles } from "../tidy.ts";

const REFUSED = { "slug-taken": "slug-taken", "too-many": "choreographies-too-many" } as const;
const MINE = ["signed-out", "choreography-unknown", "choreography-forbidden", "input-invalid"] as const;

/** A dancer publishes a choreography, says whom it is for, and takes it back. */
export const publishing = new Hono<SignedIn>()
  .post(
    "/choreographies",
    describe({
      summary:
        "Publish a version, named by the hash of its bytes; again is the same as once. Its routine is for this audience",
      status: 201,
      takes: CHOREOGRAPHY_MEDIA_TYPE,
      reply: choreography,
      problems: [
        ...(["signed-out", "quota-reached", "input-invalid", "too-large", "crew-unknown"] as const),
        ...(["choreography-media-type", "choreography-invalid", "slug-taken", "choreographies-too-many"] as const),
        ...(["title-empty", "title-too-long", "title-characters", "about-too-long", "about-characters"] as const),
        ...(["sections-none", "sections-many", "sections-overlap", "section-names", "position-names"] as const),
        ...(["keyframes-few", "choreography-long", "track-short", "gone-meanwhile"] as const),
      ],
    }),
    dancersOnly,
    withinQuota("choreographies"),
    atMost(LIMITS.choreographyBytes, "too-large"),
    valid("query", audience),
    async (c) => {
      const { asker, db } = c.var;
      if (c.req.header("content-type")?.split(";")[0]?.trim() !== CHOREOGRAPHY_MEDIA_TYPE)
        return problem(c, "choreography-media-type");
      const to = await audienceFor(c, c.req.valid("query"));
      if (!to) return problem(c, "crew-unknown");
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      const read = readHostile(bytes);
      if (!read.ok) return problem(c, read.problem.code);
      const version = await sha256(bytes);
      const terms = { version, summary: summaryOf(read.value), unranked: unrankedSections(read.value) };
      await putChoreography(c.env, version, bytes);
      const became = await publish(
        db,
        { ...terms, ownerId: asker.id, audience: to, at: now() },
        LIMITS.versionsOfDancer,
      ).catch(async (error) => {
        await dropUnpublished(c, version);
        throw error;
      });
      if (became === "slug-taken" || became === "too-many") {
        await dropUnpublished(c, version);
        return problem(c, REFUSED[became]);
      }
      // Had it been taken back, its file may have been cleared away in between.
      await putChoreography(c.env, version, bytes);
      const made = await choreographyOf(db, version, asker.id);
      if (made) return c.json(made, 201);
      await dropUnpublished(c, version); // taken back a moment ago
      return problem(c, "choreography-unknown");
    },
  )
  .patch(
    "/routines/:slug",
    describe({
      summary: "Say whom a routine of mine is for; where more people see it, its boards begin anew",
      reply: audience,
      problems: [...MINE, "crew-unknown", "gone-meanwhile"],
    }),
    dancersOnly,
    valid("param", bySlug),
    valid("json", audience),
    async (c) => {
      const { asker, db } = c.var;
      const { slug } = c.req.valid("param");
      const [one] = await versionsOf(db, slug, asker.id, 1);
      if (!one) return problem(c, "choreography-unknown");
      if (!one.mine) return problem(c, "choreography-forbidden");
      const to = await audienceFor(c, c.req.valid("json"));
      if (!to) return problem(c, "crew-unknown");
      await setAudience(db, { slug, ownerId: asker.id }, one, to, now());
      return c.json(
        to.crew === null ? { visibility: to.visibility } : { visibility: to.visibility, crew: to.crew },
        200,
      );
    },
  )
  .delete(
    "/routines/:slug",
    describe({
      summary: "Take a routine of mine back, all versions: boards and challenges end, takes stay with who danced them",
      reply: takenBack,
      problems: MINE,
    }),
    dancersOnly,
    valid("param", bySlug),
    async (c) => {
      const { asker, db } = c.var;
      const { slug } = c.req.valid("param");
      const [one] = await versionsOf(db, slug, asker.id, 1);
      if (!one) return problem(c, "choreography-unknown");
      if (!one.mine) return problem(c, "choreography-forbidden");
      await takeBack(db, { slug, ownerId: asker.id }, null, now());
      await clearFiles(c.env, db);
      return c.json({ takenBack: true }, 200);
    },
  )
  .delete(
    "/choreographies/:version",
    describe({
      summary: "Take one version of mine back; the one before it is danced from then on",
      reply: takenBack,
      problems: MINE,
    }),
    dancersOnly,
    valid("param", byVersion),
    async (c) => {
      const { asker, db } = c.var;
      const { version } = c.req.valid("param");
      const one = await choreographyOf(db, version, asker.id);
      if (!one) return problem(c, "choreography-unknown");
      if (!one.mine) return problem(c, "choreography-forbidden");
      await takeBack(db, { slug: one.slug, ownerId: asker.id }, version, now());
      await clearFiles(c.env, db);
      return c.json({ takenBack: true }, 200);
    },
  );

/** Whom it shall be for; null where that is a crew that the asker is not in. */
async function audienceFor(
  c: Context<SignedIn>,
  { visibility, crew }: { visibility: Audience["visibility"]; crew?: string | undefined },
): Promise<Audience | null> {
  if (visibility !== "crew") return { visibility, crew: null };
  const found = await crewOf(c.var.db, crew ?? "", c.var.asker.id);
  return found && { visibility, crew: found.id };
}

/** The choreography of bytes that anybody may have made up: exactly what its writer writes, and fit to be published. */
function readHostile(bytes: Uint8Array): Outcome<Choreography, PublishProblem | "choreography-invalid"> {
  const read = decodeChoreography(bytes);
  if (!read.ok) return fail("choreography-invalid", read.problem.message);
  const again = encodeChoreography(read.value);
  if (again.length !== bytes.length || again.some((byte, i) => byte !== bytes[i]))
    return fail("choreography-invalid", "the bytes are not those that the writer writes");
  return publishable(read.value);
}

/** Removes the file of a version that did not come to be published after all. */
async function dropUnpublished(c: Context<SignedIn>, version: string): Promise<void> {
  if (!(await isPublished(c.var.db, version))) await dropFiles(c.env, c.var.db, [version]);
}
