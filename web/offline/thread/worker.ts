// The service worker: built by scripts/offline.ts to /sw.js, with the lists of the build's files written in.
import { clientsClaim } from "workbox-core";
import type { WorkboxPlugin } from "workbox-core/types.js";
import { ExpirationPlugin } from "workbox-expiration";
import { createHandlerBoundToURL, precacheAndRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { CacheFirst, NetworkFirst, StaleWhileRevalidate, type Strategy } from "workbox-strategies";
import { type BuiltFile, bringAlong, dropOlder, keyOf } from "./detector-files.ts";
import {
  changesDancer,
  DETECTOR_CACHE,
  isPrivate,
  mayKeep,
  NO_PAGES,
  RULES,
  type Rule,
  ruleFor,
  type Way,
} from "./rules.ts";

declare const self: ServiceWorkerGlobalScope;
declare const __PRECACHED__: BuiltFile[];
declare const __DETECTOR__: readonly BuiltFile[];

/** Seconds after which a network that says nothing counts as none. */
const PATIENCE = 4;

/** Good answers are kept, unless they are only shown. */
const KEPT: WorkboxPlugin = {
  cacheWillUpdate: async ({ request, response }) => {
    const shown = !mayKeep(new URL(request.url).pathname, response.headers.get("cache-control"));
    return response.status === 200 && !shown ? response : null;
  },
};

const strategy: Readonly<Record<Way, (rule: Rule) => Strategy>> = {
  "fresh-later": (rule) => new StaleWhileRevalidate(optionsOf(rule)),
  forever: (rule) => new CacheFirst(optionsOf(rule)),
  "network-first": (rule) => new NetworkFirst({ ...optionsOf(rule), networkTimeoutSeconds: PATIENCE }),
};
function optionsOf({ cache, entries, spare }: Rule) {
  const expiry = new ExpirationPlugin({ maxEntries: entries, purgeOnQuotaError: spare });
  // One answer for each address, whoever asks: a font is asked for with an Origin, the page asks ahead without.
  return { cacheName: cache, matchOptions: { ignoreVary: true }, plugins: [expiry as WorkboxPlugin, KEPT] };
}

clientsClaim();
precacheAndRoute(__PRECACHED__);
registerRoute(new NavigationRoute(createHandlerBoundToURL("/"), { denylist: NO_PAGES }));
for (const rule of RULES) {
  registerRoute(
    ({ url, request, sameOrigin }) => sameOrigin && ruleFor(request.method, url.pathname) === rule,
    strategy[rule.way](rule),
  );
}

const detectorFile = (path: string): BuiltFile | undefined => __DETECTOR__.find(({ url }) => url === path);
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && detectorFile(url.pathname) !== undefined,
  new CacheFirst({
    cacheName: DETECTOR_CACHE,
    matchOptions: { ignoreVary: true },
    plugins: [
      {
        cacheKeyWillBeUsed: async ({ request }) => keyOf(detectorFile(new URL(request.url).pathname) as BuiltFile),
      },
    ],
  }),
);

/** Files of routines that are not for everybody's device: whoever comes next may not be one of those whom they are for. */
async function forgetPrivate(): Promise<void> {
  for (const { cache: name } of RULES.filter(({ way }) => way === "forever")) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const kept = await cache.match(request, { ignoreVary: true });
      if (isPrivate(kept?.headers.get("cache-control"))) await cache.delete(request, { ignoreVary: true });
    }
  }
}

/** What is kept of a dancer after another name or another dancer: only the new answer of /api/me. */
async function askMeAgain(): Promise<void> {
  const own = RULES.find((rule) => rule.path.test("/api/me")) as Rule;
  await caches.delete(own.cache);
  await forgetPrivate();
  const me = await fetch("/api/me");
  if (me.ok) await (await caches.open(own.cache)).put("/api/me", me);
}
for (const method of ["POST", "PATCH", "DELETE"] as const) {
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && changesDancer(method, url.pathname),
    async ({ request, event }) => {
      const answer = await fetch(request); // passed on untouched, never kept
      event.waitUntil(askMeAgain().catch(() => undefined));
      return answer;
    },
    method,
  );
}

// A new version waits until the page says that nobody is dancing.
self.addEventListener("message", (event) => {
  if (event.data?.type === "SKIP_WAITING") void self.skipWaiting();
});
self.addEventListener("install", (event) => event.waitUntil(bringAlong(__DETECTOR__)));
self.addEventListener("activate", (event) => event.waitUntil(dropOlder(__DETECTOR__)));
