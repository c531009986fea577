import { Hono } from "hono";
import { html } from "hono/html";
import { tokenHash } from "./auth/token.ts";
import { choreographyOf } from "./db/choreographies.ts";
import type { Db } from "./db/open.ts";
import { sharedBy } from "./db/shares.ts";
import { resultOf, takeById } from "./db/takes.ts";
import type { Env } from "./env.ts";
import { LIMITS } from "./limits.ts";
import { page } from "./page.ts";
import { thrown } from "./problem.ts";
import { rates } from "./rates.ts";
import { rows } from "./rows.ts";
import { previewOf } from "./share-words.ts";

const TOKEN = /^[0-9a-f]{64}$/;
const { width, height } = LIMITS.cardPixels;

/** The page of a shared take: the page as it is for everybody, with what previews of its link need. */
const sharedPage = new Hono<Env>();
sharedPage.onError(thrown);
sharedPage.use(rates);
sharedPage.use(rows);
sharedPage.get("/shared/:token", async (c) => {
  const { origin } = new URL(c.req.url);
  const token = c.req.param("token");
  const preview = TOKEN.test(token) ? await previewBy(c.var.db, token) : null;
  const shell = await page(new Request(c.req.url), c.env);
  const answer = new Response(shell.body, { status: preview ? shell.status : GONE, headers: shell.headers });
  // The link is its dancer's to give away and to end: nobody keeps the answer, no search engine lists it.
  answer.headers.delete("etag");
  answer.headers.set("cache-control", "no-store");
  answer.headers.set("x-robots-tag", "noindex");
  return preview
    ? withPreview(answer, preview, `${origin}/shared/${token}`, `${origin}/api/shared/${token}/card.png`)
    : answer;
});
sharedPage.all("*", (c) => page(c.req.raw, c.env));

/** Told to machines; people read on the page that it has ended. */
const GONE = 404;

type Preview = ReturnType<typeof previewOf>;

async function previewBy(db: Db, token: string): Promise<Preview | null> {
  const share = await sharedBy(db, await tokenHash(token), null);
  const take = share && (await takeById(db, share.takeId));
  const choreography = take && (await choreographyOf(db, take.version, null));
  const result = take && (await resultOf(db, take.id));
  if (!share || !choreography || !result) return null;
  return previewOf(share.language, choreography.title, result.score, share.named ? share.name : null, share.replay);
}

async function withPreview(shell: Response, { locale, title, about }: Preview, url: string, card: string) {
  const tags = await html`
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="Eightcount" />
    <meta property="og:locale" content="${locale}" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${about}" />
    <meta property="og:url" content="${url}" />
    <meta property="og:image" content="${card}" />
    <meta property="og:image:type" content="image/png" />
    <meta property="og:image:width" content="${width}" />
    <meta property="og:image:height" content="${height}" />
    <meta property="og:image:alt" content="${title}" />
    <meta name="twitter:card" content="summary_large_image" />
    <meta name="twitter:title" content="${title}" />
    <meta name="twitter:description" content="${about}" />
    <meta name="twitter:image" content="${card}" />
    <meta name="robots" content="noindex" />
  `;
  return new HTMLRewriter()
    .on("title", { element: (it) => void it.setInnerContent(`${title} · Eightcount`) })
    .on('meta[name="description"]', { element: (it) => void it.setAttribute("content", about) })
    .on("head", { element: (it) => void it.append(`${tags}`, { html: true }) })
    .transform(shell);
}

export { sharedPage };
