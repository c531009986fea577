import { ApiProblem, api, type Dancer, type Passkey } from "../api.ts";

/** Why a browser made or used no passkey: let be, held already, not possible at this address, or not possible at all. */
export type Trouble = "passkey-let-be" | "passkey-exists" | "passkey-address" | "passkey-unable";

export class PasskeyTrouble extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble, cause: unknown) {
    super(trouble, { cause });
    this.trouble = trouble;
  }
}

/** Whether this browser knows passkeys at all. */
export const knowsPasskeys = (): boolean => typeof globalThis.PublicKeyCredential === "function";

const load = () => import("@simplewebauthn/browser");

/** What a browser that did not make or use a passkey means by it. Whoever closes its window is told nothing bad. */
export function troubleOf(cause: unknown): Trouble {
  const { code, name } = cause as { code?: string; name?: string };
  if (code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED" || name === "InvalidStateError") return "passkey-exists";
  if (code === "ERROR_INVALID_DOMAIN" || code === "ERROR_INVALID_RP_ID" || name === "SecurityError")
    return "passkey-address";
  return name === "NotAllowedError" || name === "AbortError" ? "passkey-let-be" : "passkey-unable";
}

/** Runs the browser's own window; rejects with PasskeyTrouble. */
const inBrowser = <T>(work: Promise<T>): Promise<T> =>
  work.catch((cause) => {
    throw new PasskeyTrouble(troubleOf(cause), cause);
  });

/** Makes a passkey of mine and has the Worker keep it. */
export async function makePasskey(): Promise<Passkey> {
  const { startRegistration } = await load();
  const optionsJSON = await api.passkeyAsk();
  return api.addPasskey(await inBrowser(startRegistration({ optionsJSON })));
}

/** Signs this device in by whichever passkey the dancer chooses. */
export async function signInByPasskey(): Promise<Dancer> {
  const { startAuthentication, sendSignal } = await load();
  const used = await inBrowser(startAuthentication({ optionsJSON: await api.signInAsk() }));
  try {
    return await api.signInByPasskey(used);
  } catch (cause) {
    // The browser need not offer again what nobody here knows any more; one that cannot be told so is no matter.
    if (cause instanceof ApiProblem && cause.code === "passkey-unknown")
      void sendSignal({
        signalName: "unknownCredential",
        rpID: location.hostname,
        credentialID: used.id,
      }).catch(() => undefined);
    throw cause;
  }
}
