import { mailAddress } from './outsideAddress';

/** A mail address that comes from data: a link when it is one address, and nothing of a message besides. */
export const MailLink = ({ address: written }: { address: string }) => {
  const mail = mailAddress(written);
  // eslint-disable-next-line no-restricted-syntax -- the address was looked at
  return mail ? <a href={mail.href}>{mail.address}</a> : <span>{written}</span>;
};
