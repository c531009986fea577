/** What a spreadsheet would take for the beginning of a formula, behind blanks too. */
const FORMULA = /^[\s\u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|^[\t\r\n]/;
const MUST_BE_QUOTED = /[",;\r\n]|^\s|\s$/;

/**
 * Rows as CSV (RFC 4180, lines end in CRLF). Text that a spreadsheet would run as a formula gets an apostrophe in front;
 * numbers stay numbers, and null is an empty cell.
 */
export const spreadsheet = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");

function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return MUST_BE_QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
