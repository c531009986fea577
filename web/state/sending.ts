import { ApiProblem, type ClosedTake, Unreachable } from "../api.ts";
import { keepForGood, storageLeft } from "../offline/storage.ts";
import { holdPageWhile } from "./at-stake.ts";
import { deliver } from "./deliver.ts";
import { type KeptTake, OPENING_MS, type Outbox, outbox } from "./outbox.ts";
import { store } from "./stored.ts";

/** How it stands with takes that wait. */
export interface Sending {
  readonly waiting: number;
  /** One of them is on its way. */
  readonly busy: boolean;
  /** Takes for which this device still has room; null where the browser does not tell. */
  readonly room: number | null;
  /** False where what waits is lost with the tab: a private window, a full device. */
  readonly lasting: boolean;
}

export const sending = store<Sending>({ waiting: 0, busy: false, room: null, lasting: true });

/** Told when the Worker has judged a take, with its answer. */
type Listener = (id: string, closed: ClosedTake) => void;
const listeners = new Set<Listener>();

/** Calls `listener` for every take that the Worker has judged from now on, by whichever tab; returns how to stop. */
export function onJudged(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
const tell: Listener = (id, closed) => {
  for (const listener of listeners) listener(id, closed);
};

/** One tab sends, all tabs hear of it. */
const tabs = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("eightcount.outbox");
const tellTabs: Listener = (id, closed) => {
  tell(id, closed);
  tabs?.postMessage({ id, closed });
};

/** Refusals after which sending again may still do: not signed in yet, too slow, too early, too often. */
const PASSING: ReadonlySet<number> = new Set([401, 408, 425, 429]);

/**
 * Whether sending the same bytes again can do nothing. Only a problem that the Worker itself told is one: a network
 * that asks for a login first refuses too, and knows no code.
 */
const isFinal = (cause: unknown): cause is ApiProblem =>
  cause instanceof ApiProblem &&
  cause.code !== "internal" &&
  cause.status >= 400 &&
  cause.status < 500 &&
  !PASSING.has(cause.status);

/** Whether nothing could be sent now, whichever take it is: no network, one before the network, or the Worker says later. */
const isForAll = (cause: unknown): boolean =>
  cause instanceof Unreachable || (cause instanceof ApiProblem && cause.status < 500);

/** So many takes at which the Worker stumbles, one after the other: then it is unwell itself. */
const UNWELL = 3;

/** Takes at which the Worker has stumbled, the one of the longest ago first: each is tried after all the others. */
type Stumbles = Set<string>;
const stumbles: Stumbles = new Set();

/** Its tab is still hearing from the Worker under which id it was opened; a tab that is gone by then hears nothing. */
function isOpening({ opening = false, endedAt }: KeptTake): boolean {
  const age = Date.now() - endedAt;
  return opening && age >= 0 && age < OPENING_MS;
}

const inTurn = (waiting: readonly KeptTake[], stumbled: Stumbles): readonly KeptTake[] => [
  ...waiting.filter(({ id }) => !stumbled.has(id)),
  ...[...stumbled].flatMap((id) => waiting.filter((take) => take.id === id)),
];

/**
 * Sends waiting takes one by one, oldest first. Stops where nothing can be sent now; one at which the Worker itself
 * stumbles holds up no other, and is tried after them from then on.
 */
export async function sendAll(
  box: Outbox,
  close: (take: KeptTake) => Promise<ClosedTake>,
  judged: Listener = tell,
  stumbled: Stumbles = stumbles,
): Promise<void> {
  let inARow = 0;
  for (const take of inTurn(
    (await box.waiting()).filter((take) => !isOpening(take)),
    stumbled,
  )) {
    try {
      const closed = await close(take);
      await box.remove(take.id);
      stumbled.delete(take.id);
      judged(take.id, closed);
      inARow = 0;
    } catch (cause) {
      if (isFinal(cause)) await box.put({ ...take, refused: cause.code });
      else if (isForAll(cause)) return;
      else {
        stumbled.delete(take.id);
        stumbled.add(take.id);
        inARow += 1;
        if (inARow === UNWELL) return;
      }
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

async function recount(busy: boolean): Promise<number> {
  const [waiting, left, lasting] = await Promise.all([outbox.waiting(), storageLeft(), outbox.lasting()]);
  sending.set({ waiting: waiting.length, busy, room: left?.takes ?? null, lasting });
  return waiting.length;
}

/** After so many milliseconds what still waits is tried again; the last is repeated. */
const AGAIN_MS = [4_000, 15_000, 60_000, 300_000, 900_000];
let again: ReturnType<typeof setTimeout> | undefined;
let tries = 0;

/** Sends what waits, if the network is there. Call it as often as you like. */
export async function sendWaiting(): Promise<void> {
  clearTimeout(again);
  const online = navigator.onLine !== false;
  await recount(online);
  if (online) await alone(() => sendAll(outbox, deliver, tellTabs));
  const left = await recount(false);
  tries = left === 0 ? 0 : tries + 1;
  clearTimeout(again);
  if (left > 0 && online) again = setTimeout(() => void sendWaiting(), AGAIN_MS[Math.min(tries, AGAIN_MS.length) - 1]);
}

/**
 * Puts a finished take on this device, in place of the one that stood for it (`instead`), then sends it. Resolves once it
 * is safe here; sending goes on behind.
 */
export async function keepAndSend(take: KeptTake, instead?: string): Promise<void> {
  await outbox.put(take, instead);
  await recount(false);
  if (navigator.onLine === false) void keepForGood();
  void sendWaiting();
}

/** Sends at start, when the network is back, and when the page is looked at again. */
export function watchNetwork(): void {
  addEventListener("online", () => {
    tries = 0; // a network that is just back often refuses the first
    void sendWaiting();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void sendWaiting();
  });
  tabs?.addEventListener("message", ({ data }) => {
    tell(data.id, data.closed);
    void recount(false);
  });
  holdPageWhile(sending, ({ waiting, lasting }) => waiting > 0 && !lasting);
  void sendWaiting();
}
