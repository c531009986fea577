import type { Context, Hono, MiddlewareHandler } from "hono";
import { describeRoute, generateSpecs, resolver, validator } from "hono-openapi";
import type { GenericSchema } from "valibot";
import type { Env } from "./env.ts";
import { codeOf, documented, PROBLEMS, type ProblemCode, problem } from "./problem.ts";

interface Description {
  readonly summary: string;
  /** Status of success; 200 where none is named. */
  readonly status?: number;
  /** Schema of the JSON reply, or the media type of a reply of bytes. */
  readonly reply: GenericSchema | string;
  /** Media type of a request of bytes. */
  readonly takes?: string;
  readonly problems?: readonly ProblemCode[];
}

/** A line of the OpenAPI document, made from the route's own schemas; the request knows from then on what may be told. */
export function describe({ summary, status = 200, reply, takes, problems = [] }: Description) {
  const content =
    typeof reply === "string"
      ? { [reply]: { schema: { type: "string" as const, format: "binary" } } }
      : { "application/json": { schema: resolver(reply) } };
  const requestBody = takes && { required: true, content: { [takes]: { schema: BYTES } } };
  const line = describeRoute({
    summary,
    ...(requestBody ? { requestBody } : {}),
    responses: { [status]: { description: summary, content }, ...documented([...problems, "internal"]) },
  });
  const told: MiddlewareHandler = (c, next) => {
    c.set("tells", problems);
    return next();
  };
  return Object.assign(told, line);
}

const BYTES = { type: "string", format: "binary" } as const;

/** Checks a part of the request by its schema; a check's message may be a problem's code. */
export const valid = <Target extends "json" | "param" | "query", Schema extends GenericSchema>(
  target: Target,
  schema: Schema,
) =>
  validator(target, schema, (result, c) => {
    if (!result.success) return problem(c, codeOf(result.error));
  });

/** What every address may tell, and what those may that change something. */
const EVERYWHERE = ["method-unknown", "too-many"] as const;
const CHANGING = ["cross-site", "origin-missing", "too-large"] as const;

/** The OpenAPI document of all routes, with the failures that stand in front of them. */
export async function documentOf(app: Hono<Env>, c: Context<Env>) {
  const info = { title: "Eightcount", version: "1", description: "Open a take, dance it, close it by its replay." };
  const documentation = { openapi: "3.1.0", info, servers: [{ url: "/", description: "Where this document lies" }] };
  const document = await generateSpecs(
    app,
    { documentation, defaultValidationErrorResponse: false, excludeStaticFile: false },
    c,
  );
  for (const operations of Object.values(document.paths ?? {}))
    for (const [method, operation] of Object.entries(operations ?? {}))
      for (const code of method === "get" ? EVERYWHERE : [...EVERYWHERE, ...CHANGING])
        add((operation as { responses: Responses }).responses, code);
  return document;
}

type Responses = Record<string, { description: string; content?: object }>;

/** Every route documents `internal`, whose body is that of all failures. */
function add(responses: Responses, code: ProblemCode): void {
  const { status, message } = PROBLEMS[code];
  const before = responses[status];
  const description = `${before ? `${before.description}; ` : ""}\`${code}\`: ${message}`;
  responses[status] = { ...responses[PROBLEMS.internal.status], ...before, description };
}
