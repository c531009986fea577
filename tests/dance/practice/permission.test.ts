import { expect, test } from "vitest";
import { ACTIONS, may, ROLES } from "#dance/practice/permission.ts";

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
