import { expect, test } from "vitest";
import { askedBy, askOf, changesOf, usualAsk } from "../../../web/state/coach/assignments.ts";

const ASSIGNMENT = {
  ...{ id: "a", crew: { id: "c", name: "Stage door" }, by: { id: "y", name: "Yun" }, to: { id: "m", name: "Min" } },
  ...{ version: "v", section: 1, rate: 0.75, target: 812_340, text: "Bigger", madeAt: 1, changedAt: null, finalAt: 3 },
  ...{ dueAt: new Date(2026, 10, 28, 12, 34).getTime(), endable: true, changeable: true, dancers: [] },
};

test("an assignment is due when the day ends here, and asks the crew unless somebody is chosen", () => {
  const ask = askOf({ ...usualAsk(new Date(2026, 10, 24).getTime()), target: "92.5" });
  expect(ask).toEqual({
    dancer: null,
    rate: 1,
    target: 925_000,
    text: "",
    dueAt: new Date(2026, 10, 29, 23, 59, 59).getTime(),
  });
});

test("of a form that nobody touched nothing is changed, not even a target between tenths or an hour within the day", () => {
  expect(askedBy(ASSIGNMENT)).toEqual({ dancer: "m", target: "81.2", rate: 0.75, day: "2026-11-28", text: "Bigger" });
  expect(changesOf(ASSIGNMENT, askedBy(ASSIGNMENT))).toEqual({});
});

test("what the form holds otherwise is changed, and nothing besides", () => {
  const was = askedBy(ASSIGNMENT);
  expect(changesOf(ASSIGNMENT, { ...was, dancer: "" })).toEqual({ dancer: null });
  expect(changesOf(ASSIGNMENT, { ...was, target: "90" })).toEqual({ target: 900_000 });
  expect(changesOf(ASSIGNMENT, { ...was, rate: 1, text: "" })).toEqual({ rate: 1, text: "" });
  const dueAt = new Date(2026, 11, 1, 23, 59, 59).getTime();
  expect(changesOf(ASSIGNMENT, { ...was, day: "2026-12-01" })).toEqual({ dueAt });
});
