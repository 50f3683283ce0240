import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { formatDate, Icon } from '@sos/platform-ui';
import { graphql, type WithdrawnFragment } from '@sos/platform-contract';
import styles from './source.module.css';

const WithdrawnParts = graphql(`
  fragment Withdrawn on DataSource {
    id
    withdrawnAt
    feed {
      key
      title
    }
  }
`);

export const Withdrawn = ({ source: from }: { source: FragmentType<WithdrawnFragment> }) => {
  const { data: source } = useSuspenseFragment({ fragment: WithdrawnParts, from });
  return (
    source.withdrawnAt && (
      <p className={styles.withdrawn}>
        <Icon name="information" size="m" />
        <span>
          <b>Withdrawn.</b> It has not been in “{source.feed.title}” since {formatDate(source.withdrawnAt)}. The record
          stays, so that what refers to it can still be read.
        </span>
      </p>
    )
  );
};
