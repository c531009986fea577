import type { Bindings } from "./env.ts";
import { API_HEADERS } from "./headers.ts";

/** Addresses that name a file; all others are the page's own, whatever their path. */
const FILE = /^\/(assets|models|icons)\/|\.\w+$/;

/**
 * What no file was found for: the page itself, which knows its addresses, or 404 for a file that is gone. Never the page
 * in a file's place, since whoever asked for a script would keep it as one.
 */
export async function page(request: Request, env: Bindings): Promise<Response> {
  const { pathname } = new URL(request.url);
  const reading = request.method === "GET" || request.method === "HEAD";
  if (reading && !FILE.test(pathname)) return env.ASSETS.fetch(new Request(new URL("/", request.url), request));
  return new Response("not found\n", { status: 404, headers: { ...API_HEADERS, "cache-control": "no-store" } });
}
