import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { DueState, HelpWanted, LedgerRow, type LedgerRowProps, WorkStatusMark } from '@sos/platform-ui';
import { useHub } from '@sos/platform-web';
import { dueDetail, itemPath, lastUpdateWords } from './itemWords';
import { ItemGroups } from './SharedGroups';

export const ItemRowFragment = graphql(`
  fragment ItemRow on ActionItem {
    id
    reference
    title
    status
    dueOn
    silentDays
    isRestricted
    goal {
      id
      number
    }
    subGroups {
      id
      name
    }
    latestUpdate {
      postedAt
    }
    openHelpRequests {
      id
      agency {
        id
        shortName
      }
    }
  }
`);

type ItemRowProps = Pick<LedgerRowProps, 'current' | 'action' | 'children' | 'headingLevel'> & {
  item: FragmentType<typeof ItemRowFragment>;
};

/** An action item as a row of a ledger: when, what, how far, who sees it. */
export const ItemRow = ({ item, ...row }: ItemRowProps) => {
  const { today } = useHub();
  const { data } = useSuspenseFragment({ fragment: ItemRowFragment, from: item });
  const isDone = data.status === 'DONE';
  const detail = isDone ? null : dueDetail(data.dueOn, today);
  const helpers = data.openHelpRequests.map((request) => request.agency.shortName);
  return (
    <LedgerRow
      {...row}
      data-item={data.reference}
      margin={
        <>
          <DueState dueOn={data.dueOn} today={today} done={isDone} />
          {detail && <span>{detail}</span>}
        </>
      }
      title={data.title}
      titleTo={itemPath(data.reference)}
      meta={
        <>
          <WorkStatusMark status={data.status} />
          <ItemGroups item={data} />
          <span>Goal {data.goal.number}</span>
          {helpers.length > 0 && <HelpWanted agencyNames={helpers} />}
          <span>{lastUpdateWords(data)}</span>
        </>
      }
    />
  );
};
