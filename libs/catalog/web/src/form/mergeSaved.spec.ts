import { describe, expect, it } from '@jest/globals';
import { mergeSaved } from './mergeSaved';
import { emptyValues } from './sourceValues';

const base = { ...emptyValues(), title: 'Deaths', lag: '4 months', keywords: ['death'] };

describe('a source that somebody else saved meanwhile', () => {
  it('keeps my words, takes over what I never touched, and names what both changed', () => {
    const mine = { ...base, title: 'Deaths in California', acronym: 'CCDF' };
    const theirs = { ...base, title: 'Death file', lag: '3 months' };
    const merged = mergeSaved(base, mine, theirs);
    expect(merged.conflicts).toEqual(['title']);
    expect(merged.taken).toEqual(['lag']);
    expect(merged.values).toMatchObject({ title: 'Deaths in California', acronym: 'CCDF', lag: '3 months' });
  });

  it('is no conflict when both wrote the same', () => {
    const same = { ...base, keywords: ['death', 'mortality'] };
    expect(mergeSaved(base, same, { ...same, keywords: [...same.keywords] }).conflicts).toEqual([]);
  });
});
