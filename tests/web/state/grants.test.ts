import { expect, test } from "vitest";
import type { Grant } from "../../../web/api.ts";
import { type Coach, chosenCoach, coachKey, covers } from "../../../web/state/coach/grants.ts";

const coach = (name: string, crew: string): Coach => ({
  crew: { id: `${crew}-id`, name: crew },
  coach: { id: `${name}-id`, name },
  since: 0,
});
const [mina, minaToo, bora] = [coach("Mina", "Stage door"), coach("Mina", "Rooftop"), coach("Bora", "Rooftop")];

test("whoever was chosen to see a take stays chosen when coaches of other crews come into the list", () => {
  const chosen = coachKey(bora);
  expect(chosenCoach([minaToo, bora], chosen)).toBe(bora);
  expect(chosenCoach([mina, minaToo, bora], chosen)).toBe(bora);
  expect(chosenCoach([mina, minaToo, bora], coachKey(minaToo))).toBe(minaToo);
});

test("where nobody was chosen, or who was is gone, it is the first; where there is nobody, nobody", () => {
  expect(chosenCoach([mina, bora], null)).toBe(mina);
  expect(chosenCoach([mina], coachKey(bora))).toBe(mina);
  expect(chosenCoach([], null)).toBeUndefined();
});

const grant = (change: Partial<Grant>): Grant => ({
  id: "g",
  crew: { id: "k", name: "Rooftop" },
  dancer: { id: "d", name: "Jun" },
  coach: { id: "c", name: "Mina" },
  scope: "practice",
  take: null,
  version: null,
  since: 100,
  madeAt: 200,
  until: 300,
  ...change,
});

test("all practice covers what was danced since joining the crew, a routine every take of it, a take itself", () => {
  const [early, late] = [50, 150].map((at) => ({ id: "t", version: "v", at }));
  if (!early || !late) throw new Error("two takes");
  expect([early, late].map((page) => covers(grant({}), page))).toEqual([false, true]);
  const routine = grant({ scope: "choreography", version: "v" });
  expect([early, late].map((page) => covers(routine, page))).toEqual([true, true]);
  expect(covers(grant({ scope: "choreography", version: "w" }), late)).toBe(false);
  const one = grant({ scope: "take", version: "v", take: { id: "t", section: 0, score: 1, at: 50 } });
  expect(covers(one, early)).toBe(true);
  expect(covers(one, { ...late, id: "u" })).toBe(false);
});
