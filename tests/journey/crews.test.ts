import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { encodeReplay } from "#dance/replay/codec.ts";
import { builtIn, cameraFile } from "../fixtures/dancer.ts";
import { danceOf } from "../gallery/dances.ts";
import { PEOPLE } from "../gallery/people.ts";
import { atHome } from "./home.ts";
import { DESKTOP, newcomer, PHONE } from "./house.ts";

const SLUG = "lantern-season";
const SECTION = 0;

const home = atHome(() => cameraFile({ slug: SLUG, section: SECTION }));

interface Opened {
  readonly version: string;
  readonly id: string;
}

/** Opens a take of the section, as the page does. */
async function open(page: Page): Promise<Opened> {
  const ask = async (path: string, data: unknown) => (await page.request.post(`/api${path}`, { data })).json();
  const { choreographies } = await (await page.request.get("/api/choreographies")).json();
  const { version } = choreographies.find((it: { slug: string }) => it.slug === SLUG);
  const { id: session } = await ask("/sessions", {});
  return { version, id: (await ask("/takes", { session, version, section: SECTION, rate: 1, mirror: false })).id };
}

/** Delivers what somebody with habits danced in an opened take. */
async function deliver(page: Page, { version, id }: Opened, who: number): Promise<void> {
  const habit = PEOPLE[who]?.habit;
  if (!habit) throw new Error("nobody dances");
  const frames = danceOf(builtIn(SLUG), SECTION, habit);
  const terms = { version, section: SECTION, rate: 1, mirror: false, seated: false, takeId: id };
  const answer = await page.request.put(`/api/takes/${id}/replay`, {
    headers: { "content-type": "application/vnd.eightcount.replay" },
    data: Buffer.from(encodeReplay({ ...terms, frames })),
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}

const seconds = (slug: string): number => {
  const { sections, tempo } = builtIn(slug);
  const span = sections[SECTION];
  if (!span) throw new Error("no such section");
  return ((span.to - span.from) * 60) / tempo.bpm;
};

test("one makes a crew and an invite, another joins by its link without a name before; both see the crew's board", async () => {
  const [mina, bora] = [await newcomer(home.browser, home.url, DESKTOP), await newcomer(home.browser, home.url, PHONE)];
  await mina.goto("/crews");
  await mina.getByRole("heading", { name: "You are in no crew yet" }).waitFor();
  await accessible(mina);
  await mina.getByLabel("Name of the crew").fill("Stage door");
  await mina.getByRole("button", { name: "Make a crew" }).click();
  await mina.getByRole("heading", { name: "Stage door", level: 1 }).waitFor();
  const crew = mina.url();
  await mina.getByRole("button", { name: "Make an invite" }).click();
  const link = await mina.getByLabel("Link of the invite").inputValue();
  expect(link).toMatch(/\/join\/[0-9a-f]{64}$/);
  await mina.getByRole("img", { name: "Square that a camera reads to join Stage door" }).waitFor();
  await accessible(mina);

  await bora.goto(link);
  await bora.getByRole("heading", { name: "Stage door" }).waitFor();
  await accessible(bora);
  await bora.getByLabel("What shall they call you?").fill("Bora");
  await bora.getByRole("button", { name: "Join" }).tap();
  await bora.getByText("You dance in this crew.").waitFor();
  expect(bora.url()).toBe(crew);
  expect(await bora.getByRole("button", { name: "Make an invite" }).count()).toBe(0);
  expect(await bora.getByRole("button", { name: "End the crew" }).count()).toBe(0);
  await accessible(bora);

  const takes = [await open(mina), await open(bora)] as const;
  await new Promise((r) => setTimeout(r, (seconds(SLUG) + 1) * 1000));
  await deliver(mina, takes[0], 1);
  await deliver(bora, takes[1], 0);
  const board = `/boards/${SLUG}/${SECTION}?scope=crew&crew=${crew.split("/").at(-1)}`;
  for (const page of [mina, bora]) {
    await page.goto(board);
    await page.locator(".lb li").nth(1).waitFor();
    expect(await page.locator(".lb li").count()).toBe(2);
    await expect.poll(() => page.locator(".lb li.mine").count()).toBe(1);
    await expect
      .poll(() => page.getByLabel("Whose takes").locator("option:checked").textContent())
      .toBe("Crew Stage door");
    await accessible(page);
  }
  await mina.getByRole("button", { name: "Pick Bora as a friend; nobody is told" }).click();
  await mina.getByRole("button", { name: "No longer pick Bora" }).waitFor();
  await mina.getByLabel("Whose takes").selectOption("picks");
  await mina.locator(".lb li").nth(1).waitFor();
  await mina.getByText("This week", { exact: true }).click();
  await mina.waitForURL(/window=week/);
  await mina.locator(".lb li").nth(1).waitFor();
  await mina.getByText("Seated", { exact: true }).click();
  await mina.getByRole("heading", { name: "Nobody you picked is here yet" }).waitFor();
  await mina.goBack();

  await bora.goto(board);
  await bora.locator(".lb li:not(.mine) .who a").tap();
  await bora.locator(".replay canvas").first().waitFor();

  await mina.goto(crew);
  await mina.getByRole("button", { name: "Role of Bora, or remove" }).click();
  const told = mina.waitForResponse((it) => it.request().method() !== "GET" && it.ok());
  await mina.getByLabel("Role of Bora", { exact: true }).selectOption("coach");
  await told;
  await bora.goto(crew);
  await bora.getByText("You coach in this crew.").waitFor();
  await bora.getByRole("button", { name: "Make an invite" }).waitFor();
  await mina.getByRole("button", { name: "Remove Bora" }).click();
  await mina.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await mina.getByText("1 member", { exact: false }).first().waitFor();
  await bora.reload();
  await bora.getByRole("heading", { name: "There is no such crew, or you are not in it." }).waitFor();
});

test("a link that opens nothing says so", async () => {
  const page = await newcomer(home.browser, home.url);
  await page.goto(`/join/${"0".repeat(64)}`);
  await page.getByRole("heading", { name: "This invite opens nothing" }).waitFor();
});
