import { describe, expect, it } from '@jest/globals';
import { render } from '@testing-library/react';
import { Highlight } from './Highlight';

describe('Highlight', () => {
  it.each(['a [[match]] here', 'a \uE000match\uE001 here'])('marks the matches of %j', (text) => {
    const { container } = render(<Highlight text={text} />);
    expect(container.textContent).toBe('a match here');
    expect(container.querySelector('mark')?.textContent).toBe('match');
  });

  it('leaves markup as words', () => {
    const { container } = render(<Highlight text="[[<b>bold</b>]] and 5 > 3" />);
    expect(container.querySelector('b')).toBeNull();
    expect(container.textContent).toBe('<b>bold</b> and 5 > 3');
  });
});
