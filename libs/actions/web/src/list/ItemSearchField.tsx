import { TextField } from '@sos/platform-ui';
import { useHotkeys } from '@sos/platform-web';
import { useEffect, useRef, useState } from 'react';

type ItemSearchFieldProps = { value: string; onChange: (text: string) => void };

const pauseInMs = 250;

/** Letters show at once and reach the address after a pause; "/" comes here. */
export const ItemSearchField = ({ value, onChange }: ItemSearchFieldProps) => {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<number>(undefined);
  useHotkeys({ '/': () => field.current?.focus() });
  useEffect(() => () => window.clearTimeout(timer.current), []);
  // The address changed by itself: the back button, a chip, a saved view.
  if (value !== known) {
    setKnown(value);
    if (value !== text.trim()) setText(value);
  }
  const send = (next: string) => {
    window.clearTimeout(timer.current);
    setKnown(next.trim());
    onChange(next.trim());
  };
  return (
    <TextField
      ref={field}
      label="Find"
      type="search"
      placeholder="Words in the title, the description or a number such as PS-19"
      value={text}
      onChange={(next) => {
        setText(next);
        window.clearTimeout(timer.current);
        timer.current = window.setTimeout(() => send(next), pauseInMs);
      }}
      onKeyDown={(event) => event.key === 'Enter' && send(text)}
    />
  );
};
