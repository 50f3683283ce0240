import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { graphql, type UpdateDetailFragment as UpdateDetailData } from '@sos/platform-contract';
import { formatShortDate, HelpWanted } from '@sos/platform-ui';
import { OutsideLink } from '@sos/platform-web';
import styles from './ItemPage.module.css';

export const UpdateDetailFragment = graphql(`
  fragment UpdateDetail on ActionItemUpdate {
    id
    evidenceUrl
    author {
      id
      agency {
        id
        shortName
      }
    }
    helpRequests {
      id
      state
      answeredAt
      agency {
        id
        shortName
      }
      answeredBy {
        id
        fullName
      }
    }
  }
`);

type Request = UpdateDetailData['helpRequests'][number];

const answerOf = ({ state, answeredBy, answeredAt }: Request): string => {
  if (state === 'OPEN' || !answeredBy) return state === 'OPEN' ? 'Not answered yet' : 'Closed';
  return `${state === 'ACCEPTED' ? 'Accepted' : 'Closed'} by ${answeredBy.fullName}${
    answeredAt ? `, ${formatShortDate(answeredAt)}` : ''
  }`;
};

/** Who wrote it, what proves it, whose help was wanted and who answered. */
export const UpdateDetail = ({ update }: { update: FragmentType<typeof UpdateDetailFragment> }) => {
  const { data } = useSuspenseFragment({ fragment: UpdateDetailFragment, from: update });
  return (
    <span className={styles.lines}>
      <span>{data.author.agency.shortName}</span>
      {data.evidenceUrl && (
        <OutsideLink href={data.evidenceUrl}>Evidence: {data.evidenceUrl.replace(/^https?:\/\//, '')}</OutsideLink>
      )}
      {data.helpRequests.map((request) => (
        <span key={request.id}>
          <HelpWanted agencyNames={[request.agency.shortName]} /> {answerOf(request)}
        </span>
      ))}
    </span>
  );
};
