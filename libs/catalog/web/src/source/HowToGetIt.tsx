import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { Section } from '@sos/platform-ui';
import { graphql, type HowToGetItFragment } from '@sos/platform-contract';
import { mailAddress, MailLink, OutsideLink, webAddress } from '@sos/platform-web';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import styles from './source.module.css';

const HowToGetItParts = graphql(`
  fragment HowToGetIt on DataSource {
    id
    accessLevel
    accessRoute
    rights
    landingPage
    contactName
    contactEmail
  }
`);

const anchor = 'how-to-get-it';

/** A result's "See all steps" leads here, past the heading. */
const useArrival = () => {
  const { hash, key } = useLocation();
  useEffect(() => {
    if (hash !== `#${anchor}`) return;
    const section = document.getElementById(anchor);
    section?.querySelector<HTMLElement>('h2 [tabindex]')?.focus({ preventScroll: true });
    section?.scrollIntoView();
  }, [hash, key]);
};

export const HowToGetIt = ({ source: from }: { source: FragmentType<HowToGetItFragment> }) => {
  const { data: source } = useSuspenseFragment({ fragment: HowToGetItParts, from });
  useArrival();
  const { accessRoute, contactName, rights } = source;
  const mail = mailAddress(source.contactEmail);
  const page = webAddress(source.landingPage);
  return (
    <Section id={anchor} title={<span tabIndex={-1}>How to get it</span>}>
      {accessRoute.length > 0 ? (
        <ol className={styles.steps}>
          {accessRoute.map((step, place) => (
            <li key={place}>
              <span className={styles.numeral} aria-hidden="true">
                {place + 1}
              </span>
              <p>{step}</p>
            </li>
          ))}
        </ol>
      ) : (
        <p className={styles.quiet}>
          {source.accessLevel === 'PUBLIC'
            ? 'It is open to everyone: see the files and pages below.'
            : 'The way to ask is not recorded yet. Ask the steward.'}
        </p>
      )}
      {rights && <p className={styles.note}>{rights}</p>}
      {(contactName || mail || page) && (
        <p className={styles.note}>
          {(contactName || mail) && (
            <>
              Contact: {contactName}
              {contactName && mail && ', '}
              {mail && <MailLink address={mail.address} />}.{' '}
            </>
          )}
          {page && <OutsideLink href={page}>About this source</OutsideLink>}
        </p>
      )}
    </Section>
  );
};
