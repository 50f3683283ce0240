/** The hub, as authenticators know it. A passkey made for one domain never answers another. */
export interface RelyingParty {
  /** Domain of the hub. */
  id: string;
  /** Where its pages come from. */
  origin: string;
  name: string;
}

export function relyingPartyOf(publicUrl: string): RelyingParty {
  const { hostname, origin } = new URL(publicUrl);
  return { id: hostname, origin, name: 'SOS Hub' };
}
