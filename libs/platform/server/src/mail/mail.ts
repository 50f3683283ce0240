/** A message to one person. */
export interface Mail {
  /** The bare address of one person: `robin@example.org`. */
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** A value that must not become part of a header; trying again does not help. */
export class MailHeaderError extends Error {}

const controls = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/;
const oneAddress = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+$/;

/**
 * The mail as it may be sent. A line break in a header would begin another header, and a comma another recipient.
 * @throws MailHeaderError
 */
export function checkedMail(mail: Mail): Mail {
  if (controls.test(mail.to) || !oneAddress.test(mail.to))
    throw new MailHeaderError('The recipient is not one address.');
  if (controls.test(mail.subject))
    throw new MailHeaderError('The subject has a line break or another control character.');
  return mail;
}

/** Text from a person for a subject: on one line, and of a length that mail programs show. */
export const subjectWords = (text: string): string => {
  const line = text.replaceAll(new RegExp(controls, 'g'), ' ').replaceAll(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
};
