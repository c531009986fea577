import { type QueryKey, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Account, ApiProblem, api, type Device, type Passkey } from "../api.ts";
import { useDancer } from "./dancer.ts";
import { draftTakes } from "./draft-takes.ts";
import { goal } from "./goal.ts";
import { forgetLags } from "./latency.ts";
import { clearMade, type Made } from "./made-here.ts";
import { outbox } from "./outbox.ts";
import { PasskeyTrouble } from "./passkey.ts";
import { progress } from "./progress.ts";
import { queryClient } from "./queries.ts";
import { forget } from "./stored.ts";

const ME = ["me"] as const;
const ACCOUNT = ["account"] as const;
const DEVICES = ["account", "devices"] as const;
const PASSKEYS = ["account", "passkeys"] as const;

/** What the account page shows of a dancer, once all of it is here. */
export interface AccountPage {
  readonly account: Account;
  readonly devices: readonly Device[];
  readonly passkeys: readonly Passkey[];
}

/** The account of whoever dances here; `data` is null for whoever is nobody here. */
export function useAccount() {
  const me = useDancer();
  const enabled = Boolean(me.data);
  const account = useQuery({ queryKey: ACCOUNT, queryFn: api.account, enabled });
  const devices = useQuery({ queryKey: DEVICES, queryFn: api.devices, enabled });
  const passkeys = useQuery({ queryKey: PASSKEYS, queryFn: api.passkeys, enabled });
  const asked = [me, account, devices, passkeys];
  const failed = asked.find((query) => query.isError && query.data === undefined);
  const again = () => void Promise.all(asked.filter((query) => query.isError).map((query) => query.refetch()));
  const page: AccountPage | null =
    account.data && devices.data && passkeys.data
      ? { account: account.data, devices: devices.data, passkeys: passkeys.data }
      : null;
  return { nobody: me.data === null, page, cause: failed?.error ?? null, again };
}

/** How a dancer comes back to their takes: `here` only by this browser's memory, by another `device`, or by a `key`. */
export type WayBack = "here" | "device" | "key";

/** The surest way back that a dancer has. */
export function wayBack({ account, devices, passkeys }: AccountPage): WayBack {
  if (passkeys.length > 0 || account.recoveryCodes > 0) return "key";
  return devices.length > 1 ? "device" : "here";
}

/** Does a thing to the account and asks anew what it changed. */
export function useAccountChange<In, Out>(work: (input: In) => Promise<Out>, key: QueryKey = ACCOUNT) {
  const client = useQueryClient();
  return useMutation({ mutationFn: work, onSettled: () => client.invalidateQueries({ queryKey: key }) });
}

/** The code of what went wrong with a change, for its sentence; null where nothing did. */
export function codeOf(cause: unknown): string | null {
  if (!cause) return null;
  if (cause instanceof ApiProblem) return cause.code;
  return cause instanceof PasskeyTrouble ? cause.trouble : "unreachable";
}

/** What this device remembers of whoever danced on it; how it is liked (language, camera, switches) stays. */
const OF_DANCER = ["practised", "shared"];

/**
 * Forgets on this device whoever danced on it: what they danced, of drafts too, and what still waits to be sent. What was
 * made here is the device's (made-here.ts).
 */
export async function forgetHere(): Promise<void> {
  for (const key of OF_DANCER) forget(key);
  for (const it of [progress, goal]) it.forget();
  forgetLags();
  await Promise.all([outbox.clear(), draftTakes.clear()]);
  queryClient.setQueryData(ME, null);
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME[0] });
}

/** The code in the address, which a camera may have brought here; empty where it has none. */
export function codeBrought(): string {
  const code = location.hash.slice(1).toUpperCase();
  return /^[A-Z2-9]{20}$/.test(code) ? code : "";
}

/** Begins the page anew, so that nothing in it is left of another dancer. */
export const beginAnew = (path: string): void => location.assign(path);

/** Signs this device out and forgets whoever danced on it. */
export async function leaveHere(made: Made): Promise<void> {
  await api.signOut("this");
  if (made === "clear") await clearMade();
  await forgetHere();
  beginAnew("/account");
}
