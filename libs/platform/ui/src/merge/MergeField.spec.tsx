import { describe, expect, it } from '@jest/globals';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { HubProvider } from '../theme/HubProvider';
import { MergeField } from './MergeField';

const Form = () => {
  const [value, setValue] = useState('Call Kern today');
  const chosen = value === 'Call Fresno today' ? 'theirs' : value === 'Call Kern today' ? 'mine' : 'edited';
  return (
    <HubProvider>
      <label>
        Step <input value={value} onChange={(event) => setValue(event.target.value)} />
      </label>
      <MergeField
        label="Next step"
        theirs="Call Fresno today"
        mine="Call Kern today"
        chosen={chosen}
        onTheirs={() => setValue('Call Fresno today')}
        onMine={() => setValue('Call Kern today')}
      />
    </HubProvider>
  );
};

describe('a field that two people changed', () => {
  it('shows both texts with what differs, and lets one go to and fro without losing either', async () => {
    const user = userEvent.setup();
    render(<Form />);
    const field = within(screen.getByRole('group', { name: 'Next step: saved meanwhile' }));
    expect(screen.getAllByText((_, element) => element?.tagName === 'MARK').map((one) => one.textContent)).toEqual([
      'Fresno',
      'Kern',
    ]);
    const value = () => screen.getByRole<HTMLInputElement>('textbox').value;
    field.getByRole('button', { name: 'Use theirs for Next step' }).focus();
    await user.keyboard('{Enter}');
    expect(value()).toBe('Call Fresno today');
    expect(field.getByRole('status').textContent).toBe('Theirs stands in the form.');
    await user.click(field.getByRole('button', { name: 'Use mine for Next step' }));
    expect(value()).toBe('Call Kern today');
    await user.type(screen.getByRole('textbox'), ' too');
    expect(field.getByRole('status').textContent).toBe('Your new words stand in the form.');
    await user.click(field.getByRole('button', { name: 'Use mine for Next step' }));
    expect(value()).toBe('Call Kern today');
  });
});
