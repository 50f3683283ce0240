import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { type Fact, Facts, formatDate, Section } from '@sos/platform-ui';
import { graphql, type ProvenanceFragment } from '@sos/platform-contract';
import { OutsideLink } from '@sos/platform-web';
import { Link } from 'react-router';
import { linkedParts } from './links';
import styles from './source.module.css';

const ProvenanceParts = graphql(`
  fragment Provenance on DataSource {
    id
    sourceReference
    verification
    changedAt
    feed {
      key
      title
      location
      isCurated
    }
  }
`);

/** Where this record comes from, and how far somebody has checked it. */
export const Provenance = ({ source: from }: { source: FragmentType<ProvenanceFragment> }) => {
  const { data: source } = useSuspenseFragment({ fragment: ProvenanceParts, from });
  const { feed, sourceReference, verification } = source;
  const rows: Fact[] = [
    { label: 'Kept in', value: <Link to={`/data?feed=${encodeURIComponent(feed.key)}`}>{feed.title}</Link> },
    { label: 'Changed', value: formatDate(source.changedAt) },
  ];
  if (verification)
    rows.push({ label: 'Checked', value: verificationWords[verification.toLowerCase()] ?? verification });
  if (sourceReference) rows.push({ label: 'Written from', value: <LinkedText text={sourceReference} /> });
  return (
    <Section title="About this record">
      <Facts rows={rows} />
      {!feed.isCurated && (
        <p className={styles.note}>Changes are made in the feed; the next import brings them here.</p>
      )}
    </Section>
  );
};

const verificationWords: Record<string, string> = {
  page: 'Read on the source’s own page',
  partial: 'In part',
  unverified: 'Not yet',
};

const LinkedText = ({ text }: { text: string }) =>
  linkedParts(text).map((part, place) =>
    part.href ? (
      <OutsideLink key={place} href={part.href}>
        {part.text}
      </OutsideLink>
    ) : (
      part.text
    ),
  );
