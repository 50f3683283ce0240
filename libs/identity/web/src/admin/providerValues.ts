import type { IdentityProvidersQuery, VerificationClaim } from '@sos/platform-contract';

export type Provider = IdentityProvidersQuery['identityProviders'][number];

/** What the form holds; the secret is empty unless a new one is typed. */
export type ProviderValues = {
  key: string;
  displayName: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  agencyIds: string[];
  /** As typed: one a line, or parted by commas or blanks. */
  mailDomains: string;
  verificationClaim: VerificationClaim;
};

export const emptyValues: ProviderValues = {
  key: '',
  displayName: '',
  issuer: '',
  clientId: '',
  clientSecret: '',
  agencyIds: [],
  mailDomains: '',
  verificationClaim: 'EMAIL_VERIFIED',
};

export const valuesOf = (provider: Provider): ProviderValues => ({
  key: provider.key,
  displayName: provider.displayName,
  issuer: provider.issuer,
  clientId: provider.clientId,
  clientSecret: '',
  agencyIds: provider.agencies.map(({ id }) => id),
  mailDomains: provider.mailDomains.join('\n'),
  verificationClaim: provider.verificationClaim,
});

export const domainsOf = (typed: string): string[] => typed.split(/[\s,;]+/).filter(Boolean);

/** Problems of single domains belong to the one field that holds them all. */
export const problemAt = (problems: Record<string, string>, path: string): string | undefined =>
  problems[path] ?? Object.entries(problems).find(([at]) => at.startsWith(`${path}.`))?.[1];
