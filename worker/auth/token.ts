import { sha256 } from "../env.ts";

/** An opaque token of 256 random bits, in hex. The Worker keeps its hash only. */
export function newToken(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What is stored of a token. */
export const tokenHash = (token: string): Promise<string> => sha256(new TextEncoder().encode(token));
