import { expect, test } from "vitest";
import { type CameraKind, cameraFile } from "../fixtures/dancer.ts";
import { tapOnTheBeat } from "./beat.ts";
import { atHome } from "./home.ts";
import { IN_REAL_TIME, newcomer } from "./house.ts";

const DANCED: CameraKind = { slug: "lantern-season", section: 0 };
const START = ".st-ready .btn.go";

const home = atHome(() => cameraFile(DANCED));

test(
  "a seated take is opened, recorded, judged and told as seated, and the choice is remembered",
  IN_REAL_TIME,
  async () => {
    const page = await newcomer(home.browser, home.url);
    await page.goto("/dance/lantern-season/0/stage");
    await page.locator(START).waitFor({ timeout: 90_000 });
    const seated = page.getByRole("button", { name: "Seated" });
    await seated.click();
    await expect.poll(() => seated.getAttribute("aria-pressed")).toBe("true");
    await page.getByRole("heading", { name: "I see your upper body" }).waitFor();
    await tapOnTheBeat(page, START, DANCED);
    await page.waitForURL("**/takes/**", { timeout: 90_000 });
    await page.getByText(/^Danced seated/).waitFor();
    const id = page.url().split("/").at(-1);
    const told = async () =>
      (await page.evaluate(async (id) => (await fetch(`/api/takes/${id}`)).json(), id)) as {
        take?: { seated: boolean };
        result?: { coverage: number; limbs: Record<string, unknown> };
      };
    await expect.poll(async () => (await told()).result?.coverage ?? 0).toBeGreaterThan(0.8);
    const { take, result } = await told();
    expect(take?.seated).toBe(true);
    expect([result?.limbs.left_leg, result?.limbs.right_leg]).toEqual([null, null]);
    await page.goto("/dance/lantern-season/0/stage");
    await seated.waitFor({ timeout: 90_000 });
    expect(await seated.getAttribute("aria-pressed")).toBe("true");
  },
);
