import { ApiProblem, api, type ClosedTake } from "../api.ts";
import { type KeptTake, type Outbox, outbox } from "./outbox.ts";
import { store } from "./stored.ts";

/** How it stands with takes that wait: how many, and whether one is on its way. */
export interface Sending {
  readonly waiting: number;
  readonly busy: boolean;
}

export const sending = store<Sending>({ waiting: 0, busy: false });

/** Told when the Worker has judged a take, with its answer. */
type Listener = (id: string, closed: ClosedTake) => void;
const listeners = new Set<Listener>();

/** Calls `listener` for every take that the Worker has judged from now on; returns how to stop. */
export function onJudged(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Statuses after which sending the same bytes again can do nothing: the Worker refused, it was not just away. */
const isFinal = (cause: unknown): cause is ApiProblem =>
  cause instanceof ApiProblem &&
  cause.status >= 400 &&
  cause.status < 500 &&
  ![401, 408, 425, 429].includes(cause.status);

/** Sends waiting takes one by one, oldest first; stops at the first that cannot be sent now. */
export async function sendAll(box: Outbox, close: (take: KeptTake) => Promise<ClosedTake>): Promise<void> {
  for (const take of await box.waiting()) {
    try {
      const closed = await close(take);
      await box.remove(take.id);
      for (const listener of listeners) listener(take.id, closed);
    } catch (cause) {
      if (!isFinal(cause)) return;
      await box.put({ ...take, refused: cause.code });
    }
  }
}

/** Only one tab of one browser sends at a time; without Web Locks, only one call of this tab. */
let here: Promise<void> = Promise.resolve();
function alone(work: () => Promise<void>): Promise<void> {
  const run = () => work().catch(() => undefined);
  if (typeof navigator !== "undefined" && navigator.locks) return navigator.locks.request("eightcount.outbox", run);
  here = here.then(run);
  return here;
}

const recount = async (busy: boolean): Promise<void> => sending.set({ waiting: (await outbox.waiting()).length, busy });

/** Sends what waits, if the network is there. Call it as often as you like. */
export async function sendWaiting(): Promise<void> {
  await recount(navigator.onLine !== false);
  if (navigator.onLine !== false) await alone(() => sendAll(outbox, (take) => api.closeTake(take.id, take.replay)));
  await recount(false);
}

/** Puts a finished take on this device, then sends it. Resolves once it is safe here; sending goes on behind. */
export async function keepAndSend(take: KeptTake): Promise<void> {
  await outbox.put(take);
  void sendWaiting();
}

/** Sends at start, when the network is back, and when the page is looked at again. */
export function watchNetwork(): void {
  addEventListener("online", () => void sendWaiting());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void sendWaiting();
  });
  void sendWaiting();
}
