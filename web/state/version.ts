import { registerOffline } from "../offline/register.ts";
import { isAtStake } from "./at-stake.ts";
import { sendWaiting } from "./sending.ts";
import { store } from "./stored.ts";

/** True once a newer version of the page waits to be let in. */
export const newer = store(false);

/** From now on the page opens without network, and hears of newer versions of itself. */
export function watchVersion(): void {
  void registerOffline({
    onUpdate: () => newer.set(true),
    onReady: () => void sendWaiting(),
    mayGo: () => !isAtStake(),
  });
}
