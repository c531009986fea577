// An authenticator in software: it makes keys on P-256, counts their use, and signs as WebAuthn asks (ES256).
import { type Cbor, cbor, join } from "./cbor.ts";

const ORIGIN = "http://localhost:8787";
const RP = "localhost";
/** Flags of authenticator data. */
const FLAGS = { present: 0x01, verified: 0x04, backupEligible: 0x08, backedUp: 0x10, attested: 0x40 } as const;

export const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
const sha256 = async (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
const utf8 = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;

/** What a lying browser or authenticator says otherwise. */
export interface Lies {
  readonly origin?: string;
  readonly rp?: string;
  readonly type?: string;
  readonly challenge?: string;
  readonly counter?: number;
  readonly flags?: number;
  readonly userHandle?: string;
  readonly id?: string;
  /** Signs with another key. */
  readonly key?: CryptoKey;
  /** "packed" without a statement signs for itself. */
  readonly format?: string;
  readonly statement?: ReadonlyMap<string, Cbor>;
}

/** A number of DER: big-endian, never below zero. */
function derNumber(bytes: Uint8Array): Uint8Array {
  const start = bytes.findIndex((byte) => byte !== 0);
  const short = bytes.slice(start < 0 ? bytes.length - 1 : start);
  const body = (short[0] ?? 0) & 0x80 ? join(Uint8Array.of(0), short) : short;
  return join(Uint8Array.of(2, body.length), body);
}

const newKey = async (): Promise<CryptoKeyPair> =>
  (await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"])) as CryptoKeyPair;

/** One passkey and whatever holds it. */
export class Authenticator {
  private readonly keys: CryptoKeyPair;
  readonly id = base64url(crypto.getRandomValues(new Uint8Array(32)));
  private userHandle = "";
  counter = 0;

  private constructor(keys: CryptoKeyPair) {
    this.keys = keys;
  }

  static async open(): Promise<Authenticator> {
    return new Authenticator(await newKey());
  }

  static otherKey = async (): Promise<CryptoKey> => (await newKey()).privateKey;

  /** Makes the passkey, as navigator.credentials.create does. */
  // biome-ignore lint/suspicious/noExplicitAny: options as they came over the wire
  async make(options: any, lies: Lies = {}) {
    this.userHandle = options.user.id;
    const raw = Uint8Array.from(atob(this.id.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    const held = join(new Uint8Array(16), Uint8Array.of(0, raw.length), raw, await this.coseKey());
    const flags = lies.flags ?? FLAGS.present | FLAGS.attested;
    const authData = join(await this.data(flags, lies), held);
    const client = this.client("webauthn.create", options.challenge, lies);
    const object = new Map<string, Cbor>([
      ["fmt", lies.format ?? "none"],
      ["attStmt", lies.statement ?? (lies.format === "packed" ? await this.vouching(authData, client) : new Map())],
      ["authData", authData],
    ]);
    const response = {
      clientDataJSON: base64url(client),
      attestationObject: base64url(cbor(object)),
      transports: ["internal"],
    };
    return { ...this.named(lies), response };
  }

  /** Signs, as navigator.credentials.get does. */
  // biome-ignore lint/suspicious/noExplicitAny: options as they came over the wire
  async use(options: any, lies: Lies = {}) {
    this.counter = lies.counter ?? this.counter + 1;
    const synced = FLAGS.backupEligible | FLAGS.backedUp;
    const authData = await this.data(lies.flags ?? FLAGS.present | FLAGS.verified | synced, lies);
    const client = this.client("webauthn.get", options.challenge, lies);
    const signature = await this.sign(join(authData, await sha256(client)), lies.key ?? this.keys.privateKey);
    const response = {
      clientDataJSON: base64url(client),
      authenticatorData: base64url(authData),
      signature: base64url(signature),
      userHandle: lies.userHandle ?? this.userHandle,
    };
    return { ...this.named(lies), response };
  }

  /** Some authenticators sign for their own key even where nobody asks them to. */
  private async vouching(authData: Uint8Array, client: Uint8Array<ArrayBuffer>): Promise<ReadonlyMap<string, Cbor>> {
    const signature = await this.sign(join(authData, await sha256(client)), this.keys.privateKey);
    return new Map<string, Cbor>([
      ["alg", -7],
      ["sig", signature],
    ]);
  }

  private named({ id = this.id }: Lies) {
    return { id, rawId: id, type: "public-key", clientExtensionResults: {}, authenticatorAttachment: "platform" };
  }

  private client(type: string, challenge: string, lies: Lies): Uint8Array<ArrayBuffer> {
    return utf8(JSON.stringify({ type, challenge, origin: ORIGIN, crossOrigin: false, ...pick(lies) }));
  }

  private async data(flags: number, { rp = RP }: Lies): Promise<Uint8Array<ArrayBuffer>> {
    const counter = new Uint8Array(4);
    new DataView(counter.buffer).setUint32(0, this.counter);
    return join(await sha256(utf8(rp)), Uint8Array.of(flags), counter);
  }

  /** The public key as COSE has it (RFC 9053): kty EC2, alg ES256, crv P-256, x, y. */
  private async coseKey(): Promise<Uint8Array> {
    const raw = new Uint8Array((await crypto.subtle.exportKey("raw", this.keys.publicKey)) as ArrayBuffer);
    const key: [number, Cbor][] = [
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, raw.slice(1, 33)],
      [-3, raw.slice(33, 65)],
    ];
    return cbor(new Map(key));
  }

  private async sign(bytes: Uint8Array<ArrayBuffer>, key: CryptoKey): Promise<Uint8Array> {
    const pair = new Uint8Array(await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, key, bytes));
    const body = join(derNumber(pair.slice(0, 32)), derNumber(pair.slice(32)));
    return join(Uint8Array.of(0x30, body.length), body);
  }
}

const pick = ({ origin, type, challenge }: Lies) => ({
  ...(origin !== undefined && { origin }),
  ...(type !== undefined && { type }),
  ...(challenge !== undefined && { challenge }),
});
