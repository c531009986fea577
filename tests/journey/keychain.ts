import type { CDPSession, Page } from "playwright-core";

/** Where the passkeys of a device lie. */
export interface Keychain {
  readonly devtools: CDPSession;
  readonly authenticatorId: string;
}

/** An authenticator built into the device of a page: it has the dancer's finger, and asks nobody. */
export async function keychain(page: Page): Promise<Keychain> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { devtools, authenticatorId };
}

/** What is in one keychain is all that is in the other, as makers of devices do it. */
export async function sync(from: Keychain, to: Keychain): Promise<void> {
  await to.devtools.send("WebAuthn.clearCredentials", { authenticatorId: to.authenticatorId });
  const { credentials } = await from.devtools.send("WebAuthn.getCredentials", {
    authenticatorId: from.authenticatorId,
  });
  for (const credential of credentials)
    await to.devtools.send("WebAuthn.addCredential", { authenticatorId: to.authenticatorId, credential });
}
