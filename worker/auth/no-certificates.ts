// Stands in for the libraries that read certificates: none is asked for, and passkeys that bring one are refused before
// they are looked at. Without them the part of the Worker that checks passkeys is a third smaller and ready in half the time.
class NoCertificate {
  constructor() {
    throw new Error("certificates are refused before they are read");
  }
}
export const X509Certificate = NoCertificate;
export const X509ChainBuilder = NoCertificate;
export const X509Crl = NoCertificate;
export const AuthorityKeyIdentifierExtension = NoCertificate;
export const CRLDistributionPointsExtension = NoCertificate;
export const SubjectKeyIdentifierExtension = NoCertificate;
export const KeyDescription = NoCertificate;
export const id_ce_keyDescription = "";
