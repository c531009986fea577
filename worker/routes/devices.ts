import { Hono } from "hono";
import { dropToken } from "../auth/cookie.ts";
import { dancersOnly } from "../auth/door.ts";
import { withinQuota } from "../auth/quota.ts";
import { newCode, tokenHash } from "../auth/token.ts";
import { addCode, devicesOf, dropDevice, replaceRecovery } from "../db/devices.ts";
import { describe, valid } from "../describe.ts";
import { now, type SignedIn } from "../env.ts";
import { LIMITS } from "../limits.ts";
import { problem } from "../problem.ts";
import { byId, deviceList, recoveryCodes, signedOut, signInCode } from "../schemas.ts";

/** The device that asks may call itself so. */
const THIS = "this";

const own = new Hono<SignedIn>()
  .get(
    "/me/devices",
    describe({ summary: "The devices on which I am signed in", reply: deviceList, problems: ["signed-out"] }),
    dancersOnly,
    async (c) => {
      const { asker, db } = c.var;
      const devices = await devicesOf(db, asker.id);
      return c.json({ devices: devices.map((device) => ({ ...device, here: device.id === asker.device })) }, 200);
    },
  )
  .delete(
    "/me/devices/:id",
    describe({
      summary: "Sign a device of mine out; `this` is the one that asks",
      reply: signedOut,
      problems: ["signed-out", "device-unknown", "input-invalid"],
    }),
    dancersOnly,
    valid("param", byId),
    async (c) => {
      const { asker, db } = c.var;
      const { id: named } = c.req.valid("param");
      const id = named === THIS ? asker.device : named;
      if (!(await dropDevice(db, asker.id, id))) return problem(c, "device-unknown");
      if (id === asker.device) dropToken(c);
      return c.json({ here: id === asker.device }, 200);
    },
  )
  .post(
    "/me/codes",
    describe({
      summary: "A code by which another device signs in as me: once, within ten minutes",
      status: 201,
      reply: signInCode,
      problems: ["quota-reached", "signed-out"],
    }),
    dancersOnly,
    withinQuota("codes"),
    async (c) => {
      const code = newCode();
      const at = now();
      const expiresAt = at + LIMITS.codeMs;
      await addCode(c.var.db, { codeHash: await tokenHash(code), dancerId: c.var.asker.id, expiresAt }, at);
      return c.json({ code, expiresAt }, 201);
    },
  );

const recovery = new Hono<SignedIn>().post(
  "/me/recovery",
  describe({
    summary: "Eight codes to keep on paper, each good once; those made before are good no more",
    status: 201,
    reply: recoveryCodes,
    problems: ["quota-reached", "signed-out"],
  }),
  dancersOnly,
  withinQuota("recoveries"),
  async (c) => {
    const codes = Array.from({ length: LIMITS.recoveryCodes }, newCode);
    const hashes = await Promise.all(codes.map(tokenHash));
    await replaceRecovery(c.var.db, c.var.asker.id, hashes, now() + LIMITS.recoveryMs);
    return c.json({ codes }, 201);
  },
);

/** Where I am signed in, and codes for where I am not yet. */
export const devices = new Hono().route("/", own).route("/", recovery);
