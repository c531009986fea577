// Every page that axe looks at, and how it comes to what there is to see.
import type { Page } from "playwright-core";
import { openNotation } from "../gallery/acts.ts";

/** The routine of the places that name one. */
export const SLUG = "lantern-season";

/** A page to look at. `mine` is seen by somebody who has danced for weeks, all others by whoever comes first. */
export interface Place {
  readonly path: string;
  /** Stands on the page once it is whole. */
  readonly shows: string;
  readonly mine?: boolean;
  /** What is done before it is looked at. */
  readonly act?: (page: Page) => Promise<unknown>;
}

/** A routine in the editor, looked at once what is to be said of it is said. */
async function editNotation(page: Page): Promise<void> {
  await openNotation(page);
  await page.locator(".studio-desk .advice p").first().waitFor();
}

/** The same routine before it is danced, by its author alone. */
async function danceNotation(page: Page): Promise<void> {
  await editNotation(page);
  await page.locator(".editor-head .dance-draft").click();
  await page.locator(".cho .only-here").waitFor();
}

/** Every page but the stage; a new page is a line here. */
export const PLACES: readonly Place[] = [
  { path: "/", shows: ".cards .card" },
  { path: "/", shows: ".hero .eight", mine: true },
  { path: `/dance/${SLUG}`, shows: ".sec" },
  {
    path: `/dance/${SLUG}`,
    shows: ".sec .best:not(.none)",
    mine: true,
    act: (page) => page.locator(".cell8").first().click(),
  },
  { path: "/takes/TAKE", shows: ".heat", mine: true },
  { path: "/boards", shows: ".board-list" },
  { path: `/boards/${SLUG}/all`, shows: ".lb .mine", mine: true },
  { path: `/boards/${SLUG}/1`, shows: "[role=tabpanel] .state" },
  { path: "/progress", shows: ".state a.btn" },
  {
    path: "/progress",
    shows: ".pg-line canvas",
    mine: true,
    act: (page) => page.locator(".pg-line summary").click(),
  },
  { path: "/studio", shows: ".studio-home .state" },
  { path: "/studio/new", shows: ".ways" },
  { path: "/studio/open", shows: ".studio-open .drop" },
  { path: "/studio/open", shows: ".studio-open .drop", act: editNotation },
  { path: "/studio/open", shows: ".studio-open .drop", act: danceNotation },
  { path: "/studio/dance-in", shows: ".di-choose" },
  { path: "/challenges/CHALLENGE", shows: ".dare-page .lb", mine: true },
  {
    path: "/challenges/CHALLENGE",
    shows: ".dare-page .lb",
    mine: true,
    act: (page) => page.locator(".challenges button").first().click(),
  },
  { path: "/challenges/none", shows: ".page:not([role=status]) .state", mine: true },
  { path: "/studio/import/new", shows: ".import-drop" },
  { path: "/crews", shows: ".crews h1" },
  { path: "/crews", shows: ".crew-list a", mine: true },
  { path: "/crews/CREW", shows: ".crew-grid", mine: true },
  { path: "/crews/CREW/sync", shows: ".live-way a", mine: true },
  { path: "/crews/CREW/sync/live", shows: ".live-choose .btn.go", mine: true },
  { path: "/crews/none", shows: ".page:not([role=status]) .state", mine: true },
  { path: "/join/INVITE", shows: ".crew-join form" },
  { path: `/join/${"0".repeat(64)}`, shows: ".page:not([role=status]) .state" },
  { path: `/boards/${SLUG}/all?window=week&scope=picks`, shows: ".lb .mine", mine: true },
  { path: "/account", shows: ".acc h1" },
  { path: "/account", shows: ".acc h1", mine: true },
  { path: "/nowhere", shows: ".page:not([role=status]) .state" },
  { path: "/dance/nowhere", shows: ".page:not([role=status]) .state" },
  { path: `/boards/${SLUG}/99`, shows: ".page:not([role=status]) .state" },
  { path: "/takes/none", shows: ".page:not([role=status]) .state" },
  { path: `/shared/${"0".repeat(64)}`, shows: ".page:not([role=status]) .state" },
];

export const READY = ".st-ready";
/** The stage; a new state of it is a line here. */
export const STAGE: readonly Place[] = [
  { path: `/dance/${SLUG}/0/stage`, shows: READY },
  {
    path: `/dance/${SLUG}/0/stage`,
    shows: READY,
    act: async (page) => {
      await page.locator(`${READY} .btn.go`).click();
      await page.locator(READY).waitFor({ state: "detached" });
      await page.keyboard.press("Escape");
      await page.locator("[role=alertdialog]").waitFor();
    },
  },
  { path: `/dance/${SLUG}/99/stage`, shows: ".page:not([role=status]) .state" },
];
