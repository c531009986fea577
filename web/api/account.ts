import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/browser";
import { at, reach, told } from "./client.ts";
import type { Dancer } from "./dancers.ts";

/** What is mine beside takes; moments in ms since 1970. */
export interface Account {
  readonly dancer: Dancer;
  readonly createdAt: number;
  readonly hidden: boolean;
  /** How many recovery codes are left. */
  readonly recoveryCodes: number;
}

export interface Device {
  readonly id: string;
  /** "Chrome, Mac", or empty where the browser does not say. */
  readonly name: string;
  readonly createdAt: number;
  readonly seenAt: number;
  readonly here: boolean;
}

export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly usedAt: number | null;
  /** Kept on several devices by whoever made it. */
  readonly synced: boolean;
}

/** What a deletion removed. */
export interface Receipt {
  readonly receipt: string;
  readonly at: number;
  readonly deleted: Readonly<Record<string, number>>;
}

/** All that is mine, and how I sign in. */
export const accountDoors = {
  account: (): Promise<Account> => told(at.me.account.$get()),
  hide: (hidden: boolean): Promise<{ readonly hidden: boolean }> => told(at.me.hidden.$put({ json: { hidden } })),
  exported: async (): Promise<Blob> => (await reach("/api/me/export")).blob(),
  /** `name` is the dancer's own, typed again. */
  remove: (name: string): Promise<Receipt> => told(at.me.$delete({ json: { name } })),
  devices: async (): Promise<readonly Device[]> => (await told(at.me.devices.$get())).devices,
  /** `id` may be "this". */
  signOut: (id: string): Promise<{ readonly here: boolean }> => told(at.me.devices[":id"].$delete({ param: { id } })),
  newCode: (): Promise<{ readonly code: string; readonly expiresAt: number }> => told(at.me.codes.$post()),
  newRecovery: async (): Promise<readonly string[]> => (await told(at.me.recovery.$post())).codes,
  signInByCode: (code: string): Promise<Dancer> => told(at.devices.$post({ json: { code } })),
  passkeys: async (): Promise<readonly Passkey[]> => (await told(at.me.passkeys.$get())).passkeys,
  passkeyAsk: () =>
    told(at.me.passkeys.challenge.$post()) as Promise<unknown> as Promise<PublicKeyCredentialCreationOptionsJSON>,
  addPasskey: (made: RegistrationResponseJSON): Promise<Passkey> => told(at.me.passkeys.$post({ json: made })),
  renamePasskey: (id: string, name: string): Promise<Passkey> =>
    told(at.me.passkeys[":id"].$patch({ param: { id }, json: { name } })),
  forgetPasskey: (id: string) => told(at.me.passkeys[":id"].$delete({ param: { id } })),
  signInAsk: () =>
    told(at.devices.challenge.$post()) as Promise<unknown> as Promise<PublicKeyCredentialRequestOptionsJSON>,
  signInByPasskey: (used: AuthenticationResponseJSON): Promise<Dancer> =>
    told(at.devices.passkey.$post({ json: used })),
};
