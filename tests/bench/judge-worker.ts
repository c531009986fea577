import { decodeChoreography } from "#dance/choreo/file.ts";
import type { Outcome } from "#dance/outcome.ts";
import { decodeReplay } from "#dance/replay/codec.ts";
import { prepare, type Reference } from "#dance/scoring/reference.ts";
import { rejudge } from "#dance/take/rejudge.ts";

/** What the bench has put here: a reference, a replay's bytes, the JSON of the same frames, as the page holds them and on the grid. */
let reference: Reference | null = null;
let replay = new Uint8Array();
const json = new Map<string, string>();

function opened<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value;
}

const columnsOf = () => opened(decodeReplay(replay)).columns;

const parsed = (name: string) => (JSON.parse(json.get(name) ?? "") as unknown[]).length;

const WORK: Readonly<Record<string, () => number>> = {
  rejudge: () => (reference === null ? 0 : rejudge(reference, columnsOf(), { mirror: false, seated: false }).score),
  decode: () => columnsOf().times.length,
  "json-held": () => parsed("json-held"),
  "json-grid": () => parsed("json-grid"),
};

/** PUT keeps what is to be worked on; GET /name?times=n does the work n times and answers its last figure. */
export default {
  async fetch(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const name = pathname.slice(1);
    if (request.method === "PUT") {
      const bytes = new Uint8Array(await request.arrayBuffer());
      if (name === "reference") reference = prepare(opened(decodeChoreography(bytes)), -1);
      else if (name === "replay") replay = bytes;
      else json.set(name, new TextDecoder().decode(bytes));
      return new Response("kept");
    }
    let last = 0;
    for (let i = 0; i < Number(searchParams.get("times")); i++) last = WORK[name]?.() ?? 0;
    return new Response(String(last));
  },
};
