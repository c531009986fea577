import { describeRoute, resolver, validator } from "hono-openapi";
import type { GenericSchema } from "valibot";
import { codeOf, documented, type ProblemCode, problem } from "./problem.ts";

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

/** A line of the OpenAPI document, made from the route's own schemas. */
export function describe({ summary, status = 200, reply, takes, problems = [] }: Description) {
  const content =
    typeof reply === "string"
      ? { [reply]: { schema: { type: "string" as const, format: "binary" } } }
      : { "application/json": { schema: resolver(reply) } };
  const requestBody = takes && { required: true, content: { [takes]: { schema: BYTES } } };
  return describeRoute({
    summary,
    ...(requestBody ? { requestBody } : {}),
    responses: { [status]: { description: summary, content }, ...documented([...problems, "internal"]) },
  });
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
