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
