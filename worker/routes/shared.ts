import { Hono } from "hono";
import { REPLAY_MEDIA_TYPE, withoutTake } from "#dance/replay/codec.ts";
import { whoever } from "../auth/door.ts";
import { tokenHash } from "../auth/token.ts";
import { sharedBy } from "../db/shares.ts";
import { resultOf, takeById } from "../db/takes.ts";
import { describe, valid } from "../describe.ts";
import type { Env } from "../env.ts";
import { dayOnly, shownPoints } from "../nameless.ts";
import { problem } from "../problem.ts";
import { getPicture, getReplay } from "../replays.ts";
import { byShareToken, sharedTake } from "../schemas-shares.ts";
import { verified } from "./views.ts";

/** What whoever has the link and may see the routine is told: what the dancer chose, and nothing else. */
export const shared = new Hono<Env>()
  .get(
    "/shared/:token",
    describe({
      summary: "The take that a link shows",
      reply: sharedTake,
      problems: ["share-unknown"],
    }),
    whoever,
    valid("param", byShareToken),
    async (c) => {
      const { db } = c.var;
      const share = await sharedBy(db, await tokenHash(c.req.valid("param").token), c.var.asker?.id ?? null);
      const take = share && (await takeById(db, share.takeId));
      const result = take && (await resultOf(db, take.id));
      if (!share || !take || !result) return problem(c, "share-unknown");
      const { version, section } = take;
      const settings = { rate: take.rate / 1000, mirror: take.mirror === 1, seated: take.seated === 1 };
      const known = { version, section, ...settings, at: share.at, replay: share.replay };
      const dancedAt = take.dancedAt ?? take.judgedAt ?? take.openedAt;
      const proof = verified(take, result);
      if (share.named)
        return c.json({ ...known, dancer: { name: share.name }, dancedAt, result, verified: proof }, 200);
      // By the exact score, the moment or the print of its replay a take is found on a board, and its dancer with it.
      const hushed = proof && { rules: proof.rules, replay: null, at: dayOnly(proof.at) };
      const told = { dancer: null, dancedAt: dayOnly(dancedAt), result: shownPoints(result), verified: hushed };
      return c.json({ ...known, ...told }, 200);
    },
  )
  .get(
    "/shared/:token/replay",
    describe({
      summary: "The poses of a shared take, where its dancer shows them",
      reply: REPLAY_MEDIA_TYPE,
      problems: ["share-unknown", "replay-missing"],
    }),
    whoever,
    valid("param", byShareToken),
    async (c) => {
      const { db } = c.var;
      const share = await sharedBy(db, await tokenHash(c.req.valid("param").token), c.var.asker?.id ?? null);
      if (!share) return problem(c, "share-unknown");
      const take = share.replay ? await takeById(db, share.takeId) : null;
      const file = take?.replayHash ? await getReplay(c.env, take.id, take.replayHash) : null;
      if (!file) return problem(c, "replay-missing");
      // By its id a take may be found on a board, and its dancer with it.
      const shown = withoutTake(new Uint8Array(await file.arrayBuffer()));
      if (!shown.ok) return problem(c, "replay-missing");
      return c.body(new Uint8Array(shown.value), 200, { "content-type": REPLAY_MEDIA_TYPE });
    },
  )
  .get(
    "/shared/:token/card.png",
    describe({
      summary: "The card of a shared take, for previews of its link",
      reply: "image/png",
      problems: ["share-unknown"],
    }),
    whoever,
    valid("param", byShareToken),
    async (c) => {
      const share = await sharedBy(c.var.db, await tokenHash(c.req.valid("param").token), c.var.asker?.id ?? null);
      const picture = share && (await getPicture(c.env, share.takeId));
      if (!picture) return problem(c, "share-unknown");
      return c.body(picture.body, 200, { "content-type": "image/png", "cache-control": "private, max-age=60" });
    },
  );
