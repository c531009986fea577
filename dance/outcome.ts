/** A failure told in plain words: `code` is looked up in the word catalogues, `message` is for logs and API readers. */
export interface Problem<Code extends string = string> {
  readonly code: Code;
  readonly message: string;
  /** 1-based place in a text, where the input was a text. */
  readonly line?: number;
  readonly column?: number;
}

export type Outcome<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem<Code> };

/** Bad input is an outcome, never an exception. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** A failed outcome; `at` names the 1-based line and column where the input was a text. */
export const fail = <Code extends string>(
  code: Code,
  message: string,
  at: { line?: number; column?: number } = {},
): { readonly ok: false; readonly problem: Problem<Code> } => ({ ok: false, problem: { code, message, ...at } });
