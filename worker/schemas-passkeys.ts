import * as v from "valibot";
import { integer } from "./schemas.ts";

const base64url = (most: number) => v.pipe(v.string(), v.regex(/^[\w-]+$/), v.maxLength(most));
const credentialId = base64url(1400);
const whole = { id: credentialId, rawId: credentialId, type: v.literal("public-key") };
const transports = v.pipe(v.array(v.pipe(v.string(), v.maxLength(20))), v.maxLength(10));

/** What `navigator.credentials.create` gives, as JSON; what else it holds is of no interest. */
export const made = v.object({
  ...whole,
  response: v.object({
    clientDataJSON: base64url(4096),
    attestationObject: base64url(12_000),
    transports: v.optional(transports, []),
  }),
});
/** What `navigator.credentials.get` gives, as JSON. */
export const used = v.object({
  ...whole,
  response: v.object({
    clientDataJSON: base64url(4096),
    authenticatorData: base64url(4096),
    signature: base64url(2048),
    userHandle: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{0,128}$/)), ""),
  }),
});

export const passkey = v.object({
  id: v.string(),
  name: v.string(),
  createdAt: integer,
  usedAt: v.nullable(integer),
  /** Kept on several devices by whoever made it, and not lost with one. */
  synced: v.boolean(),
});
export const passkeyList = v.object({ passkeys: v.array(passkey) });
export const forgotten = v.object({ forgotten: v.boolean() });

const known = v.array(v.looseObject({ id: v.string(), type: v.literal("public-key") }));
/** PublicKeyCredentialCreationOptionsJSON of WebAuthn. */
export const optionsToMake = v.looseObject({
  challenge: v.string(),
  rp: v.object({ id: v.string(), name: v.string() }),
  user: v.object({ id: v.string(), name: v.string(), displayName: v.string() }),
  pubKeyCredParams: v.array(v.object({ alg: integer, type: v.literal("public-key") })),
  excludeCredentials: known,
});
/** PublicKeyCredentialRequestOptionsJSON of WebAuthn. */
export const optionsToSignIn = v.looseObject({ challenge: v.string(), rpId: v.string(), userVerification: v.string() });
