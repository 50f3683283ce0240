import { renderWithHub } from '../testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { forgetPerson } from './storage';
import { useDraft } from './useDraft';

const Editor = ({ item = 'PS-19' }: { item?: string }) => {
  const draft = useDraft(`update:${item}`);
  return (
    <>
      <textarea value={draft.text} onChange={(event) => draft.setText(event.target.value)} />
      <p>{draft.keptNote}</p>
      <button onClick={draft.clear}>Post update</button>
    </>
  );
};

const text = () => screen.getByRole<HTMLTextAreaElement>('textbox').value;
const write = async (words: string) => {
  const { user, unmount } = renderWithHub(<Editor />);
  await user.type(screen.getByRole('textbox'), words);
  unmount();
};

describe('a draft', () => {
  beforeEach(() => localStorage.clear());

  it('is there again, with the time it was kept', async () => {
    await write('Two of three jails are ready.');
    renderWithHub(<Editor />);
    expect(text()).toBe('Two of three jails are ready.');
    expect(screen.getByText(/^Draft kept \d{1,2}:\d\d [AP]M$/)).toBeTruthy();
  });

  it('belongs to one person and one item', async () => {
    await write('Mine');
    const other = renderWithHub(<Editor item="PS-20" />);
    expect(text()).toBe('');
    other.unmount();
    const { viewer } = { viewer: { person: { id: 'person-denise' } } };
    renderWithHub(<Editor />, { viewer: viewer as never });
    expect(text()).toBe('');
  });

  it('is gone once it was posted', async () => {
    await write('Posted');
    const { user, unmount } = renderWithHub(<Editor />);
    await user.click(screen.getByText('Post update'));
    expect(text()).toBe('');
    unmount();
    renderWithHub(<Editor />);
    expect(text()).toBe('');
  });

  it('is gone once the person signs out', async () => {
    await write('Not for the next one');
    forgetPerson('person-ana');
    expect(Object.keys(localStorage).filter((key) => key.includes('draft'))).toEqual([]);
  });

  it('survives a stored text that is broken', () => {
    localStorage.setItem('sos:person-ana:draft:update:PS-19', '{"text":');
    renderWithHub(<Editor />);
    expect(text()).toBe('');
  });
});

describe('the intent of sending a draft', () => {
  beforeEach(() => localStorage.clear());
  let key = '';
  const Sender = ({ item = 'PS-19' }: { item?: string }) => {
    const draft = useDraft(`update:${item}`);
    return (
      <>
        <textarea value={draft.text} onChange={(event) => draft.setText(event.target.value)} />
        <button onClick={() => (key = draft.intent.key)}>Try</button>
        <button onClick={draft.clear}>Post update</button>
      </>
    );
  };
  const keyNow = async (user: ReturnType<typeof renderWithHub>['user']) => {
    await user.click(screen.getByRole('button', { name: 'Try' }));
    return key;
  };

  it('is the same while words are mended, and after the page was closed and opened again', async () => {
    const { user, unmount } = renderWithHub(<Sender />);
    await user.type(screen.getByRole('textbox'), 'Two of three.');
    const first = await keyNow(user);
    await user.type(screen.getByRole('textbox'), ' And one waits.');
    expect(await keyNow(user)).toBe(first);
    unmount();
    const again = renderWithHub(<Sender />);
    expect(await keyNow(again.user)).toBe(first);
  });

  it('is another once it was sent, and for another text', async () => {
    const { user, unmount } = renderWithHub(<Sender />);
    await user.type(screen.getByRole('textbox'), 'Two of three.');
    const first = await keyNow(user);
    await user.click(screen.getByRole('button', { name: 'Post update' }));
    const second = await keyNow(user);
    expect(second).not.toBe(first);
    expect(second).toMatch(/^[0-9a-f]{32}$/);
    unmount();
    const other = renderWithHub(<Sender item="PS-20" />);
    expect([first, second]).not.toContain(await keyNow(other.user));
  });
});
