import { sha256 } from "../env.ts";

/** An opaque token of 256 random bits, in hex. The Worker keeps its hash only. */
export function newToken(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** 32 letters and digits that are not taken for one another; 20 of them hold 100 bits. */
const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** A code that a person may type: 20 letters and digits. The Worker keeps its hash only. */
export const newCode = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => LETTERS[byte % LETTERS.length]).join("");

/** What is stored of a token or a code. */
export const tokenHash = (token: string): Promise<string> => sha256(new TextEncoder().encode(token));
