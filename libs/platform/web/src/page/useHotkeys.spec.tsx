import { renderWithHub } from '../testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import { useSingleKeys } from './singleKeys';
import { useHotkeys } from './useHotkeys';

const next = jest.fn();
const search = jest.fn();

const Page = ({ dialog = false }: { dialog?: boolean }) => {
  useHotkeys({ j: next, 'mod+enter': search });
  const [, choose] = useSingleKeys();
  return (
    <>
      <input />
      <button onClick={() => choose(false)}>Off</button>
      <button onClick={() => choose(true)}>On</button>
      {dialog && <div role="dialog" aria-modal="true" />}
    </>
  );
};

describe('hotkeys', () => {
  beforeEach(() => {
    jest.clearAllMocks();
  });

  it('act on the page', async () => {
    const { user } = renderWithHub(<Page />);
    await user.keyboard('j');
    await user.keyboard('{Control>}j{/Control}');
    expect(next).toHaveBeenCalledTimes(1);
  });

  it('leave letters to a field, but not Ctrl+Enter', async () => {
    const { user } = renderWithHub(<Page />);
    await user.click(screen.getByRole('textbox'));
    await user.keyboard('j{Control>}{Enter}{/Control}');
    expect(next).not.toHaveBeenCalled();
    expect(search).toHaveBeenCalledTimes(1);
  });

  it('are silent under a dialog', async () => {
    const { user } = renderWithHub(<Page dialog />);
    await user.keyboard('j');
    expect(next).not.toHaveBeenCalled();
  });

  it('leave the key that closes a dialog to the dialog', async () => {
    const { user } = renderWithHub(<Page dialog />);
    const close = () => screen.getByRole('dialog').removeAttribute('aria-modal');
    window.addEventListener('keydown', close, { capture: true, once: true });
    await user.keyboard('j');
    expect(next).not.toHaveBeenCalled();
  });

  it('can be turned off', async () => {
    const { user } = renderWithHub(<Page />);
    await user.click(screen.getByText('Off'));
    await user.keyboard('j');
    expect(next).not.toHaveBeenCalled();
    await act(() => user.click(screen.getByText('On')));
  });
});
