// The coach's desk as axe sees it, in both languages, sizes and grounds; and a review by the keyboard alone.
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { Door, Listed } from "../gallery/people.ts";
import { flaws, flawsOnBoth, tabTo } from "./axe.ts";
import { BEFORE, dance, named, pageOf } from "./danced.ts";
import { atHome } from "./home.ts";
import { DESKTOP, PHONE } from "./house.ts";

const DAY_MS = 86_400_000;
const CHORUS = 1;
const home = atHome(() => "/dev/null");

interface Desk {
  readonly yun: Door;
  readonly min: Door;
  /** What stands for the words in capitals in the addresses below. */
  readonly ids: Readonly<Record<string, string>>;
}
let desk: Desk;
beforeAll(async () => {
  const [yun, min] = [await named(home.url, "Coach Yun"), await named(home.url, "Min")];
  const { dancer: coach } = await yun.ask<{ dancer: { id: string } }>("/me");
  const { dancer } = await min.ask<{ dancer: { id: string } }>("/me");
  const { id: CREW } = await yun.ask<{ id: string }>("/crews", "POST", { name: "Stage door" });
  const { token } = await yun.ask<{ token: string }>(`/crews/${CREW}/invites`, "POST", { uses: 1, hours: 1 });
  await min.ask(`/invites/${token}`, "POST", {});
  const { choreographies } = await yun.ask<{ choreographies: Listed[] }>("/choreographies");
  const it = choreographies.find(({ slug }) => slug === "lantern-season");
  const from = it?.sections[CHORUS]?.from;
  if (!it || from === undefined) throw new Error("there is no such routine");
  const TAKE = await dance(min, it, CHORUS, BEFORE);
  const until = Date.now() + DAY_MS;
  const scope = { scope: "choreography", version: it.version };
  await min.ask("/me/grants", "POST", { crew: CREW, coach: coach.id, until, ...scope });
  const ask = {
    dancer: null,
    version: it.version,
    section: CHORUS,
    rate: 1,
    target: 990_000,
    text: "Arms",
    dueAt: until,
  };
  await yun.ask(`/crews/${CREW}/assignments`, "POST", ask);
  const criteria = [{ name: "Lines", levels: ["Not yet", "Getting there", "Good", "Excellent"] }];
  await yun.ask(`/crews/${CREW}/rubric`, "PUT", { criteria });
  await yun.ask(`/takes/${TAKE}/rubric`, "PUT", { crew: CREW, levels: [1] });
  const note = { from: from + 2, to: from + 4, time: 0, limb: "left_arm", text: "Reach from the shoulder." };
  const { id: NOTE } = await yun.ask<{ id: string }>(`/takes/${TAKE}/notes`, "POST", note);
  desk = { yun, min, ids: { CREW, TAKE, NOTE, DANCER: dancer.id } };
});

interface Place {
  readonly who: "yun" | "min";
  readonly path: string;
  /** Stands on the page once it is whole. */
  readonly shows: string;
  /** What is pressed before it is looked at, and opens a sheet. */
  readonly press?: string;
}

/** Every page of the desk; a new one is a line here. */
const PLACES: readonly Place[] = [
  { who: "yun", path: "/crews/CREW/class", shows: ".dash tbody tr" },
  { who: "yun", path: "/crews/CREW/class", shows: ".dash tbody tr", press: "button:has(.lucide-list-checks)" },
  { who: "yun", path: "/crews/CREW/assignments", shows: ".assignment tbody tr" },
  { who: "yun", path: "/crews/CREW/assignments", shows: ".assignment", press: "button:has(.lucide-pencil-line)" },
  { who: "yun", path: "/crews/CREW/assignments", shows: ".assignment", press: "button:has(.lucide-list-plus)" },
  { who: "yun", path: "/crews/CREW/dancers/DANCER", shows: ".crew-list a" },
  { who: "yun", path: "/crews/CREW/dancers/none", shows: ".page:not([role=status]) .state" },
  { who: "yun", path: "/review/TAKE", shows: ".note-list button" },
  { who: "yun", path: "/review/TAKE?note=NOTE&view=onion", shows: ".note-head" },
  { who: "yun", path: "/review/none", shows: ".page:not([role=status]) .state" },
  { who: "min", path: "/", shows: ".due .said-line" },
  { who: "min", path: "/crews/CREW/assignments", shows: ".assignment tbody tr" },
  { who: "min", path: "/takes/TAKE", shows: ".take-notes .spot" },
  { who: "min", path: "/takes/TAKE", shows: ".take-notes .spot", press: ".btn:not(.spot .btn):has(.lucide-eye)" },
];

async function visit(page: Page, { path, shows, press }: Place): Promise<void> {
  await page.goto(path.replaceAll(/[A-Z]{4,}/g, (word) => desk.ids[word] ?? word));
  await page.locator(shows).first().waitFor();
  await expect.poll(() => page.locator("h1").count()).toBe(1);
  if (!press) return;
  await page.locator(press).last().click();
  await page.locator("dialog[open] button").first().waitFor();
}

describe("axe finds nothing on any page of the desk", () => {
  test.each([
    ["ko-KR", PHONE],
    ["en-US", DESKTOP],
  ] as const)("%s, dark and light", async (locale, size) => {
    const lookAt = async (who: Place["who"]) => {
      const page = await pageOf(home.browser, desk[who], { ...size, locale, reducedMotion: "reduce" });
      const found: string[] = [];
      for (const place of PLACES.filter((it) => it.who === who)) {
        await visit(page, place);
        const { path, press } = place;
        if (press) found.push(...(await flaws(page)).map((it) => `${path}, ${press}: ${it}`));
        else found.push(...(await flawsOnBoth(page, path)));
      }
      return found;
    };
    expect((await Promise.all([lookAt("yun"), lookAt("min")])).flat()).toEqual([]);
  });
});

test("by the keyboard alone: a review played, slowed, a note written, found again and settled; an assignment changed", async () => {
  const page = await pageOf(home.browser, desk.yun, DESKTOP);
  await page.goto(`/review/${desk.ids.TAKE}`);
  await page.locator(".meas").waitFor();
  await page.locator(".note-list").waitFor();
  await page.keyboard.press("1");
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Pause" }).waitFor();
  await page.keyboard.press("v");
  await page.keyboard.press("v");
  await expect.poll(() => page.getByRole("radio", { name: "Onion skin" }).isChecked()).toBe(true);
  await page.keyboard.press("n");
  await page.keyboard.type("Lower, then hold.");
  await page.getByRole("button", { name: "Play" }).waitFor();
  await tabTo(page, ".composer button[type=submit]", 20);
  await page.keyboard.press("Enter");
  await page.locator(".note-head").waitFor();
  await page.getByText("Lower, then hold.").first().waitFor();
  await page.locator(".note-head .note-state:not(.done)").waitFor();
  await page.keyboard.press("k");
  await page.keyboard.press("j");
  // Where what was pressed goes, the focus goes on beside it: out of the thread, into another, to its end.
  await tabTo(page, "aside .back");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.matches(".note-list button"))).toBe(true);
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.matches("aside .back"))).toBe(true);
  await tabTo(page, "aside button:has(.lucide-check)", 12);
  await page.keyboard.press("Enter");
  await page.locator(".note-head .note-state.done").waitFor();

  await page.goto(`/crews/${desk.ids.CREW}/assignments`);
  await page.locator(".assignment tbody tr").waitFor();
  await tabTo(page, "button:has(.lucide-pencil-line)", 40);
  await page.keyboard.press("Enter");
  await page.locator("dialog[open] input[type=number]").waitFor();
  await tabTo(page, "dialog input[type=number]", 6);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("95.5");
  await page.keyboard.press("Enter");
  await page.locator("dialog[open]").waitFor({ state: "detached" });
  await page.locator(".assignment", { hasText: "95.5 at" }).waitFor();
});
