import { expect, it } from '@jest/globals';
import { providersFor } from './homeRealm';
import { providerProblemWords } from './providerProblems';

const [cdph, dhcs] = [
  { key: 'cdph', mailDomains: ['cdph.ca.gov'] },
  { key: 'dhcs', mailDomains: ['dhcs.ca.gov', 'example.org'] },
];

it.each([
  ['robin@cdph.ca.gov', ['cdph']],
  [' Robin@EXAMPLE.org ', ['dhcs']],
  ['robin@ca.gov', []],
  ['robin@', []],
  ['robin', []],
  ['', []],
])('%s belongs to %j', (email, keys) => {
  expect(providersFor([cdph, dhcs], email).map(({ key }) => key)).toEqual(keys);
});

it('has words for known problems only', () => {
  expect(providerProblemWords('unknown-person')).toContain('invitation');
  for (const none of [null, 'made-up', 'constructor', '<script>']) expect(providerProblemWords(none)).toBeNull();
});
