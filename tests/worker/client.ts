// A browser of the tests: it keeps its cookie, and asks the Worker as the page does.
import { env, exports } from "cloudflare:workers";
import { vi } from "vitest";
import { REPLAY_MEDIA_TYPE } from "#dance/replay/codec.ts";
import { LIMITS } from "../../worker/limits.ts";
import { bytesOf, CHORUS } from "./dance.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever shape came back
  readonly body: any;
}

/** The code of the problem that came back, if one did. */
export const codeOf = ({ body }: Answer): string | undefined => body.problem?.code;

export class Client {
  private readonly origin: string;
  readonly cookies = new Map<string, string>();
  name = "";
  id = "";

  constructor(origin = "http://localhost:8787") {
    this.origin = origin;
  }

  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const bytes = body instanceof Uint8Array;
    const response = await exports.default.fetch(`${this.origin}/api${path}`, {
      method,
      headers: {
        ...(this.cookies.size > 0 && { cookie: [...this.cookies].map((pair) => pair.join("=")).join("; ") }),
        ...(body !== undefined && { "content-type": bytes ? REPLAY_MEDIA_TYPE : "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: bytes ? body : JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]*)=([^;]*)/.exec(cookie) ?? [];
      if (name === undefined || value === undefined) continue;
      if (value === "") this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const json = response.headers.get("content-type")?.startsWith("application/json");
    const read = json ? await response.json() : new Uint8Array(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, body: read };
  }

  get = (path: string) => this.ask("GET", path);
  post = (path: string, body: unknown) => this.ask("POST", path, body);
  drop = (path: string, body?: unknown) => this.ask("DELETE", path, body, { origin: this.origin });
  put = (takeId: string, bytes: Uint8Array) => this.ask("PUT", `/takes/${takeId}/replay`, bytes);

  /** Opens a take on the chorus, a minute ago, so that it may be closed now. */
  async open(version: string, change: Record<string, unknown> = {}): Promise<string> {
    const { body: session } = await this.post("/sessions", {});
    const terms = { session: session.id, version, section: CHORUS.section, rate: 1, mirror: false, ...change };
    const { body } = await this.post("/takes", terms);
    if (!body.id) throw new Error(JSON.stringify(body));
    await aMinuteLater(body.id);
    return body.id;
  }

  /** Dances the chorus and delivers it. */
  async dance(version: string, change: Parameters<typeof bytesOf>[2] = {}): Promise<Answer> {
    const take = await this.open(version);
    return this.put(take, bytesOf(take, version, change));
  }
}

/** Turns a take's times back, which is what waiting would do. */
export async function aMinuteLater(takeId: string, minutes = 1): Promise<void> {
  const ms = minutes * 60_000;
  await env.DB.prepare("update takes set opened_at = opened_at - ?1, expires_at = expires_at - ?1 where id = ?2")
    .bind(ms, takeId)
    .run();
}

/** Lets so long pass that nothing read before is still kept for others. */
export const aMomentLater = (): void => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + LIMITS.boardSeconds * 1000 });
};

/** A dancer with a name, signed in. */
export async function dancer(name = "Mina"): Promise<Client> {
  const client = new Client();
  const { status, body } = await client.post("/dancers", { name });
  if (status !== 201) throw new Error(JSON.stringify(body));
  client.name = name;
  client.id = body.id;
  return client;
}

export const count = async (table: string): Promise<number> =>
  (await env.DB.prepare(`select count(*) as n from ${table}`).first<{ n: number }>())?.n ?? -1;
