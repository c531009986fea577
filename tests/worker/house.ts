// A house of the tests in which everything is the owner's, and the ways to it.
import { Authenticator } from "./authenticator.ts";
import type { Answer, Client } from "./client.ts";
import { type Crew, challenge, crewOfThree, invite } from "./crew.ts";
import { choreographyNamed, danced, upload } from "./dance.ts";
import { share } from "./picture.ts";

/** Who knocks: nobody, a dancer of no crew, one of the crew, its coach, and whose it is: the crew's lead. */
export const WHO = ["nobody", "stranger", "member", "coach", "owner"] as const;
/** What is the owner's. */
export interface House extends Crew {
  readonly version: string;
  /** A routine of the owner's, for the crew: slug and version. */
  readonly slug: string;
  readonly own: string;
  readonly session: string;
  /** Closed and on the board; closed and not on the board; open. */
  readonly best: string;
  readonly lazy: string;
  readonly open: string;
  readonly invite: { readonly id: string; readonly token: string };
  readonly device: string;
  readonly passkey: string;
  /** Token of the page of the best take. */
  readonly shared: string;
  /** A challenge of the owner's. */
  readonly dare: string;
}

/** A house of a routine that comes with the page, with everything in it. */
export async function house(version: string): Promise<House> {
  const crew = await crewOfThree();
  const { lead } = crew;
  const lazy = (await lead.dance(version, { frames: danced(4, 8, 0.5) })).body.take.id;
  const best = (await lead.dance(version)).body.take.id;
  const session = (await lead.post("/sessions", {})).body.id;
  const slug = `ours-${crew.id.slice(0, 8)}`;
  const own = (await upload(lead, choreographyNamed(slug), `visibility=crew&crew=${crew.id}`)).body.version;
  const { devices } = (await lead.get("/me/devices")).body;
  const open = await lead.open(version);
  const { body } = await invite(lead, crew.id, 5);
  const made = await (await Authenticator.open()).make((await lead.post("/me/passkeys/challenge", {})).body);
  const { token } = (await share(lead, best)).body;
  const passkey = (await lead.post("/me/passkeys", made)).body.id;
  const dare = (await challenge(lead, crew.id, version)).body.id;
  const theirs = {
    version,
    slug,
    own,
    session,
    best,
    lazy,
    open,
    invite: body,
    device: devices[0].id,
    passkey,
    shared: token,
    dare,
  };
  return { ...crew, ...theirs };
}

/** A way to a thing of the owner's, and what each is told, in the order of WHO; "ok" where they may. */
export type Door = [route: string, told: string, knock: (who: Client, h: House) => Promise<Answer>];

export const OUT = "signed-out";
/** Whoever has a name may. */
export const own = `${OUT} ok ok ok ok`;
/** Whoever is in the crew may. */
export const crewOnly = `${OUT} crew-unknown ok ok ok`;
export const anybody = "ok ok ok ok ok";
