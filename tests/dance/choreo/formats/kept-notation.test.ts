import fc from "fast-check";
import { expect, test } from "vitest";
import { BUILT_IN } from "#dance/choreo/builtin/index.ts";
import { draftOf } from "#dance/choreo/draft.ts";
import { setText } from "#dance/choreo/edit/head.ts";
import { notationOf } from "#dance/choreo/formats/kept-notation.ts";
import { parseNotation } from "#dance/choreo/notation.ts";
import { lantern } from "../edit/drafts.ts";

const written = { ...draftOf(lantern, "d1"), notation: BUILT_IN[0]?.notation ?? "" };
const again = (draft: typeof written) => {
  const printed = notationOf(draft);
  return printed === null ? null : parseNotation(printed);
};

test("a description that is cleared, or as long as its field takes, goes out and comes in again", () => {
  for (const about of ["", "a".repeat(500), "two\nlines: [chorus]"]) {
    const read = again(setText(setText(written, "about", "en", about), "about", "ko", about) as typeof written);
    expect(read?.ok && read.value.about).toEqual({ en: about.replace("\n", " "), ko: about.replace("\n", " ") });
  }
});

test("without a title it is called as it was written", () => {
  const read = again(setText(setText(written, "title", "en", ""), "title", "ko", "") as typeof written);
  expect(read?.ok && read.value.title).toEqual(written.title);
});

test("whatever notation is printed is read again as it was told", () => {
  const unit = fc.constantFrom("a", "가", " ", "\n", "\r", "\u2028", ":", "#", "[", "]", "👩", "1:1 hit");
  const texts = fc.oneof(fc.string({ unit, maxLength: 30 }), fc.string({ unit: "binary", maxLength: 700 }));
  fc.assert(
    fc.property(texts, texts, fc.constantFrom("en", "ko"), (title, about, language) => {
      const said = setText(setText(written, "title", language, title), "about", language, about) as typeof written;
      const read = again(said);
      if (read === null) return expect(`${said.title.en}${about}`.length).toBeGreaterThan(500);
      expect(read.ok && read.value.about[language]).toBe(about.replaceAll(/\s+/gu, " ").trim());
    }),
    { numRuns: 30 },
  );
});
