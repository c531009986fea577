// Deliveries of takes and readings of a board against the running Worker on loopback: bounded in number and in time.
import autocannon, { type Options, type Result } from "autocannon";
import type { Summary } from "#dance/choreo/summary.ts";
import { REPLAY_MEDIA_TYPE } from "#dance/replay/codec.ts";
import { dancersAt } from "../fixtures/load-dancers.ts";
import { openHouse } from "../journey/house.ts";
import type { Figure } from "./run.ts";

const DANCERS = 8;
const TAKES_EACH = 12;
const READINGS = 400;
const CONNECTIONS = 8;
/** No part takes longer, seconds. */
const LONGEST = 60;
const JSON_TYPE = "application/json";

export async function run(): Promise<Figure[]> {
  const house = await openHouse();
  try {
    const { choreographies } = (await (await fetch(`${house.url}/api/choreographies`)).json()) as {
      choreographies: (Summary & { version: string })[];
    };
    const [choreography] = choreographies;
    if (!choreography) throw new Error("the library is empty");
    const deliveries = await dancersAt(house.url, choreography, DANCERS, TAKES_EACH);
    const bare = await fire(house.url, READINGS, () => ({ method: "GET", path: "/api/openapi.json" }));
    let next = 0;
    const puts = await fire(house.url, deliveries.length, () => {
      const delivery = deliveries[next++ % deliveries.length];
      if (!delivery) throw new Error("no take to deliver");
      const headers = { "content-type": REPLAY_MEDIA_TYPE, cookie: delivery.cookie };
      return { method: "PUT", path: `/api/takes/${delivery.take}/replay`, headers, body: Buffer.from(delivery.bytes) };
    });
    const board = `/api/choreographies/${choreography.version}/sections/${deliveries[0]?.section}/leaderboard`;
    const cookie = deliveries[0]?.cookie ?? "";
    const reads = await fire(house.url, READINGS, () => ({ method: "GET", path: board, headers: { cookie } }));
    const strangers = await fire(house.url, READINGS, () => ({
      method: "GET",
      path: board,
      headers: { accept: JSON_TYPE },
    }));
    return [
      ...told("load-put", puts, bare),
      ...told("load-board-mine", reads, bare),
      ...told("load-board-public", strangers, bare),
    ];
  } finally {
    await house.close();
  }
}

/** Sends `amount` requests over a few connections; `make` says each. */
function fire(url: string, amount: number, make: () => Partial<autocannon.Request>): Promise<Result> {
  const options: Options = {
    url,
    amount,
    connections: CONNECTIONS,
    timeout: LONGEST,
    requests: [{ setupRequest: (request) => ({ ...request, ...make() }) as autocannon.Request }],
  };
  return new Promise((done, broken) => {
    const instance = autocannon(options, (error, result) => (error ? broken(error) : done(result)));
    const late = setTimeout(() => instance.stop?.(), LONGEST * 1000);
    instance.once("done", () => clearTimeout(late));
  });
}

/** Half of the requests, ninety-nine of a hundred, how many a second, and how many failed. */
function told(name: string, { latency, errors, non2xx, requests }: Result, bare: Result): Figure[] {
  const against = (what: string, value: number, unit: string, yardstick: number, text: string): Figure => ({
    name: `${name}-${what}`,
    value,
    unit,
    yardstick: text,
    ratio: Math.round((value / Math.max(1, yardstick)) * 1000) / 1000,
  });
  const text = `the API's own description over the same ${CONNECTIONS} connections, which asks no database for rows`;
  return [
    against("p50", latency.p50, "ms", bare.latency.p50, text),
    against("p99", latency.p99, "ms", bare.latency.p99, text),
    against("rate", requests.average, "requests/s", bare.requests.average, text),
    against("failed", errors + non2xx, "requests", requests.total, "requests sent"),
  ];
}
