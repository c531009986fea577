import { Hono } from "hono";
import { dancersOnly } from "../auth/door.ts";
import { addPick, dropPick, picksOf } from "../db/picks.ts";
import { describe, valid } from "../describe.ts";
import { now, type SignedIn } from "../env.ts";
import { LIMITS } from "../limits.ts";
import { problem } from "../problem.ts";
import { byPick, picked, pickList } from "../schemas-boards.ts";

/** Dancers whom one picked to see among themselves on boards. Nobody else is told, nor are they. */
export const picks = new Hono<SignedIn>()
  .get(
    "/me/picks",
    describe({ summary: "Dancers whom I picked", reply: pickList, problems: ["signed-out"] }),
    dancersOnly,
    async (c) => c.json({ picks: await picksOf(c.var.db, c.var.asker.id) }, 200),
  )
  .put(
    "/me/picks/:dancer",
    describe({
      summary: "Pick a dancer; again is the same as once",
      reply: picked,
      problems: ["signed-out", "dancer-unknown", "picks-too-many", "input-invalid", "gone-meanwhile"],
    }),
    dancersOnly,
    valid("param", byPick),
    async (c) => {
      const hindered = await addPick(c.var.db, c.var.asker.id, c.req.valid("param").dancer, now(), LIMITS.picks);
      return hindered ? problem(c, hindered) : c.json({ picked: true }, 200);
    },
  )
  .delete(
    "/me/picks/:dancer",
    describe({ summary: "No longer pick a dancer", reply: picked, problems: ["signed-out", "input-invalid"] }),
    dancersOnly,
    valid("param", byPick),
    async (c) => {
      await dropPick(c.var.db, c.var.asker.id, c.req.valid("param").dancer);
      return c.json({ picked: false }, 200);
    },
  );
