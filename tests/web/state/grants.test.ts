import { expect, test } from "vitest";
import { type Coach, chosenCoach, coachKey } from "../../../web/state/coach/grants.ts";

const coach = (name: string, crew: string): Coach => ({
  crew: { id: `${crew}-id`, name: crew },
  coach: { id: `${name}-id`, name },
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
