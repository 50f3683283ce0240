import { expect, it } from '@jest/globals';
import { domainsOf, problemAt } from './providerValues';

it('reads domains however they are parted', () => {
  expect(domainsOf(' cdph.ca.gov, dhcs.ca.gov\nexample.org; ')).toEqual(['cdph.ca.gov', 'dhcs.ca.gov', 'example.org']);
  expect(domainsOf('  ')).toEqual([]);
});

it('finds the problem of a field, or of a part of it', () => {
  expect(problemAt({ 'mailDomains.1': 'No domain.' }, 'mailDomains')).toBe('No domain.');
  expect(problemAt({ mailDomainsOther: 'x' }, 'mailDomains')).toBeUndefined();
});
