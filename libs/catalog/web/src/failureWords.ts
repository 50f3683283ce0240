import { readFailure } from '@sos/platform-web';

/** What happened, what to do, and what to quote when asking for help. */
export const failureWords = (error: unknown): string => {
  const { message, reference } = readFailure(error);
  return reference ? `${message} Reference ${reference}.` : message;
};
