import fc from "fast-check";
import { expect, test } from "vitest";
import { spreadsheet } from "#dance/practice/spreadsheet.ts";

/** A reader of CSV by RFC 4180, written apart. */
function read(text: string): string[][] {
  const rows: string[][] = [[]];
  let [cell, quoted] = ["", false];
  for (let i = 0; i < text.length; i++) {
    const letter = text[i] as string;
    if (quoted && letter === '"' && text[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === ",") {
      rows.at(-1)?.push(cell);
      cell = "";
    } else if (!quoted && letter === "\r" && text[i + 1] === "\n") {
      rows.at(-1)?.push(cell);
      [cell, i] = ["", i + 1];
      rows.push([]);
    } else cell += letter;
  }
  return rows.slice(0, -1);
}

test("a class as CSV: text, numbers, empty cells, commas, quotes and line breaks", () => {
  const rows = [
    ["Dancer", "Best", "Last seen"],
    ['Kim, Min "MJ"', 87.4, null],
    ["two\nlines", -3, "2026-11-23"],
  ];
  const text = spreadsheet(rows);
  expect(text).toBe('Dancer,Best,Last seen\r\n"Kim, Min ""MJ""",87.4,\r\n"two\nlines",-3,2026-11-23\r\n');
  expect(spreadsheet([])).toBe("");
  expect(spreadsheet([[Number.NaN, Number.POSITIVE_INFINITY]])).toBe(",\r\n");
});

test.each([
  "=1+1",
  '=HYPERLINK("http://evil.example","prize")',
  "+82 10 1234",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(A1)",
  "  =1+1",
  "\t=1+1",
  "\r=1",
  "\ufeff=1",
  "\u00a0=1",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM(A1)",
  "|calc",
  "%0A",
])("a name that a spreadsheet would run, %j, is text", (name) => {
  const [[cell] = []] = read(spreadsheet([[name]]));
  expect(cell).toBe(`'${name}`);
});

test("whatever was written is read again cell by cell, and no text begins as a formula", () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom("=", "+", "-", "@", ",", '"', "\n", "\r", " ", "a") }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
      const again = read(spreadsheet(rows));
      expect(again.map((row) => row.length)).toEqual(rows.map((row) => row.length));
      for (const [i, row] of rows.entries())
        for (const [j, text] of row.entries()) {
          expect([text, `'${text}`]).toContain(again[i]?.[j]);
          expect(again[i]?.[j]).not.toMatch(/^\s*[=+\-@]/);
        }
    }),
  );
});
