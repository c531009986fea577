import { expect, test } from "vitest";
import { WEEK } from "#dance/practice/week.ts";
import type { TakeResult } from "#dance/scoring/result.ts";
import type { Device, Passkey } from "../../../web/api.ts";
import { forgetHere, wayBack } from "../../../web/state/account.ts";
import { draftTakes } from "../../../web/state/draft-takes.ts";
import { chooseGoal, goal } from "../../../web/state/goal.ts";
import { delays, noteLag, setLatency } from "../../../web/state/latency.ts";
import { troubleOf } from "../../../web/state/passkey.ts";
import { progress, rememberTake } from "../../../web/state/progress.ts";

const device = (id: string): Device => ({ id, name: "Chrome, Mac", createdAt: 0, seenAt: 0, here: id === "here" });
const passkey: Passkey = { id: "p", name: "Mac", createdAt: 0, usedAt: null, synced: true };
const page = (recoveryCodes: number, passkeys: readonly Passkey[], ...devices: readonly string[]) => ({
  account: { dancer: { id: "d", name: "Mina" }, createdAt: 0, hidden: false, recoveryCodes },
  passkeys,
  devices: devices.map(device),
});

test("a dancer comes back by a passkey or a code on paper, else by another device, else by this browser alone", () => {
  expect(wayBack(page(0, [], "here"))).toBe("here");
  expect(wayBack(page(0, [], "here", "phone"))).toBe("device");
  expect(wayBack(page(1, [], "here"))).toBe("key");
  expect(wayBack(page(0, [passkey], "here", "phone"))).toBe("key");
});

test("what a browser means by making no passkey: let be, had already, not at this address, not able", () => {
  const named = (name: string, code?: string) => troubleOf({ name, code });
  expect(named("NotAllowedError", "ERROR_PASSTHROUGH_SEE_CAUSE_PROPERTY")).toBe("passkey-let-be");
  expect(named("AbortError", "ERROR_CEREMONY_ABORTED")).toBe("passkey-let-be");
  expect(named("InvalidStateError", "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED")).toBe("passkey-exists");
  expect(named("SecurityError", "ERROR_INVALID_DOMAIN")).toBe("passkey-address");
  expect(named("NotSupportedError")).toBe("passkey-unable");
  expect(troubleOf(new Error("this browser knows nothing of it"))).toBe("passkey-unable");
});

test("a dancer forgotten on a device leaves no dance in what is known of delays; the device keeps its own delay", async () => {
  setLatency("camera speaker", 0.12);
  noteLag({ id: "take", key: "camera speaker", atMs: 1, lag: 0.1, spread: 0.01, keyframes: 60, applied: 0.12 });
  await forgetHere();
  expect(delays.get().noted).toEqual([]);
  expect(delays.get().latencies).toMatchObject({ "camera speaker": expect.anything() });
});

test("who was forgotten is not in memory either: the next dancer is compared with nobody and aims at what everybody does", async () => {
  const danced = (takeId: string, score: number, at: number) =>
    rememberTake("glass-parade", 0, { takeId, at, fix: null, rate: 1, kind: "full" }, {
      score,
      judgements: [],
    } as unknown as TakeResult);
  danced("hers", 900_000, 1);
  chooseGoal(6);
  await forgetHere();
  expect([progress.get(), goal.get()]).toEqual([{}, WEEK.goalDays]);
  expect(danced("his", 500_000, 2)).toBeNull();
  expect(Object.values(progress.get()).map(({ best }) => best)).toEqual([500_000]);
});

test("what was danced of a draft goes with its dancer", async () => {
  const draft = { id: "draft", at: 0 };
  const take = { id: "t", version: "v", section: 0, rate: 1, mirror: false, endedAt: 1, result: {} as never, draft };
  await draftTakes.put({ ...take, replay: new Uint8Array() }, new Uint8Array([1]));
  expect(await draftTakes.get("t")).not.toBeNull();
  await forgetHere();
  expect(await draftTakes.get("t")).toBeNull();
  expect(await draftTakes.file("v")).toBeNull();
});
