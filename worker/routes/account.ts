import { Hono } from "hono";
import { dropToken } from "../auth/cookie.ts";
import { dancersOnly } from "../auth/door.ts";
import { withinQuota } from "../auth/quota.ts";
import { accountOf, deleteDancer, deletionOf, setHidden } from "../db/accounts.ts";
import { recoveryLeft } from "../db/devices.ts";
import { describe, valid } from "../describe.ts";
import { newId, now, type SignedIn } from "../env.ts";
import { accountFile } from "../export.ts";
import { problem } from "../problem.ts";
import { account, hiding, naming, receipt } from "../schemas.ts";
import { clearFiles, removeLeftovers } from "../tidy.ts";

/** What a dancer may do with all that is theirs: see it, hide it, take it away, delete it. */
export const accounts = new Hono<SignedIn>()
  .get(
    "/me/account",
    describe({
      summary: "Since when I am here, whether I hide, and how many recovery codes I have left",
      reply: account,
      problems: ["signed-out"],
    }),
    dancersOnly,
    async (c) => {
      const { id, name } = c.var.asker;
      const found = await accountOf(c.var.db, id);
      if (!found) return problem(c, "signed-out");
      return c.json({ dancer: { id, name }, ...found, recoveryCodes: await recoveryLeft(c.var.db, id) }, 200);
    },
  )
  .put(
    "/me/hidden",
    describe({
      summary: "Hide from the boards for everybody, or stand on them again",
      reply: hiding,
      problems: ["signed-out", "input-invalid"],
    }),
    dancersOnly,
    valid("json", hiding),
    async (c) => {
      const { hidden } = c.req.valid("json");
      await setHidden(c.var.db, c.var.asker.id, hidden);
      return c.json({ hidden }, 200);
    },
  )
  .get(
    "/me/export",
    describe({
      summary: "Everything of mine in one file of JSON, replays in base64",
      reply: "application/json",
      problems: ["quota-reached", "signed-out"],
    }),
    dancersOnly,
    withinQuota("exports"),
    (c) =>
      c.body(accountFile(c.env, c.var.db, c.var.asker, now()), 200, {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": 'attachment; filename="eightcount.json"',
      }),
  )
  .delete(
    "/me",
    describe({
      summary: "Delete me: rows, replays, standings, what I published. My name, typed again, says that I mean it",
      reply: receipt,
      problems: ["signed-out", "input-invalid", "name-empty", "name-too-long", "name-characters", "name-differs"],
    }),
    dancersOnly,
    valid("json", naming),
    async (c) => {
      const { asker, db } = c.var;
      if (c.req.valid("json").name !== asker.name) return problem(c, "name-differs");
      const id = newId();
      await deleteDancer(db, asker.id, id, now());
      const done = await deletionOf(db, id);
      if (!done) return problem(c, "signed-out"); // another device was quicker
      await removeLeftovers(c.env, db, id);
      await clearFiles(c.env, db);
      dropToken(c);
      return c.json({ receipt: id, at: done.at, deleted: done.counts }, 200);
    },
  );
