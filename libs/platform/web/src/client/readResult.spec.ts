import { describe, expect, it } from '@jest/globals';
import { readResult } from './readResult';

type Result =
  | { __typename: 'PostUpdateSuccess'; update: { id: string } }
  | { __typename: 'NotAllowedRefusal'; message: string; whoCan: string | null }
  | { __typename: 'InvalidInputRefusal'; message: string; fields: { path: string; message: string }[] };

describe('reading the result of a mutation', () => {
  it('hands over what succeeded', () => {
    const result = { __typename: 'PostUpdateSuccess', update: { id: '1' } } as Result;
    const outcome = readResult(result, 'PostUpdateSuccess');
    expect(outcome.succeeded && outcome.value.update.id).toBe('1');
  });

  it('says who can', () => {
    const result = { __typename: 'NotAllowedRefusal', message: 'Only chairs do this.', whoCan: 'Ask Denise Okafor.' };
    expect(readResult(result as Result, 'PostUpdateSuccess')).toMatchObject({
      succeeded: false,
      message: 'Only chairs do this. Ask Denise Okafor.',
    });
  });

  it('gives each field its first problem', () => {
    const result = {
      __typename: 'InvalidInputRefusal',
      message: 'Two fields need another look.',
      fields: [
        { path: 'note', message: 'Write a sentence.' },
        { path: 'note', message: 'Write more.' },
        { path: 'distributions.0.accessUrl', message: 'Begin with https://.' },
      ],
    };
    expect(readResult(result as Result, 'PostUpdateSuccess')).toMatchObject({
      fields: { note: 'Write a sentence.', 'distributions.0.accessUrl': 'Begin with https://.' },
    });
  });
});
