import type { ClientResponse } from "hono/client";
import { hc } from "hono/client";
import type { Api } from "../../worker/api.ts";
import type { ProblemCode } from "../../worker/problem.ts";

export type { ProblemCode };

/** A failure that the Worker told by code. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, status: number, message: string) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** The Worker could not be reached at all. */
export class Unreachable extends Error {}

/** The code of whatever a question to the Worker threw, for its sentence. */
export const problemOf = (cause: unknown): string =>
  cause instanceof ApiProblem ? cause.code : cause instanceof Unreachable ? "unreachable" : "internal";

/** fetch whose failures are ours: Unreachable where nobody answers, ApiProblem where the Worker says no. */
export async function reach(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(input, init);
  } catch (cause) {
    throw new Unreachable("no answer", { cause });
  }
  if (answer.ok) return answer;
  const told = (await answer.json().catch(() => null)) as { problem?: { code: string; message: string } } | null;
  throw new ApiProblem(told?.problem?.code ?? "internal", answer.status, told?.problem?.message ?? answer.statusText);
}

export const { api: at } = hc<Api>("/", { fetch: reach });

/** The body of the good answer; every other has been thrown by then. */
type Told<R> = R extends ClientResponse<infer Body, 200 | 201, "json"> ? Body : never;
export const told = async <R extends { json(): Promise<unknown> }>(answer: Promise<R>): Promise<Told<R>> =>
  (await answer).json() as Promise<Told<R>>;
export const bytes = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(await (await reach(path)).arrayBuffer());
