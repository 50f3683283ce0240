import { renderWithHub } from '../testing';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { useNavigate } from 'react-router';
import { urlChoice, urlFlag, urlList, urlNumber, urlText } from './urlParts';
import { useTyped } from './useTyped';
import { useUrlState } from './useUrlState';

const parts = {
  text: urlText(),
  status: urlList(['BLOCKED', 'DONE']),
  due: urlChoice(['OVERDUE', 'NO_DATE']),
  goal: urlNumber(),
  mine: urlFlag(),
};

const Page = () => {
  const [values, set] = useUrlState(parts);
  const [typed, setTyped] = useTyped(values.text, (text) => set({ text }));
  const navigate = useNavigate();
  return (
    <>
      <output>{JSON.stringify(values)}</output>
      <input value={typed} onChange={(event) => setTyped(event.target.value)} />
      <button onClick={() => set({ status: ['BLOCKED', 'DONE'], mine: true }, { push: true })}>Choose</button>
      <button onClick={() => set({ status: [], mine: false, goal: null })}>Clear</button>
      <button onClick={() => navigate(-1)}>Back</button>
    </>
  );
};

const values = () => JSON.parse(screen.getByRole('status').textContent ?? '') as Record<string, unknown>;

describe('filters in the address', () => {
  it('are read from it, and strangers are passed over', () => {
    renderWithHub(<Page />, { path: '/items?status=DONE&status=WILD&due=SOON&goal=3&mine=1' });
    expect(values()).toEqual({ text: '', status: ['DONE'], due: null, goal: 3, mine: true });
  });

  it('are written as repeated parameters, beside what others wrote', async () => {
    const { user, location } = renderWithHub(<Page />, { path: '/items?view=board&status=DONE' });
    await user.click(screen.getByText('Choose'));
    expect(location().search).toBe('?view=board&status=BLOCKED&status=DONE&mine=1');
    await user.click(screen.getByText('Clear'));
    expect(location().search).toBe('?view=board');
  });

  it('go back step by step when they were pushed', async () => {
    const { user, location } = renderWithHub(<Page />, { path: '/items?status=DONE' });
    await user.click(screen.getByText('Choose'));
    await user.click(screen.getByText('Back'));
    expect(location().search).toBe('?status=DONE');
  });

  it('take typed text once typing pauses', async () => {
    const { user, location } = renderWithHub(<Page />, { path: '/items' });
    await user.type(screen.getByRole('textbox'), 'naloxone ');
    expect(location().search).toBe('');
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(location().search).toBe('?text=naloxone');
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'naloxone ');
  });
});
