import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";

/**
 * What becomes of deliveries (PUT) on the wire.
 * `half`: cut after half of the body, the server never sees all of it. `answer`: the server gets all of it and answers,
 * and the answer is cut. `slow`: two seconds on the way.
 */
export type Fate = "whole" | "half" | "answer" | "slow";

export interface Wire {
  readonly url: string;
  /** What becomes of the deliveries from now on. */
  fate: Fate;
  /** From now on the house serves a newer version of the page. */
  newer: boolean;
  /** Ids of the takes whose delivery began, in order. */
  readonly deliveries: readonly string[];
  /** The most deliveries that were ever on the way at once. */
  readonly most: number;
  /** Resolves when as many deliveries have begun. */
  begun(count: number): Promise<void>;
  close(): Promise<void>;
}

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part);
  return Buffer.concat(parts);
};

/** A wire between the browser and the house at `to`, which a test can cut. */
export async function openWire(to: string): Promise<Wire> {
  const deliveries: string[] = [];
  let under = 0;
  const wire = { fate: "whole" as Fate, newer: false, most: 0 };

  const pass = async (asked: IncomingMessage, answer: ServerResponse) => {
    const body = await bodyOf(asked);
    const { fate } = wire;
    const delivery = asked.method === "PUT" ? asked.url?.match(/takes\/([^/]+)\/replay/)?.[1] : undefined;
    if (delivery) {
      deliveries.push(delivery);
      wire.most = Math.max(wire.most, ++under);
      answer.once("close", () => under--);
    }
    if (delivery && fate === "slow") await new Promise((r) => setTimeout(r, 2000));
    const { method, headers } = asked;
    if (wire.newer) delete headers["if-none-match"];
    const onward = request(new URL(asked.url ?? "/", to), { method, headers, agent: false });
    onward.once("error", () => answer.destroy());
    onward.once("response", async (told) => {
      const bytes = await bodyOf(told).catch(() => null);
      if (!bytes || (delivery && fate === "answer")) return answer.destroy();
      if (!wire.newer || asked.url !== "/sw.js")
        return answer.writeHead(told.statusCode ?? 502, told.headers).end(bytes);
      answer.writeHead(200, { "content-type": "text/javascript" }).end(`${bytes}\n// a newer version`);
    });
    if (!delivery || fate !== "half") return onward.end(body);
    onward.write(body.subarray(0, body.length >> 1));
    setTimeout(() => onward.destroy(), 100);
  };

  const server = createServer((asked, answer) => void pass(asked, answer).catch(() => answer.destroy()));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  return Object.assign(wire, {
    url: `http://localhost:${typeof address === "object" && address ? address.port : 0}`,
    deliveries,
    async begun(count: number) {
      const until = performance.now() + 30_000;
      while (deliveries.length < count) {
        if (performance.now() > until) throw new Error(`only ${deliveries.length} of ${count} deliveries began`);
        await new Promise((r) => setTimeout(r, 20));
      }
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  });
}
