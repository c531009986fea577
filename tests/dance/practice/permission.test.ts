import { expect, test } from "vitest";
import { ACTIONS, may, mayInThread, PARTS, ROLES, THREAD, type ThreadAction } from "#dance/practice/permission.ts";

/** A line for each action: what lead, coach and dancer may do to their own, then to another's. */
const MATRIX = {
  "see-crew": "yyy yyy",
  "watch-standing": "yyy yyy",
  "rename-crew": "ynn ynn",
  "end-crew": "ynn ynn",
  invite: "yyn nnn",
  "see-invite": "yyn yyn",
  "end-invite": "yyn ynn",
  challenge: "yyy nnn",
  "end-challenge": "yyy yyn",
  grant: "yyy nnn",
  review: "yyy yyn",
  assign: "yyn yyn",
  "see-assignment": "yyy yyn",
  "change-assignment": "yyn nnn",
  "end-assignment": "yyn yyn",
  "see-class": "yyn yyn",
  "see-rubric": "yyy yyy",
  "set-rubric": "yyn yyn",
  "set-role": "nnn ynn",
  "remove-member": "yyy ynn",
};

test("what a member may do, role by action by own and other", () => {
  const told = ACTIONS.map((action) => {
    const row = (own: boolean) => ROLES.map((role) => (may(role, action, own) ? "y" : "n")).join("");
    return [action, `${row(true)} ${row(false)}`];
  });
  expect(Object.fromEntries(told)).toEqual(MATRIX);
});

test("who is more may all that who is less may", () => {
  for (const action of ACTIONS)
    for (const own of [true, false])
      for (const [i, role] of ROLES.entries())
        for (const higher of ROLES.slice(0, i)) if (may(role, action, own)) expect(may(higher, action, own)).toBe(true);
});

test("what whoever is who in a thread may do there: dancer, author, another coach", () => {
  const actions = Object.keys(THREAD) as ThreadAction[];
  const told = actions.map((action) => [
    action,
    PARTS.map((part) => (mayInThread([part], action) ? "y" : "n")).join(""),
  ]);
  expect(Object.fromEntries(told)).toEqual({
    "read-note": "yyy",
    reply: "yyy",
    "settle-note": "yyy",
    "edit-note": "nyn",
    "drop-note": "yyn",
    "drop-reply": "yyn",
  });
  for (const action of actions) expect(mayInThread([], action)).toBe(false);
});
