import { VisuallyHidden } from '@sos/platform-ui';
import type { ReactNode } from 'react';
import { webAddress } from './outsideAddress';

type OutsideLinkProps = {
  /** As it was written, whatever that is. */
  href: string | null | undefined;
  children: ReactNode;
  /** What it leads to. */
  to?: 'page' | 'file';
  className?: string;
};

/**
 * Every address that comes from data is shown by this: it is a link only when it leads to the web, and the text of it
 * otherwise. The other site learns neither which page it was on nor anything of the window.
 */
export const OutsideLink = ({ href, children, to = 'page', className }: OutsideLinkProps) => {
  const address = webAddress(href);
  if (!address) return <span className={className}>{children}</span>;
  const isElsewhere = new URL(address).host !== window.location.host;
  return (
    // eslint-disable-next-line no-restricted-syntax -- the address was looked at
    <a className={className} href={address} rel="noopener noreferrer external" referrerPolicy="no-referrer">
      {children}
      {to === 'file' ? (
        <VisuallyHidden>, download</VisuallyHidden>
      ) : (
        isElsewhere && <VisuallyHidden>, other site</VisuallyHidden>
      )}
    </a>
  );
};
