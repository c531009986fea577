import { expect, test } from "vitest";
import { Client } from "./client.ts";
import { publish } from "./dance.ts";
import { ACCOUNT_DOORS } from "./doors-account.ts";
import { CREWS_DOORS } from "./doors-crews.ts";
import { DANCES_DOORS } from "./doors-dances.ts";
import { DESK_DOORS } from "./doors-desk.ts";
import { type Door, house, WHO } from "./house.ts";

const DOORS: Readonly<Record<string, readonly Door[]>> = {
  "who one is": ACCOUNT_DOORS,
  dances: DANCES_DOORS,
  crews: CREWS_DOORS,
  "the coach's desk": DESK_DOORS,
};

/** Knocks at doors as everybody; where something may change, in a house of its own. */
async function knockAt(doors: readonly Door[]): Promise<void> {
  const version = await publish();
  const quiet = await house(version);
  for (const [route, told, knock] of doors) {
    const h = route.startsWith("get ") ? quiet : await house(version);
    const people = { nobody: new Client(), stranger: h.stranger, member: h.member, coach: h.coach, owner: h.lead };
    const heard: string[] = [];
    for (const who of WHO) {
      const { status, body } = await knock(people[who], h);
      heard.push(status < 300 ? "ok" : (body.problem?.code ?? `${status}`));
    }
    expect([route, heard.join(" ")]).toEqual([route, told]);
  }
}

test.each(Object.entries(DOORS))(
  "every door of %s, knocked at by everybody: each is told what is theirs to know",
  (_, doors) => knockAt(doors),
  240_000,
);

test("no door is left out", async () => {
  const { body } = await new Client().get("/openapi.json");
  const routes = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect([...new Set(Object.values(DOORS).flatMap((doors) => doors.map(([route]) => route)))].sort()).toEqual(
    routes.sort(),
  );
});
