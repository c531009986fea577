import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import type { Context } from "hono";
import { addChallenge, spendChallenge } from "../db/challenges.ts";
import type { Db } from "../db/open.ts";
import type { PasskeyRow, Use } from "../db/passkeys.ts";
import { now } from "../env.ts";
import { LIMITS } from "../limits.ts";
import type { ProblemCode } from "../problem.ts";
import { tokenHash } from "./token.ts";

/** Loaded when the first passkey is asked for: it is heavier than all other doors together. */
const ceremony = () => import("@simplewebauthn/server");
const helpers = () => import("@simplewebauthn/server/helpers");

/** The names of what is signed with: Ed25519, ECDSA on P-256, RSA; every authenticator knows one of them. */
const ALGORITHMS = [-8, -7, -257];

type Refused = Extract<ProblemCode, "challenge-past" | "passkey-refused">;

/** The site for which a passkey is good: the host that was asked, as the routes of the Worker have it. */
function siteOf(c: Context): { expectedOrigin: string; expectedRPID: string } {
  const { origin, hostname } = new URL(c.req.url);
  return { expectedOrigin: origin, expectedRPID: hostname };
}

/** Keeps a challenge for a dancer's new passkey, or for whoever signs in (null). */
async function keepChallenge(db: Db, challenge: string, whose: string | null): Promise<void> {
  const at = now();
  await addChallenge(db, await challengeHash(challenge, whose), at + LIMITS.challengeMs, at);
}
const challengeHash = (challenge: string, whose: string | null) => tokenHash(`${whose ?? "anybody"} ${challenge}`);

/** What a browser needs to make a passkey for a dancer who has `existing` ones. */
export async function optionsToMake(
  c: Context,
  db: Db,
  dancer: { readonly id: string; readonly name: string },
  existing: readonly PasskeyRow[],
) {
  const options = await (await ceremony()).generateRegistrationOptions({
    rpName: "Eightcount",
    rpID: siteOf(c).expectedRPID,
    userName: dancer.name,
    userDisplayName: dancer.name,
    userID: (await helpers()).isoUint8Array.fromUTF8String(dancer.id),
    excludeCredentials: existing.map((row) => ({ id: row.credentialId, transports: JSON.parse(row.transports) })),
    authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
    supportedAlgorithmIDs: ALGORITHMS,
    timeout: LIMITS.challengeMs,
  });
  await keepChallenge(db, options.challenge, dancer.id);
  return options;
}

/** What a browser needs to sign in by whichever passkey of this site it has. */
export async function optionsToSignIn(c: Context, db: Db) {
  const options = await (await ceremony()).generateAuthenticationOptions({
    rpID: siteOf(c).expectedRPID,
    userVerification: "preferred",
    timeout: LIMITS.challengeMs,
  });
  await keepChallenge(db, options.challenge, null);
  return options;
}

/** Uses up the challenge that a browser says was signed; gives it, or why there is none. */
async function challengeIn(
  db: Db,
  clientDataJSON: string,
  whose: string | null,
): Promise<{ challenge: string } | Refused> {
  const challenge = await read(async () => (await helpers()).decodeClientDataJSON(clientDataJSON).challenge);
  if (typeof challenge !== "string") return "passkey-refused";
  const known = await spendChallenge(db, await challengeHash(challenge, whose), now());
  return known ? { challenge } : "challenge-past";
}

/** What the library made of bytes from outside; null where it says no, which it does by throwing. */
const read = <T>(work: () => Promise<T>): Promise<T | null> => work().catch(() => null);

/**
 * Whether an authenticator vouches for its key by its own signature or not at all, which is what was asked for. A chain of
 * certificates was not, and checking one would fetch addresses that it names.
 */
async function vouchesPlainly(attestationObject: string): Promise<boolean> {
  const { decodeAttestationObject, isoBase64URL } = await helpers();
  const object = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
  const format = object.get("fmt");
  return format === "none" || (format === "packed" && !object.get("attStmt").get("x5c"));
}

/** Checks a new passkey of a dancer; gives what is kept of it, or why it is not. */
export async function checkMade(
  c: Context,
  db: Db,
  dancerId: string,
  response: RegistrationResponseJSON,
): Promise<(Use & { readonly publicKey: string }) | Refused> {
  const signed = await challengeIn(db, response.response.clientDataJSON, dancerId);
  if (typeof signed === "string") return signed;
  const kept = await read(async () => {
    if (!(await vouchesPlainly(response.response.attestationObject))) return null;
    const { registrationInfo: made } = await (await ceremony()).verifyRegistrationResponse({
      response,
      expectedChallenge: signed.challenge,
      ...siteOf(c),
      requireUserVerification: false,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!made) return null;
    const { id: credentialId, counter, publicKey } = made.credential;
    const key = (await helpers()).isoBase64URL.fromBuffer(publicKey);
    return { credentialId, publicKey: key, counter, synced: made.credentialBackedUp ? 1 : 0 };
  });
  return kept ?? "passkey-refused";
}

/** Checks that whoever signs in holds a passkey; gives what its authenticator told, or why not. */
export async function checkUsed(
  c: Context,
  db: Db,
  passkey: PasskeyRow | null,
  response: AuthenticationResponseJSON,
): Promise<Use | Refused | "passkey-unknown"> {
  const signed = await challengeIn(db, response.response.clientDataJSON, null);
  if (typeof signed === "string") return signed;
  if (!passkey) return "passkey-unknown";
  const { credentialId, counter, dancerId } = passkey;
  const use = await read(async () => {
    const { isoBase64URL } = await helpers();
    if (isoBase64URL.toUTF8String(response.response.userHandle ?? "") !== dancerId) return null;
    const { verified, authenticationInfo: told } = await (await ceremony()).verifyAuthenticationResponse({
      response,
      expectedChallenge: signed.challenge,
      ...siteOf(c),
      credential: { id: credentialId, publicKey: isoBase64URL.toBuffer(passkey.publicKey), counter },
      requireUserVerification: false,
    });
    return verified ? { credentialId, counter: told.newCounter, synced: told.credentialBackedUp ? 1 : 0 } : null;
  });
  return use ?? "passkey-refused";
}
