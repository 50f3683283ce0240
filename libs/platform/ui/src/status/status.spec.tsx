import { describe, expect, it } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { dueWords } from './dueState';
import { SilenceMark } from './SilenceMark';
import { Tally } from './Tally';

describe('due state', () => {
  const today = '2026-11-20';
  it.each([
    ['2026-11-12', 'Overdue', 'overdue'],
    ['2026-11-20', 'Due today', 'near'],
    ['2026-11-21', 'Tomorrow', 'near'],
    ['2026-11-24', 'In 4 days', 'near'],
    ['2026-12-30', 'Dec 30', 'far'],
    ['2027-02-26', 'Feb 26, 2027', 'far'],
    [null, 'No due date', 'far'],
  ])('%s is %s', (dueOn, words, urgency) => {
    expect(dueWords(dueOn, today, false)).toEqual({ words, urgency });
  });

  it('is never overdue once done', () => {
    expect(dueWords('2026-11-12', today, true)).toEqual({ words: 'Nov 12', urgency: 'far' });
  });
});

describe('silence', () => {
  it('counts the days and blames no one', () => {
    render(<SilenceMark lastUpdateOn="2026-10-08" today="2026-11-20" />);
    expect(screen.getByText('No update in 43 days')).toBeTruthy();
  });
});

describe('tally', () => {
  it('has one tick for each item', () => {
    render(<Tally filled={11} total={24} label="reported" />);
    expect(screen.getByRole('img', { name: '11 of 24 reported' }).children).toHaveLength(24);
  });

  it('stays short over sixty, never draws something as nothing, and says its scale', () => {
    render(<Tally filled={1} total={152} label="reported" />);
    const tally = screen.getByRole('img', { name: '1 of 152 reported' });
    expect(tally.children).toHaveLength(51);
    expect(tally.querySelectorAll('.filled')).toHaveLength(1);
    expect(screen.getByText('Each tick is about 3.')).toBeTruthy();
  });
});
