import { Hono } from "hono";
import { CHOREOGRAPHY_MEDIA_TYPE } from "#dance/choreo/file.ts";
import { whoever } from "../auth/door.ts";
import { choreographyDanced, currentChoreographies } from "../db/choreographies.ts";
import { describe, valid } from "../describe.ts";
import type { Env } from "../env.ts";
import { problem } from "../problem.ts";
import { getChoreography } from "../replays.ts";
import { byVersion, choreography, library } from "../schemas.ts";
import { readableVersion } from "./readable.ts";

/** What comes with the page never changes and never goes; of a dancer's own, nobody between keeps a copy. */
const FOREVER = "public, max-age=31536000, immutable";
const AN_HOUR = "private, max-age=3600";

/** What comes with the page, and any version by its hash. */
export const choreographies = new Hono<Env>()
  .get(
    "/choreographies",
    describe({ summary: "The current version of every choreography that comes with the page", reply: library }),
    async (c) => c.json({ choreographies: await currentChoreographies(c.var.db) }, 200),
  )
  .get(
    "/choreographies/:version",
    describe({
      summary: "One version that I may see, or that I have danced; `open` says whether I still may",
      reply: choreography,
      problems: ["choreography-unknown"],
    }),
    whoever,
    valid("param", byVersion),
    async (c) => {
      const { asker, db } = c.var;
      const { version } = c.req.valid("param");
      const seen = await readableVersion(db, version, asker?.id ?? null);
      const found = seen ?? (asker && (await choreographyDanced(db, version, asker.id)));
      return found ? c.json(found, 200) : problem(c, "choreography-unknown");
    },
  )
  .get(
    "/choreographies/:version/file",
    describe({
      summary: "Keyframes and reference track of a version that I may see, as dance/choreo/file.ts reads them",
      reply: CHOREOGRAPHY_MEDIA_TYPE,
      problems: ["choreography-unknown"],
    }),
    whoever,
    valid("param", byVersion),
    async (c) => {
      const { version } = c.req.valid("param");
      const seen = await readableVersion(c.var.db, version, c.var.asker?.id ?? null);
      const file = seen && (await getChoreography(c.env, version));
      if (!file) return problem(c, "choreography-unknown");
      return c.body(file.body, 200, {
        "content-type": CHOREOGRAPHY_MEDIA_TYPE,
        "cache-control": seen.author === null ? FOREVER : AN_HOUR,
        vary: "cookie",
        etag: file.httpEtag,
      });
    },
  );
