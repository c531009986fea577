/** What an authenticator says in CBOR (RFC 8949): whole numbers, text, bytes and maps. */
export type Cbor = number | string | Uint8Array | ReadonlyMap<number | string, Cbor>;

export const join = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** A head: kind 0..7 and a number below 65,536. */
const head = (kind: number, n: number): Uint8Array =>
  n < 24
    ? Uint8Array.of((kind << 5) | n)
    : n < 256
      ? Uint8Array.of((kind << 5) | 24, n)
      : Uint8Array.of((kind << 5) | 25, n >> 8, n & 255);

export function cbor(value: Cbor): Uint8Array<ArrayBuffer> {
  if (typeof value === "number") return join(value < 0 ? head(1, -1 - value) : head(0, value));
  if (typeof value === "string") {
    const text = new TextEncoder().encode(value);
    return join(head(3, text.length), text);
  }
  if (value instanceof Uint8Array) return join(head(2, value.length), value);
  return join(head(5, value.size), ...[...value].flatMap(([key, of]) => [cbor(key), cbor(of)]));
}
