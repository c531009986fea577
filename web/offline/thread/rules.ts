/** How the answers of a door are kept on the device. Only GET is ever kept; what no rule names goes to the network. */
export const WAYS = ["fresh-later", "forever", "network-first"] as const;
export type Way = (typeof WAYS)[number];

export interface Rule {
  readonly cache: string;
  readonly path: RegExp;
  readonly way: Way;
  /** Most answers kept; the ones longest unused go first. */
  readonly entries: number;
  /** May go where the device is full: the page dances without it. */
  readonly spare: boolean;
}

/** One line for each thing that is kept when it is first used; the page's own files are precached instead. */
export const RULES: readonly Rule[] = [
  { cache: "eightcount-library", path: /^\/api\/choreographies$/, way: "fresh-later", entries: 4, spare: false },
  // A version is named by its content's hash, so that its file never changes; whom it is for does.
  {
    cache: "eightcount-choreographies",
    path: /^\/api\/choreographies\/[0-9a-f]{64}\/file$/,
    way: "forever",
    entries: 80,
    spare: false,
  },
  {
    cache: "eightcount-own",
    path: /^\/api\/(me|me(\/crews)?\/choreographies|routines\/[a-z0-9-]+|choreographies\/[0-9a-f]{64}|sessions|progress(\/takes|\/choreographies\/[0-9a-f]{64})?|takes(\/[\w-]+(\/replay)?)?)$/,
    way: "network-first",
    entries: 80,
    spare: true,
  },
  { cache: "eightcount-fonts", path: /^\/assets\/.+\.woff2$/, way: "forever", entries: 160, spare: true },
];

/** Cache of what the detector loads: MoveNet's weights and the wasm it computes with. */
export const DETECTOR_CACHE = "eightcount-detector";
export const isDetectorFile = (path: string): boolean => /^\/models\/|^\/assets\/.+\.wasm$/.test(path);

/** Caches that may be emptied to make room for a take: all of it comes back with the network. */
export const SPARE_CACHES = RULES.filter(({ spare }) => spare).map(({ cache }) => cache);

/** The rule for a request, or null where it is none of those that are kept. */
export function ruleFor(method: string, path: string): Rule | null {
  return method === "GET" ? (RULES.find((rule) => rule.path.test(path)) ?? null) : null;
}

/** After these requests another dancer may stand behind /api/me. */
export const changesDancer = (method: string, path: string): boolean =>
  (method === "POST" && /^\/api\/(dancers|devices|devices\/passkey)$/.test(path)) ||
  (method === "PATCH" && path === "/api/me") ||
  (method === "DELETE" && /^\/api\/me(\/devices\/[^/]+)?$/.test(path));

/** Whether an answer is for whoever asked alone, by its cache-control. */
export const isPrivate = (control: string | null | undefined): boolean =>
  /(^|[\s,])private([\s,]|$)/.test(control ?? "");

/** Single takes and their poses: what others let me see says `no-store`, and is not kept, since they may stop. */
const SHOWN = /^\/api\/takes\/[\w-]+(\/replay)?$/;

/** Whether the answer of a door may be kept; `control` is its cache-control. */
export const mayKeep = (path: string, control: string | null): boolean =>
  !(SHOWN.test(path) && /(^|[\s,])no-store([\s,]|$)/.test(control ?? ""));

/** Addresses that are files or doors; all others are answered by the page itself, whatever their path. */
export const NO_PAGES = [/^\/(?:api|models|assets|icons)\//, /^[^?]*\.\w+$/];
