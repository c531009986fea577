/** What the page may do, and nothing else; web/public/_headers says the same for files (a test compares them). */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self' blob: mediastream:",
  "connect-src 'self' blob:",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** What an answer of the API may do: nothing. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'";

const SHARED = {
  "strict-transport-security": "max-age=31536000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(self), microphone=(self), geolocation=(), payment=(), usb=()",
} as const;

export const PAGE_HEADERS = { "content-security-policy": PAGE_POLICY, ...SHARED };
export const API_HEADERS = { "content-security-policy": API_POLICY, ...SHARED };
