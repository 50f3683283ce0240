import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { PersonLine, Section } from '@sos/platform-ui';
import { graphql, type StewardFragment } from '@sos/platform-contract';
import { mailAddress, MailLink } from '@sos/platform-web';
import { Link } from 'react-router';
import { agencyWords } from '../words';
import styles from './source.module.css';

const StewardParts = graphql(`
  fragment Steward on DataSource {
    id
    publisherName
    contactName
    contactEmail
    stewardUnit
    stewardPerson {
      id
      fullName
      initials
      email
    }
    stewardAgency {
      id
      key
      name
      abbreviation
    }
    publisherAgency {
      id
      key
      name
      abbreviation
    }
  }
`);

export const Steward = ({ source: from }: { source: FragmentType<StewardFragment> }) => {
  const { data: source } = useSuspenseFragment({ fragment: StewardParts, from });
  const { stewardPerson: person, stewardUnit, contactName, publisherName } = source;
  const agency = source.stewardAgency ?? source.publisherAgency;
  const mail = mailAddress(person?.email ?? source.contactEmail);
  const agencyLink = agency && <Link to={`/directory/agencies/${agency.key}`}>{agencyWords(agency)}</Link>;
  const unit = stewardUnit || contactName;
  const mailLink = mail && <MailLink address={mail.address} />;
  return (
    <Section title="Steward">
      {person ? (
        <PersonLine
          initials={person.initials}
          name={<Link to={`/directory/people/${person.id}`}>{person.fullName}</Link>}
          affiliation={
            <>
              {stewardUnit && <div>{stewardUnit}</div>}
              {agencyLink}
            </>
          }
          detail={mailLink}
        />
      ) : (
        <div className={styles.steward}>
          {unit && <b>{unit}</b>}
          {agencyLink ?? (publisherName !== unit && publisherName)}
          {!unit && !agencyLink && !publisherName && 'Not known yet'}
          {mailLink}
        </div>
      )}
    </Section>
  );
};
