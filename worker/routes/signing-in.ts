import { Hono } from "hono";
import { writeToken } from "../auth/cookie.ts";
import { newDevice } from "../auth/device.ts";
import { whoever } from "../auth/door.ts";
import { checkUsed, optionsToSignIn } from "../auth/passkey.ts";
import { tokenHash } from "../auth/token.ts";
import { redeem } from "../db/devices.ts";
import { passkeyOf, signInBy } from "../db/passkeys.ts";
import { describe, valid } from "../describe.ts";
import { type Env, now } from "../env.ts";
import { problem } from "../problem.ts";
import { dancer, signingIn } from "../schemas.ts";
import { optionsToSignIn as toSignIn, used } from "../schemas-passkeys.ts";

/** Ways by which a device that knows nobody becomes a dancer's. */
export const signingsIn = new Hono<Env>()
  .post(
    "/devices",
    describe({
      summary: "Sign this device in by a code from another one, or from paper",
      status: 201,
      reply: dancer,
      problems: ["input-invalid", "code-unknown", "dancer-exists"],
    }),
    whoever,
    valid("json", signingIn),
    async (c) => {
      if (c.var.asker) return problem(c, "dancer-exists");
      const { token, device } = await newDevice(c.req.header("user-agent"));
      const found = await redeem(c.var.db, await tokenHash(c.req.valid("json").code), device, now());
      if (!found) return problem(c, "code-unknown");
      writeToken(c, token);
      return c.json(found, 201);
    },
  )
  .post(
    "/devices/challenge",
    describe({
      summary: "What `navigator.credentials.get` needs to sign in by any passkey, once, within five minutes",
      status: 201,
      reply: toSignIn,
      problems: ["dancer-exists"],
    }),
    whoever,
    async (c) => {
      if (c.var.asker) return problem(c, "dancer-exists");
      return c.json(await optionsToSignIn(c, c.var.db), 201);
    },
  )
  .post(
    "/devices/passkey",
    describe({
      summary: "Sign this device in by a passkey",
      status: 201,
      reply: dancer,
      problems: ["input-invalid", "challenge-past", "passkey-unknown", "passkey-refused", "dancer-exists"],
    }),
    whoever,
    valid("json", used),
    async (c) => {
      const { asker, db } = c.var;
      if (asker) return problem(c, "dancer-exists");
      const response = c.req.valid("json");
      const passkey = await passkeyOf(db, response.id);
      const use = await checkUsed(c, db, passkey, { ...response, clientExtensionResults: {} });
      if (typeof use === "string") return problem(c, use);
      const { token, device } = await newDevice(c.req.header("user-agent"));
      const found = await signInBy(db, use, device, now());
      if (!found) return problem(c, "passkey-unknown"); // removed in the meantime
      writeToken(c, token);
      return c.json(found, 201);
    },
  );
