import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { BUILT_IN } from "#dance/choreo/builtin/index.ts";
import { decodeChoreography } from "#dance/choreo/file.ts";
import { publication, publications } from "../scripts/seed.ts";

const migrations = join(import.meta.dirname, "../migrations");

/** A database under all migrations. */
function database(): DatabaseSync {
  const db = new DatabaseSync(":memory:");
  for (const file of readdirSync(migrations).sort())
    if (file.endsWith(".sql")) db.exec(readFileSync(join(migrations, file), "utf8"));
  return db;
}
const publish = (db: DatabaseSync, { statements }: { statements: readonly string[] }) => {
  for (const sql of statements) db.exec(sql);
};
const rows = (db: DatabaseSync) =>
  db.prepare("select version, slug, current from choreographies order by published_at, version").all();

test("every built-in choreography is published once, however often it is seeded", () => {
  const db = database();
  for (let again = 0; again < 3; again++) for (const each of publications()) publish(db, each);
  expect(rows(db).length).toBe(BUILT_IN.length);
  expect(rows(db).every(({ current }) => current === 1)).toBe(true);
});

test("a changed text becomes a new version, and the old one stays for the takes that were danced to it", () => {
  const [{ slug, notation }] = BUILT_IN as [(typeof BUILT_IN)[number]];
  const db = database();
  const old = publication(slug, notation);
  const changed = publication(slug, notation.replace(/(bpm|tempo)(\D+)(\d+)/i, "$1$290"));
  expect(changed.version).not.toBe(old.version);
  for (const each of [old, changed]) publish(db, each);
  const current = () => Object.fromEntries(rows(db).map(({ version, current }) => [version, current]));
  expect(current()).toEqual({ [old.version]: 0, [changed.version]: 1 });
  publish(db, old);
  expect(current()).toEqual({ [old.version]: 1, [changed.version]: 0 });
});

test("what is published is what a reader reads", () => {
  for (const { slug, bytes, version, key } of publications()) {
    const read = decodeChoreography(bytes);
    expect(read.ok && read.value.slug).toBe(slug);
    expect(version).toMatch(/^[0-9a-f]{64}$/);
    expect(key).toBe(`choreographies/${version}`);
  }
});
