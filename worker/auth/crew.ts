import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { type Action, may } from "#dance/practice/permission.ts";
import { type CrewRow, crewOf } from "../db/crews.ts";
import type { SignedIn } from "../env.ts";
import { problem } from "../problem.ts";

/** What a route of a crew has: the crew, as the asker sees it. */
export interface InCrew {
  Bindings: SignedIn["Bindings"];
  Variables: SignedIn["Variables"] & { crew: CrewRow };
}

/** Lets members of the crew `:id` pass; to all others there is none. Stands behind dancersOnly. */
export const membersOnly = createMiddleware<InCrew>(async (c, next) => {
  const crew = await crewOf(c.var.db, c.req.param("id") ?? "", c.var.asker.id);
  if (!crew) return problem(c, "crew-unknown");
  c.set("crew", crew);
  return next();
});

/** Whether the asker may do a thing in this crew; `whose` is the dancer to whom it is done or whose it is. */
export const allowed = (c: Context<InCrew>, action: Action, whose: string = c.var.asker.id): boolean =>
  may(c.var.crew.role, action, whose === c.var.asker.id);
