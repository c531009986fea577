import { Hono } from "hono";
import { describe } from "../describe.ts";
import type { Env } from "../env.ts";
import { choreographyJsonSchema } from "../schemas-format.ts";

const A_DAY = "public, max-age=86400";

/** The formats in which choreographies come and go. A version of a format never changes; a new one has an address of its own. */
export const formats = new Hono<Env>().get(
  "/schemas/choreography-1.json",
  describe({ summary: "JSON Schema of a choreography written as JSON, version 1", reply: "application/schema+json" }),
  (c) => {
    const address = new URL("/api/schemas/choreography-1.json", c.req.url).href;
    return c.body(JSON.stringify(choreographyJsonSchema(address)), 200, {
      "content-type": "application/schema+json",
      "cache-control": A_DAY,
    });
  },
);
