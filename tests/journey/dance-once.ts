import type { Page } from "playwright-core";
import { expect } from "vitest";
import { encodeReplay } from "#dance/replay/codec.ts";
import { builtIn } from "../fixtures/dancer.ts";
import { danceOf } from "../gallery/dances.ts";
import { PEOPLE } from "../gallery/people.ts";

const SLUG = "lantern-season";
const CHORUS = 1;

/** Becomes a dancer who has danced the chorus, as the page does; gives the take's id. */
export async function danceOnce(page: Page, name: string): Promise<string> {
  const habit = PEOPLE[0]?.habit;
  if (!habit) throw new Error("nobody dances");
  const frames = danceOf(builtIn(SLUG), CHORUS, habit);
  await page.goto("/");
  const { version, id } = await page.evaluate(
    async ([slug, name]) => {
      const send = async (path: string, body: unknown) => {
        const headers = { "content-type": "application/json" };
        return (await fetch(`/api${path}`, { method: "POST", headers, body: JSON.stringify(body) })).json();
      };
      const { choreographies } = await (await fetch("/api/choreographies")).json();
      const { version } = choreographies.find((c: { slug: string }) => c.slug === slug);
      await send("/dancers", { name });
      const { id: session } = await send("/sessions", {});
      const late = { id: crypto.randomUUID(), dancedAt: Date.now() - 60_000 };
      const { id } = await send("/takes", { session, version, section: 1, rate: 1, mirror: false, late });
      return { version, id };
    },
    [SLUG, name],
  );
  const terms = { version, section: CHORUS, rate: 1, mirror: false, seated: false, takeId: id };
  const replay = [...encodeReplay({ ...terms, frames })];
  const status = await page.evaluate(
    async ({ id, replay }) => {
      const headers = { "content-type": "application/vnd.eightcount.replay" };
      return (await fetch(`/api/takes/${id}/replay`, { method: "PUT", headers, body: new Uint8Array(replay) })).status;
    },
    { id, replay },
  );
  expect(status).toBe(200);
  return id;
}
