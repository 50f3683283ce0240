import { Textarea, TextInput } from '@mantine/core';
import type { ComponentPropsWithRef, Ref } from 'react';
import { type FieldProps, wrap } from './fieldParts';

type Native<Tag extends 'input' | 'textarea'> = Pick<
  ComponentPropsWithRef<Tag>,
  | 'autoComplete'
  | 'inputMode'
  | 'maxLength'
  | 'placeholder'
  | 'required'
  | 'readOnly'
  | 'onBlur'
  | 'onKeyDown'
  | 'autoFocus'
>;

export type TextFieldProps = FieldProps &
  Native<'input'> & {
    value: string;
    onChange: (value: string) => void;
    type?: 'text' | 'email' | 'url' | 'search' | 'tel' | 'number' | 'password' | 'time';
    ref?: Ref<HTMLInputElement>;
  };

export const TextField = ({ onChange, label, optional, hint, error, ...rest }: TextFieldProps) => (
  <TextInput
    {...wrap({ label, optional, hint, error })}
    {...rest}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);

export type TextAreaFieldProps = FieldProps &
  Native<'textarea'> & {
    value: string;
    onChange: (value: string) => void;
    rows?: number;
    ref?: Ref<HTMLTextAreaElement>;
  };

export const TextAreaField = ({ onChange, label, optional, hint, error, rows = 2, ...rest }: TextAreaFieldProps) => (
  <Textarea
    {...wrap({ label, optional, hint, error })}
    {...rest}
    rows={rows}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);
