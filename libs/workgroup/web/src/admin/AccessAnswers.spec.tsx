import { renderWithHub } from '@sos/platform-web/testing';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { AccessAnswers } from './AccessAnswers';
import { wordsOf } from './AccessPage';

type Answers = Parameters<typeof AccessAnswers>[0]['answers'];
const ground = (traits: Partial<Answers[number]['grounds'][number]>): Answers[number]['grounds'][number] => ({
  __typename: 'AccessGround',
  words: 'chairs the sub-group',
  holds: false,
  whoGrants: 'Chairs of the workgroup name the chairs of a sub-group.',
  holdings: [],
  ...traits,
});
const answer = (traits: Partial<Answers[number]>): Answers[number] => ({
  __typename: 'AccessAnswer',
  act: 'edit it',
  isAllowed: false,
  closed: null,
  needs: null,
  whoCan: 'Chairs.',
  grounds: [],
  ...traits,
});
const seat = {
  __typename: 'AccessHolding' as const,
  words: 'Co-chair of Harm Reduction, for DHCS',
  startsOn: '2025-03-08',
  endsOn: null,
  state: 'RUNNING' as const,
  givenAt: '2025-03-01T12:00:00.000Z',
  givenBy: { __typename: 'Person' as const, id: '1', fullName: 'Ana Reyes' },
};

describe('why somebody may or may not', () => {
  it('names the ground, the seat it rests on, its term, and who gave it', () => {
    const holds = ground({ holds: true, whoGrants: null, holdings: [seat] });
    renderWithHub(
      <AccessAnswers name="Ben Ito" answers={[answer({ isAllowed: true, grounds: [holds, ground({})] })]} />,
    );
    expect(screen.getByRole('heading', { name: 'Ben Ito may edit it' })).toBeTruthy();
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Because this person chairs the sub-group: Co-chair of Harm Reduction, for DHCS (Since Mar 8, 2025), given by Ana Reyes on Mar 1, 2025.',
    ]);
  });

  it('names what is missing, the term that has ended, and who could give it', () => {
    const ended = { ...seat, endsOn: '2025-09-01', state: 'ENDED' as const, givenBy: null, givenAt: null };
    renderWithHub(<AccessAnswers name="Ben Ito" answers={[answer({ grounds: [ground({ holdings: [ended] })] })]} />);
    expect(screen.getByRole('heading', { name: 'Ben Ito may not edit it' })).toBeTruthy();
    expect(screen.getByRole('listitem').textContent).toBe(
      'That this person chairs the sub-group. Co-chair of Harm Reduction, for DHCS (Mar 8, 2025 to Sep 1, 2025, ended). Chairs of the workgroup name the chairs of a sub-group.',
    );
  });

  it('says why nobody may', () => {
    renderWithHub(<AccessAnswers name="Ben Ito" answers={[answer({ closed: 'the goal has ended' })]} />);
    expect(screen.getByText('Because the goal has ended.')).toBeTruthy();
    expect(screen.queryByRole('listitem')).toBeNull();
  });

  it.each([
    ['naloxone', 'naloxone'],
    ['PS-19', 'PS-19'],
    ['/items/PS-19', 'PS-19'],
    ['https://hub.example.org/items/PS-19?x=1', 'PS-19'],
    ['/data/emergency-visits', 'emergency visits'],
  ])('looks for %s as %s', (typed, words) => expect(wordsOf(typed)).toBe(words));
});
