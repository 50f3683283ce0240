import { describe, expect, test } from '@jest/globals';
import { domainOf, issuerProblem, mailDomain, vouchedAddress } from './identity-provider.rules';
import { VerificationClaim } from './identity-provider.types';

const provider = { mailDomains: ['cdph.ca.gov', 'example.org'], verificationClaim: VerificationClaim.EMAIL_VERIFIED };
const entra = { ...provider, verificationClaim: VerificationClaim.XMS_EDOV };

describe('the address that a provider vouches for', () => {
  test('is verified and of its domains, in lower case', () => {
    const claims = { email: 'Robin.Marsh@CDPH.ca.gov', email_verified: true };
    expect(vouchedAddress(provider, claims)).toEqual({ email: 'robin.marsh@cdph.ca.gov' });
  });

  test.each([
    [{}, 'no-address'],
    [{ email: 'robin', email_verified: true }, 'no-address'],
    [{ email: 'robin@evil.example@cdph.ca.gov', email_verified: true }, 'no-address'],
    [{ email: '@cdph.ca.gov', email_verified: true }, 'no-address'],
    [{ email: ['robin@cdph.ca.gov'], email_verified: true }, 'no-address'],
    [{ email: `${'x'.repeat(250)}@cdph.ca.gov`, email_verified: true }, 'no-address'],
    [{ email: 'robin@cdph.ca.gov' }, 'unverified-address'],
    [{ email: 'robin@cdph.ca.gov', email_verified: false }, 'unverified-address'],
    [{ email: 'robin@cdph.ca.gov', email_verified: 'true' }, 'unverified-address'],
    [{ email: 'robin@cdph.ca.gov', email_verified: 1 }, 'unverified-address'],
    [{ email: 'robin@cdph.ca.gov', xms_edov: true }, 'unverified-address'],
    [{ email: 'robin@ca.gov', email_verified: true }, 'foreign-domain'],
    [{ email: 'robin@sub.cdph.ca.gov', email_verified: true }, 'foreign-domain'],
    [{ email: 'robin@evilcdph.ca.gov', email_verified: true }, 'foreign-domain'],
  ])('of %j is none: %s', (claims, problem) => {
    expect(vouchedAddress(provider, claims)).toEqual({ problem });
  });

  test.each([true, 1, '1', 'true'])('by Entra ID’s own claim %j', (xms_edov) => {
    expect(vouchedAddress(entra, { email: 'robin@example.org', xms_edov })).toEqual({ email: 'robin@example.org' });
    expect(vouchedAddress(provider, { email: 'robin@example.org', xms_edov })).toMatchObject({
      problem: expect.anything(),
    });
  });

  test.each([false, 0, '0', null, undefined])('and not by %j', (xms_edov) => {
    const claims = { email: 'robin@example.org', xms_edov, email_verified: true };
    expect(vouchedAddress(entra, claims)).toEqual({ problem: 'unverified-address' });
  });
});

test.each([
  ['cdph.ca.gov', 'cdph.ca.gov'],
  [' @CDPH.CA.GOV ', 'cdph.ca.gov'],
  ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ['localhost', null],
  ['robin@cdph.ca.gov', null],
  ['*.ca.gov', null],
  ['cdph..gov', null],
  ['-a.gov', null],
  ['10.0.0.1', null],
])('%s as a domain of mail is %s', (text, domain) => {
  expect(mailDomain(text)).toBe(domain);
});

test.each([
  ['https://login.example.gov', false, null],
  ['https://login.example.gov/realms/hub', false, null],
  ['http://login.example.gov', true, 'begins with https://'],
  ['http://localhost:9000', false, 'begins with https://'],
  ['http://localhost:9000', true, null],
  ['http://10.0.0.1', true, 'begins with https://'],
  ['https://login.example.gov/?tenant=1', false, 'without question mark'],
  ['https://a:b@login.example.gov', false, 'without question mark'],
  ['https://login.example.gov/.well-known/openid-configuration', false, 'before /.well-known'],
  ['ftp://login.example.gov', true, 'begins with https://'],
  ['login.example.gov', false, 'expects an address'],
])('the issuer %s, private allowed %s: %s', (text, allowsPrivate, words) => {
  const problem = issuerProblem(text, allowsPrivate);
  if (words === null) expect(problem).toBeNull();
  else expect(problem).toContain(words);
});

test('only an address has a domain', () => {
  expect(domainOf('Robin@Example.org')).toBe('example.org');
  for (const text of ['', 'robin', 'a@b@c', '@b']) expect(domainOf(text)).toBeNull();
});
