import { Hono } from "hono";
import { writeToken } from "../auth/cookie.ts";
import { newDevice } from "../auth/device.ts";
import { dancersOnly, whoever } from "../auth/door.ts";
import { addDancer, rename } from "../db/dancers.ts";
import { describe, valid } from "../describe.ts";
import { type Env, newId, now } from "../env.ts";
import { problem } from "../problem.ts";
import { dancer, me, naming } from "../schemas.ts";

const NAMING = ["input-invalid", "name-empty", "name-too-long", "name-characters"] as const;

/** Dancers: anonymous, but named. */
export const dancers = new Hono<Env>()
  .get("/me", describe({ summary: "The dancer of this device", reply: me }), whoever, (c) =>
    c.json({ dancer: c.var.asker && { id: c.var.asker.id, name: c.var.asker.name } }, 200),
  )
  .post(
    "/dancers",
    describe({
      summary: "Become a dancer by a name; the device is signed in by a cookie",
      status: 201,
      reply: dancer,
      problems: [...NAMING, "dancer-exists"],
    }),
    whoever,
    valid("json", naming),
    async (c) => {
      if (c.var.asker) return problem(c, "dancer-exists");
      const added = { id: newId(), name: c.req.valid("json").name };
      const { token, device } = await newDevice(c.req.header("user-agent"));
      await addDancer(c.var.db, added, device, now());
      writeToken(c, token);
      return c.json(added, 201);
    },
  )
  .patch(
    "/me",
    describe({ summary: "Take another name", reply: dancer, problems: [...NAMING, "signed-out"] }),
    dancersOnly,
    valid("json", naming),
    async (c) => {
      const renamed = { id: c.var.asker.id, name: c.req.valid("json").name };
      await rename(c.var.db, renamed);
      return c.json(renamed, 200);
    },
  );
