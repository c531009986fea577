import { Hono } from "hono";
import { CHOREOGRAPHY_MEDIA_TYPE } from "#dance/choreo/file.ts";
import { choreographyOf, currentChoreographies } from "../db/choreographies.ts";
import { describe, valid } from "../describe.ts";
import type { Env } from "../env.ts";
import { problem } from "../problem.ts";
import { getChoreography } from "../replays.ts";
import { byVersion, choreography, library } from "../schemas.ts";

const FOREVER = "public, max-age=31536000, immutable";

/** The library. A version never changes, so that its file may be kept forever. */
export const choreographies = new Hono<Env>()
  .get(
    "/choreographies",
    describe({ summary: "The current version of every choreography", reply: library }),
    async (c) => c.json({ choreographies: await currentChoreographies(c.var.db) }, 200),
  )
  .get(
    "/choreographies/:version",
    describe({ summary: "One version", reply: choreography, problems: ["choreography-unknown"] }),
    valid("param", byVersion),
    async (c) => {
      const found = await choreographyOf(c.var.db, c.req.valid("param").version);
      return found ? c.json(found, 200) : problem(c, "choreography-unknown");
    },
  )
  .get(
    "/choreographies/:version/file",
    describe({
      summary: "Keyframes and reference track, as dance/choreo/file.ts reads them",
      reply: CHOREOGRAPHY_MEDIA_TYPE,
      problems: ["choreography-unknown"],
    }),
    valid("param", byVersion),
    async (c) => {
      const file = await getChoreography(c.env, c.req.valid("param").version);
      if (!file) return problem(c, "choreography-unknown");
      return c.body(file.body, 200, {
        "content-type": CHOREOGRAPHY_MEDIA_TYPE,
        "cache-control": FOREVER,
        etag: file.httpEtag,
      });
    },
  );
