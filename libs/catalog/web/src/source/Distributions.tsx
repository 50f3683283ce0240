import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { Button, Icon, Section } from '@sos/platform-ui';
import { type DistributionsFragment, graphql } from '@sos/platform-contract';
import { hostOf, OutsideLink, webAddress } from '@sos/platform-web';
import { useState } from 'react';
import styles from './source.module.css';

const DistributionsParts = graphql(`
  fragment Distributions on DataSource {
    id
    distributions {
      id
      title
      description
      format
      mediaType
      accessUrl
      downloadUrl
    }
  }
`);

type OneDistribution = DistributionsFragment['distributions'][number];
const firstShown = 10;

export const Distributions = ({ source: from }: { source: FragmentType<DistributionsFragment> }) => {
  const { data: source } = useSuspenseFragment({ fragment: DistributionsParts, from });
  const [all, setAll] = useState(false);
  const { distributions } = source;
  if (distributions.length === 0) return null;
  const shown = all ? distributions : distributions.slice(0, firstShown);
  return (
    <Section title="Files and pages" count={distributions.length}>
      <ul className={styles.rows}>
        {shown.map((distribution) => (
          <Row key={distribution.id} distribution={distribution} />
        ))}
      </ul>
      {distributions.length > firstShown && (
        <Button size="s" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${distributions.length}`}
        </Button>
      )}
    </Section>
  );
};

const Row = ({
  distribution: { title, description, format, mediaType, accessUrl, downloadUrl },
}: {
  distribution: OneDistribution;
}) => {
  const download = webAddress(downloadUrl);
  const address = download ?? webAddress(accessUrl);
  const name = title || (address ? hostOf(address) : 'Without a title');
  return (
    <li>
      <div>
        <OutsideLink className={styles.name} href={address} to={download ? 'file' : 'page'}>
          {name} {address && <Icon name={download ? 'download' : 'external'} />}
        </OutsideLink>
        <p className={styles.quiet}>
          {description || (address ? hostOf(address) : (downloadUrl ?? accessUrl ?? 'No address is recorded.'))}
        </p>
      </div>
      {(format || mediaType) && <span className={styles.kind}>{format || mediaType}</span>}
    </li>
  );
};
