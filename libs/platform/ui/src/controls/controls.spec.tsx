import { describe, expect, it, jest } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import type { WorkStatus } from '../status/workStatus';
import { HubProvider } from '../theme/HubProvider';
import { DateField } from './DateField';
import { StatusRadios } from './StatusRadios';
import { SuggestWording } from './SuggestWording';

const show = (part: ReactNode) => render(<HubProvider>{part}</HubProvider>);

describe('StatusRadios', () => {
  const Example = () => {
    const [status, setStatus] = useState<WorkStatus>('IN_PROGRESS');
    return <StatusRadios name="status" value={status} onChange={setStatus} />;
  };

  it('is one stop of the keyboard, and the arrows choose', async () => {
    const user = userEvent.setup();
    show(<Example />);
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'In progress' }));
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Blocked' }).checked).toBe(true);
  });
});

describe('DateField', () => {
  const Example = ({ onChange }: { onChange: (value: string | null) => void }) => {
    const [value, setValue] = useState<string | null>(null);
    return (
      <DateField
        label="Due date"
        value={value}
        onChange={(next) => {
          setValue(next);
          onChange(next);
        }}
      />
    );
  };

  it('hands on what was typed as a plain day', async () => {
    const onChange = jest.fn();
    const user = userEvent.setup();
    show(<Example onChange={onChange} />);
    await user.type(screen.getByRole('textbox', { name: 'Due date' }), '12/4/2026');
    await user.tab();
    expect(onChange).toHaveBeenLastCalledWith('2026-12-04');
  });

  it('keeps nonsense in sight and says what to do', async () => {
    const onChange = jest.fn();
    const user = userEvent.setup();
    show(<Example onChange={onChange} />);
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Due date' });
    await user.type(field, 'Feb 31, 2027');
    await user.tab();
    expect(screen.getByText('February has 28 days. Enter a date such as Feb 26, 2027.')).toBeTruthy();
    expect(field.value).toBe('Feb 31, 2027');
    expect(onChange).not.toHaveBeenCalled();
  });
});

describe('SuggestWording', () => {
  const rules = [
    {
      match: '\\baddicts\\b',
      preferred: 'people with opioid use disorder',
      reason: 'names the condition, not the person.',
    },
  ];
  const Example = () => {
    const [text, setText] = useState('');
    return <SuggestWording label="What changed" value={text} onChange={setText} suggestions={rules} />;
  };
  const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'What changed' });

  it('suggests without touching the text, and replaces only when asked', async () => {
    const user = userEvent.setup();
    show(<Example />);
    await user.type(field(), 'Addicts wait.');
    expect(field().value).toBe('Addicts wait.');
    expect(screen.getByText('Another word for “Addicts”?')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Use it' }));
    expect(field().value).toBe('People with opioid use disorder wait.');
    expect(document.activeElement).toBe(field());
  });

  it('keeps the writer’s word, and does not ask again', async () => {
    const user = userEvent.setup();
    show(<Example />);
    await user.type(field(), 'The addicts');
    await user.click(screen.getByRole('button', { name: 'Keep mine' }));
    await user.type(field(), ' and other addicts');
    expect(screen.queryByRole('button', { name: 'Use it' })).toBeNull();
    expect(field().value).toBe('The addicts and other addicts');
  });
});
