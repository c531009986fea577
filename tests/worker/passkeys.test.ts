import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { LIMITS } from "../../worker/limits.ts";
import { Authenticator, type Lies } from "./authenticator.ts";
import { type Answer, Client, count, dancer } from "./client.ts";
import { publish } from "./dance.ts";

const MAC =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0 Safari/537.36";
const options = async (who: Client) => (await who.post("/me/passkeys/challenge", {})).body;
const asked = async (who: Client) => (await who.post("/devices/challenge", {})).body;

/** Makes a passkey for a dancer and gives the Worker's answer. */
const add = async (who: Client, key: Authenticator, lies: Lies = {}): Promise<Answer> =>
  who.ask("POST", "/me/passkeys", await key.make(await options(who), lies), { "user-agent": MAC });

/** Signs a new device in by a passkey and gives the Worker's answer. */
async function signIn(key: Authenticator, lies: Lies = {}, device = new Client()): Promise<Answer> {
  return device.post("/devices/passkey", await key.use(await asked(device), lies));
}
const told = ({ status, body }: Answer) => [status, body.problem?.code];

test("an anonymous dancer makes a passkey; another device signs in by it and sees the same takes", async () => {
  const version = await publish();
  const mina = await dancer("Mina");
  const { take } = (await mina.dance(version)).body;
  const key = await Authenticator.open();
  const { user, rp, authenticatorSelection, attestation } = await options(mina);
  expect({ user, rp, authenticatorSelection, attestation }).toMatchObject({
    user: { name: "Mina" },
    rp: { id: "localhost", name: "Eightcount" },
    authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
    attestation: "none",
  });
  expect(await add(mina, key)).toMatchObject({
    status: 201,
    body: { name: "Chrome, Mac", usedAt: null, synced: false },
  });
  await mina.drop("/me/devices/this");

  const phone = new Client();
  expect(await asked(phone)).toMatchObject({ rpId: "localhost", userVerification: "preferred" });
  expect(await signIn(key, {}, phone)).toMatchObject({ status: 201, body: { id: mina.id, name: "Mina" } });
  expect((await phone.get("/takes")).body.takes).toMatchObject([{ id: take.id }]);
  const [used] = (await phone.get("/me/passkeys")).body.passkeys;
  expect([used.synced, used.usedAt > used.createdAt - 1]).toEqual([true, true]);
  expect((await phone.get("/me/devices")).body.devices.length).toBe(1);
});

test("several passkeys of one dancer, each with a name, each removed alone; a removed one opens nothing", async () => {
  const mina = await dancer();
  const keys = [await Authenticator.open(), await Authenticator.open()] as const;
  const [first, second] = [(await add(mina, keys[0])).body, (await add(mina, keys[1])).body];
  expect((await options(mina)).excludeCredentials.map(({ id }: { id: string }) => id)).toEqual(
    keys.map(({ id }) => id),
  );
  const renamed = await mina.ask("PATCH", `/me/passkeys/${second.id}`, { name: " Phone " });
  expect(renamed.body).toMatchObject({ id: second.id, name: "Phone" });
  expect(told(await mina.ask("PATCH", `/me/passkeys/${second.id}`, { name: "" }))).toEqual([400, "name-empty"]);
  expect((await mina.drop(`/me/passkeys/${first.id}`)).body).toEqual({ forgotten: true });
  expect((await mina.get("/me/passkeys")).body.passkeys).toMatchObject([{ id: second.id, name: "Phone" }]);
  expect(told(await signIn(keys[0]))).toEqual([404, "passkey-unknown"]);
  expect((await signIn(keys[1])).status).toBe(201);
  expect(told(await mina.drop(`/me/passkeys/${first.id}`))).toEqual([404, "passkey-unknown"]);
});

test("nobody sees, renames or removes a passkey of another, nor adds one under another's challenge", async () => {
  const [mina, jihyo] = [await dancer("Mina"), await dancer("Jihyo")];
  const { id } = (await add(mina, await Authenticator.open())).body;
  expect((await jihyo.get("/me/passkeys")).body).toEqual({ passkeys: [] });
  expect(told(await jihyo.ask("PATCH", `/me/passkeys/${id}`, { name: "Mine" }))).toEqual([404, "passkey-unknown"]);
  expect(told(await jihyo.drop(`/me/passkeys/${id}`))).toEqual([404, "passkey-unknown"]);
  const made = await (await Authenticator.open()).make(await options(mina));
  expect(told(await jihyo.post("/me/passkeys", made))).toEqual([410, "challenge-past"]);
  expect((await mina.post("/me/passkeys", made)).status).toBe(201);
});

test("a passkey that is one dancer's already becomes nobody else's", async () => {
  const [mina, jihyo] = [await dancer("Mina"), await dancer("Jihyo")];
  const key = await Authenticator.open();
  await add(mina, key);
  for (const who of [mina, jihyo]) expect(told(await add(who, key))).toEqual([409, "passkey-exists"]);
  expect(await count("passkeys")).toBe(1);
});

test("a challenge is good once and for five minutes, whichever end it is used at", async () => {
  const mina = await dancer();
  const key = await Authenticator.open();
  const made = await key.make(await options(mina));
  const both = await Promise.all([mina.post("/me/passkeys", made), mina.post("/me/passkeys", made)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 410]);

  const used = await key.use(await asked(new Client()));
  const tries = await Promise.all(Array.from({ length: 8 }, () => new Client().post("/devices/passkey", used)));
  expect(tries.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(410)]);

  const [late, lateKey] = [await asked(new Client()), await options(mina)];
  await env.DB.exec("update challenges set expires_at = 1");
  expect(told(await new Client().post("/devices/passkey", await key.use(late)))).toEqual([410, "challenge-past"]);
  const another = await Authenticator.open();
  expect(told(await mina.post("/me/passkeys", await another.make(lateKey)))).toEqual([410, "challenge-past"]);
  await asked(new Client());
  expect(await count("challenges")).toBe(1); // those that are past went
});

test("a challenge to sign in makes no passkey, and one to make a passkey signs nobody in", async () => {
  const mina = await dancer();
  const key = await Authenticator.open();
  await add(mina, key);
  const made = await (await Authenticator.open()).make({ ...(await options(mina)), ...(await asked(new Client())) });
  expect(told(await mina.post("/me/passkeys", made))).toEqual([410, "challenge-past"]);
  expect(told(await new Client().post("/devices/passkey", await key.use(await options(mina))))).toEqual([
    410,
    "challenge-past",
  ]);
});

test.each<[string, Lies]>([
  ["made on another site", { origin: "https://eightcount.example" }],
  ["made for another site", { rp: "eightcount.example" }],
  ["that answers another question", { type: "webauthn.get" }],
  ["made with nobody there", { flags: 0x40 }],
  ["whose authenticator brings certificates", { format: "fido-u2f" }],
  ["whose format nobody knows", { format: "seal-of-approval" }],
  [
    "that vouches for itself with a wrong signature",
    {
      format: "packed",
      statement: new Map<string, number | Uint8Array>([
        ["alg", -7],
        ["sig", new Uint8Array(70)],
      ]),
    },
  ],
])("a passkey %s is not kept", async (_, lies) => {
  const mina = await dancer();
  expect(told(await add(mina, await Authenticator.open(), lies))).toEqual([422, "passkey-refused"]);
  expect(await count("passkeys")).toBe(0);
});

test("an authenticator that signs for its own key unasked is welcome", async () => {
  const key = await Authenticator.open();
  expect((await add(await dancer(), key, { format: "packed" })).status).toBe(201);
  expect((await signIn(key)).status).toBe(201);
});

test.each<[string, Lies | (() => Promise<Lies>)]>([
  ["on another site", { origin: "http://localhost:8788" }],
  ["for another site", { rp: "eightcount.example" }],
  ["as if it were made", { type: "webauthn.create" }],
  ["with nobody there", { flags: 0 }],
  ["by another key", async () => ({ key: await Authenticator.otherKey() })],
  ["for another dancer", { userHandle: "c29tZWJvZHktZWxzZQ" }],
  ["for no dancer", { userHandle: "" }],
])("a passkey used %s signs nobody in", async (_, lie) => {
  const mina = await dancer();
  const key = await Authenticator.open();
  await add(mina, key);
  const lies = typeof lie === "function" ? await lie() : lie;
  const sent = await key.use(await asked(new Client()), lies);
  if (lies.userHandle === "") Object.assign(sent.response, { userHandle: undefined });
  expect(told(await new Client().post("/devices/passkey", sent))).toEqual([422, "passkey-refused"]);
  expect(await count("devices")).toBe(1);
});

test("a passkey that counts backwards was copied, and signs nobody in; one that never counts does", async () => {
  const mina = await dancer();
  const [counting, still] = [await Authenticator.open(), await Authenticator.open()];
  await add(mina, counting);
  await add(mina, still);
  expect((await signIn(counting, { counter: 7 })).status).toBe(201);
  for (const counter of [7, 3, 0]) expect(told(await signIn(counting, { counter }))).toEqual([422, "passkey-refused"]);
  expect((await signIn(counting, { counter: 8 })).status).toBe(201);
  for (let i = 0; i < 2; i++) expect((await signIn(still, { counter: 0 })).status).toBe(201);
});

test("a credential nobody here knows, bytes that are none and a challenge nobody asked for are told apart", async () => {
  const key = await Authenticator.open();
  await key.make({ user: { id: "bm9ib2R5" }, challenge: "x" });
  expect(told(await signIn(key))).toEqual([404, "passkey-unknown"]);
  expect(told(await signIn(key, { challenge: "bm90IGFza2Vk" }))).toEqual([410, "challenge-past"]);
  const device = new Client();
  const sent = await key.use(await asked(device));
  for (const clientDataJSON of ["AAAA", "bnVsbA", "e30"]) {
    const response = { ...sent.response, clientDataJSON };
    expect(told(await device.post("/devices/passkey", { ...sent, response }))).toEqual([422, "passkey-refused"]);
  }
  for (const broken of [{}, { ...sent, type: "password" }, { ...sent, id: "no base64!" }, { ...sent, response: {} }])
    expect(told(await device.post("/devices/passkey", broken))).toEqual([400, "input-invalid"]);
  const mina = await dancer();
  const made = await key.make(await options(mina));
  for (const attestationObject of ["AAAA", "oA", made.response.clientDataJSON]) {
    const response = { ...(await key.make(await options(mina))).response, attestationObject };
    expect(told(await mina.post("/me/passkeys", { ...made, response }))).toEqual([422, "passkey-refused"]);
  }
  expect(told(await mina.post("/devices/challenge", {}))).toEqual([409, "dancer-exists"]);
});

test("twenty passkeys are enough, though thirty are made at once", async () => {
  const mina = await dancer();
  const made = await Promise.all(
    Array.from({ length: LIMITS.passkeys + 10 }, async () => (await Authenticator.open()).make(await options(mina))),
  );
  const answers = await Promise.all(made.map((one) => mina.post("/me/passkeys", one)));
  expect(answers.filter(({ status }) => status === 201).length).toBe(LIMITS.passkeys);
  expect(new Set(answers.filter(({ status }) => status !== 201).map(({ body }) => body.problem.code))).toEqual(
    new Set(["passkeys-too-many"]),
  );
});

test("passkeys come with the account's file and go with the account", async () => {
  const mina = await dancer("Mina");
  const key = await Authenticator.open();
  await add(mina, key);
  expect((await mina.get("/me/export")).body.passkeys).toMatchObject([{ name: "Chrome, Mac", credentialId: key.id }]);
  expect((await mina.drop("/me", { name: "Mina" })).body.deleted).toMatchObject({ passkeys: 1 });
  expect(await count("passkeys")).toBe(0);
  expect(told(await signIn(key))).toEqual([404, "passkey-unknown"]);
});
