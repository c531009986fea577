import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { LIMITS } from "./limits.ts";
import { type ProblemCode, problem } from "./problem.ts";

/** Refuses a body of more bytes: unread where it says its length, else as soon as it has sent too much. */
export const atMost = (bytes: number, code: ProblemCode) =>
  createMiddleware(async (c, next) => {
    const { body, headers } = c.req.raw;
    if (!body) return next();
    const said = headers.has("transfer-encoding") ? null : headers.get("content-length");
    if (said !== null) return Number.parseInt(said, 10) > bytes ? problem(c, code) : next();
    const read = await readAtMost(body, bytes);
    if (!read) return problem(c, code);
    c.req.raw = new Request(c.req.raw, { body: read });
    return next();
  });

/** The whole body, or null where it is longer. */
async function readAtMost(body: ReadableStream<Uint8Array>, bytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(parts, size);
    size += value.length;
    if (size > bytes) {
      reader.releaseLock();
      return null;
    }
    parts.push(value);
  }
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Hears out whoever was refused before they had sent all, up to some megabytes: who still sends when the connection
 * closes never reads the answer.
 */
export const heardOut = createMiddleware(async (c, next) => {
  const { raw } = c.req;
  await next();
  if (c.res.status >= 400) await hear(c, raw);
});

async function hear(c: Context, { body }: Request): Promise<void> {
  if (!body || body.locked) return;
  if (Number.parseInt(c.req.header("content-length") ?? "0", 10) > LIMITS.heardOutBytes) return;
  const reader = body.getReader();
  for (let heard = 0; heard < LIMITS.heardOutBytes; ) {
    const { done, value } = await reader.read();
    if (done) return;
    heard += value.length;
  }
}
