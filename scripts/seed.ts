// The built-in choreographies as files and rows. A changed text becomes a new version; the old one stays for its takes.
import { createHash } from "node:crypto";
import { buildChoreography } from "#dance/choreo/build.ts";
import { BUILT_IN } from "#dance/choreo/builtin/index.ts";
import { encodeChoreography } from "#dance/choreo/file.ts";
import { summaryOf } from "#dance/choreo/summary.ts";

/** One version of a choreography, ready to be published. */
export interface Publication {
  /** Content hash of the bytes. */
  readonly version: string;
  readonly slug: string;
  readonly bytes: Uint8Array;
  /** Where its file lies in the bucket. */
  readonly key: string;
  /** What publishes it once its file is there; running them again changes nothing. */
  readonly statements: readonly string[];
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The built-in choreographies; throws with line and column where one does not parse. */
export const publications = (): Publication[] => BUILT_IN.map(({ slug, notation }) => publication(slug, notation));

/** The publication of one notation; throws with line and column where it does not parse. */
export function publication(slug: string, notation: string): Publication {
  const built = buildChoreography(notation);
  if (!built.ok) {
    const { code, message, line, column } = built.problem;
    throw new Error(`built-in ${slug}, line ${line}, column ${column}: ${message} (${code})`);
  }
  const bytes = encodeChoreography(built.value);
  const version = createHash("sha256").update(bytes).digest("hex");
  const row = [version, slug, JSON.stringify(summaryOf(built.value))].map(quoted).join(", ");
  return {
    version,
    slug,
    bytes,
    key: `choreographies/${version}`,
    statements: [
      `insert into choreographies (version, slug, summary, current, published_at) values (${row}, 0, ${Date.now()}) on conflict do nothing`,
      `update choreographies set current = 0 where slug = ${quoted(slug)} and owner_id is null and version <> ${quoted(version)} and current = 1`,
      `update choreographies set current = 1 where version = ${quoted(version)} and owner_id is null and current = 0`,
    ],
  };
}
