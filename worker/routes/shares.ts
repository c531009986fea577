import { Hono } from "hono";
import { dancersOnly } from "../auth/door.ts";
import { withinQuota } from "../auth/quota.ts";
import { newToken, tokenHash } from "../auth/token.ts";
import { atMost } from "../body.ts";
import { maySee } from "../db/choreographies.ts";
import { addShare, dropShare, shareOf, sharesOf } from "../db/shares.ts";
import { takeById } from "../db/takes.ts";
import { describe, valid } from "../describe.ts";
import { now, type SignedIn } from "../env.ts";
import { LIMITS } from "../limits.ts";
import { pixelsOnly } from "../png.ts";
import { problem } from "../problem.ts";
import { dropPicture, putPicture } from "../replays.ts";
import { byId } from "../schemas.ts";
import { newShare, shareEnded, shareList, shareState, sharing } from "../schemas-shares.ts";

const PNG = "image/png";
const { width, height } = LIMITS.cardPixels;

/** A dancer makes a page of a take of theirs, finds it again, and ends it. */
export const shares = new Hono<SignedIn>()
  .get(
    "/shares",
    describe({
      summary: "Takes of mine that have a page, the latest first",
      reply: shareList,
      problems: ["signed-out"],
    }),
    dancersOnly,
    async (c) => {
      const rows = await sharesOf(c.var.db, c.var.asker.id, LIMITS.sharesListed);
      return c.json({ shares: rows.map(({ language: _, ...row }) => row) }, 200);
    },
  )
  .put(
    "/takes/:id/share",
    describe({
      summary:
        "Share a take of mine by a link: its card comes along, its token is told once, here, and ends the one before",
      takes: PNG,
      reply: newShare,
      problems: [
        ...(["quota-reached", "signed-out", "take-unknown", "picture-invalid", "too-large", "input-invalid"] as const),
        "share-closed",
      ],
    }),
    dancersOnly,
    withinQuota("shares"),
    atMost(LIMITS.cardBytes, "too-large"),
    valid("param", byId),
    valid("query", sharing),
    async (c) => {
      const { asker, db } = c.var;
      const { id } = c.req.valid("param");
      const take = await takeById(db, id);
      if (take?.dancerId !== asker.id || take.judgedAt === null) return problem(c, "take-unknown");
      if (!(await maySee(db, take.version, null))) return problem(c, "share-closed");
      const picture = pixelsOnly(new Uint8Array(await c.req.arrayBuffer()), width, height);
      if (!picture || c.req.header("content-type") !== PNG) return problem(c, "picture-invalid");
      const told = { at: now(), ...c.req.valid("query") };
      const token = newToken();
      await putPicture(c.env, id, picture);
      const shared = await addShare(db, { takeId: id, ...told }, asker.id, await tokenHash(token));
      if (shared) return c.json({ token, at: told.at, named: told.named, replay: told.replay }, 200);
      await dropPicture(c.env, id); // the take went in the meantime
      return problem(c, "take-unknown");
    },
  )
  .get(
    "/takes/:id/share",
    describe({
      summary: "Whether and how a take of mine is shared",
      reply: shareState,
      problems: ["signed-out", "take-unknown", "input-invalid"],
    }),
    dancersOnly,
    valid("param", byId),
    async (c) => {
      const { asker, db } = c.var;
      const take = await takeById(db, c.req.valid("param").id);
      if (take?.dancerId !== asker.id) return problem(c, "take-unknown");
      const share = await shareOf(db, take.id, asker.id);
      return c.json({ share: share && { at: share.at, named: share.named, replay: share.replay } }, 200);
    },
  )
  .delete(
    "/takes/:id/share",
    describe({
      summary: "End the page of a take of mine: the link opens nothing from now on; again is the same as once",
      reply: shareEnded,
      problems: ["signed-out", "take-unknown", "input-invalid"],
    }),
    dancersOnly,
    valid("param", byId),
    async (c) => {
      const { asker, db } = c.var;
      const take = await takeById(db, c.req.valid("param").id);
      if (take?.dancerId !== asker.id) return problem(c, "take-unknown");
      await dropShare(db, take.id, asker.id);
      await dropPicture(c.env, take.id);
      return c.json({ ended: true }, 200);
    },
  );
