import { describe, expect, it } from '@jest/globals';
import { findWording } from '@sos/platform-ui';
import { wordingRules } from './wordingRules';

const found = (text: string) =>
  findWording(text, wordingRules, new Set()).map(({ words, rule }) => [words, rule.preferred]);

describe('wording rules', () => {
  it.each([
    ['The third will not start addicts on buprenorphine.', 'addicts', 'people with opioid use disorder'],
    ['A former addict spoke.', 'former addict', 'person in recovery'],
    ['Kits for drug users in two counties.', 'drug users', 'people who use drugs'],
    ['Injection drug users were asked.', 'Injection drug users', 'people who inject drugs'],
    ['Prevent substance abuse in schools.', 'substance abuse', 'drug use'],
    ['Two were clean for six months.', 'clean for six months', 'in recovery'],
    ['Three tested dirty at intake.', 'tested dirty', 'positive test'],
    ["She OD'd in March.", "OD'd", 'overdosed'],
    ['Care for addicted babies.', 'addicted babies', 'infants exposed to opioids'],
    ['Opioid substitution therapy in jails.', 'Opioid substitution therapy', 'medications for opioid use disorder'],
    ['Less doctor shopping since May.', 'doctor shopping', 'seeing several prescribers'],
  ])('suggests for %j', (text, words, preferred) => {
    expect(found(text)).toEqual([[words, preferred]]);
  });

  it.each([
    'The user interface and the user guide are ready.',
    'We get clean data by Friday; the data tested clean enough to publish.',
    'The Substance Abuse and Mental Health Services Administration answered.',
    'The National Institute on Drug Abuse sent slides.',
    'Nicotine replacement therapy and hormone replacement therapy are covered.',
    'Alcoholics Anonymous meets on Mondays.',
    'An addictive design; the addiction medicine fellows start in June.',
    'A method for the clean-up of records, and clean water.',
    'The drug user fee act was extended.',
    'Child abuse reports and abusers of power are another matter.',
  ])('leaves %j alone', (text) => {
    expect(found(text)).toEqual([]);
  });
});
