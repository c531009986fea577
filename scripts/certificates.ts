import { fileURLToPath } from "node:url";

const none = fileURLToPath(new URL("../worker/auth/no-certificates.ts", import.meta.url));

/** Modules that read certificates, which the Worker never does. */
export const certificateAliases = { "@peculiar/x509": none, "@peculiar/asn1-android": none };
