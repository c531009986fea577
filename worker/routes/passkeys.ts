import { Hono } from "hono";
import { deviceName } from "../auth/device.ts";
import { dancersOnly } from "../auth/door.ts";
import { checkMade, optionsToMake } from "../auth/passkey.ts";
import { withinQuota } from "../auth/quota.ts";
import { addPasskey, dropPasskey, type PasskeyRow, passkeyOf, passkeysOf, renamePasskey } from "../db/passkeys.ts";
import { describe, valid } from "../describe.ts";
import { newId, now, type SignedIn } from "../env.ts";
import { LIMITS } from "../limits.ts";
import { problem } from "../problem.ts";
import { byId, naming } from "../schemas.ts";
import { forgotten, made, passkey, passkeyList, optionsToMake as toMake } from "../schemas-passkeys.ts";

const view = ({ id, name, createdAt, usedAt, synced }: PasskeyRow) => ({
  id,
  name,
  createdAt,
  usedAt,
  synced: synced === 1,
});

/** The passkeys of a dancer: the way back to their takes from any device. */
export const passkeys = new Hono<SignedIn>()
  .get(
    "/me/passkeys",
    describe({ summary: "My passkeys", reply: passkeyList, problems: ["signed-out"] }),
    dancersOnly,
    async (c) => c.json({ passkeys: (await passkeysOf(c.var.db, c.var.asker.id)).map(view) }, 200),
  )
  .post(
    "/me/passkeys/challenge",
    describe({
      summary: "What `navigator.credentials.create` needs to make a passkey of mine, once, within five minutes",
      status: 201,
      reply: toMake,
      problems: ["quota-reached", "signed-out"],
    }),
    dancersOnly,
    withinQuota("challenges"),
    async (c) => {
      const { asker, db } = c.var;
      return c.json(await optionsToMake(c, db, asker, await passkeysOf(db, asker.id)), 201);
    },
  )
  .post(
    "/me/passkeys",
    describe({
      summary: "Keep the passkey that was made",
      status: 201,
      reply: passkey,
      problems: [
        "signed-out",
        "input-invalid",
        "challenge-past",
        "passkey-refused",
        "passkey-exists",
        "passkeys-too-many",
      ],
    }),
    dancersOnly,
    valid("json", made),
    async (c) => {
      const { asker, db } = c.var;
      const response = c.req.valid("json");
      const checked = await checkMade(c, db, asker.id, { ...response, clientExtensionResults: {} });
      if (typeof checked === "string") return problem(c, checked);
      const id = newId();
      const transports = JSON.stringify(response.response.transports);
      const name = deviceName(c.req.header("user-agent")).slice(0, LIMITS.nameCharacters);
      const row = { ...checked, id, dancerId: asker.id, transports, name, createdAt: now(), usedAt: null };
      if (await addPasskey(db, row, LIMITS.passkeys)) return c.json(view(row), 201);
      return problem(c, (await passkeyOf(db, row.credentialId)) ? "passkey-exists" : "passkeys-too-many");
    },
  )
  .patch(
    "/me/passkeys/:id",
    describe({
      summary: "Call a passkey of mine otherwise",
      reply: passkey,
      problems: ["signed-out", "passkey-unknown", "input-invalid", "name-empty", "name-too-long", "name-characters"],
    }),
    dancersOnly,
    valid("param", byId),
    valid("json", naming),
    async (c) => {
      const { asker, db } = c.var;
      const row = await renamePasskey(db, asker.id, c.req.valid("param").id, c.req.valid("json").name);
      return row ? c.json(view(row), 200) : problem(c, "passkey-unknown");
    },
  )
  .delete(
    "/me/passkeys/:id",
    describe({
      summary: "Forget a passkey of mine; devices that signed in by it stay signed in",
      reply: forgotten,
      problems: ["signed-out", "passkey-unknown", "input-invalid"],
    }),
    dancersOnly,
    valid("param", byId),
    async (c) => {
      if (!(await dropPasskey(c.var.db, c.var.asker.id, c.req.valid("param").id))) return problem(c, "passkey-unknown");
      return c.json({ forgotten: true }, 200);
    },
  );
