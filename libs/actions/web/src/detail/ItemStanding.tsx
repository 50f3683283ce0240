import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import {
  DueState,
  formatDate,
  HelpWanted,
  RestrictedMark,
  Section,
  SilenceMark,
  WorkStatusMark,
} from '@sos/platform-ui';
import { dayOf } from '@sos/platform-ui';
import { useHub } from '@sos/platform-web';
import type { ReactNode } from 'react';
import { silentAfterDays } from '../item/itemWords';
import styles from './ItemPage.module.css';

export const ItemStandingFragment = graphql(`
  fragment ItemStanding on ActionItem {
    id
    status
    dueOn
    silentDays
    nextStep
    viewerMayPost
    isRestricted
    leadAgency {
      id
      name
    }
    latestUpdate {
      postedAt
      note
      author {
        id
        fullName
      }
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

type ItemStandingProps = {
  item: FragmentType<typeof ItemStandingFragment>;
  /** The update panel, while it is open. */
  children?: ReactNode;
};

/** How far it is, in the words of the last update, and what comes next. */
export const ItemStanding = ({ item, children }: ItemStandingProps) => {
  const { today } = useHub();
  const { data } = useSuspenseFragment({ fragment: ItemStandingFragment, from: item });
  const { latestUpdate: last, openHelpRequests } = data;
  const isDone = data.status === 'DONE';
  const isSilent = !isDone && (data.silentDays ?? 0) > silentAfterDays;
  return (
    <>
      <Section title="Where it stands">
        <div className={styles.standing}>
          <div className={styles.marks}>
            <WorkStatusMark status={data.status} />
            {data.isRestricted && <RestrictedMark />}
            {!isDone && <DueState dueOn={data.dueOn} today={today} />}
            {openHelpRequests.length > 0 && (
              <HelpWanted agencyNames={openHelpRequests.map(({ agency }) => agency.shortName)} />
            )}
            {isSilent && <SilenceMark lastUpdateOn={last && dayOf(last.postedAt)} today={today} />}
          </div>
          {last && !children && (
            <>
              <p className={styles.note}>{last.note}</p>
              <p className={styles.quiet}>
                {last.author.fullName}, {formatDate(last.postedAt)}
              </p>
            </>
          )}
          {children}
          {!data.viewerMayPost && (
            <p className={styles.quiet}>
              {data.leadAgency.name}, the people assigned, the chairs and staff can post updates.
            </p>
          )}
        </div>
      </Section>
      {data.nextStep && (
        <Section title="Next step">
          <p className={styles.prose}>{data.nextStep}</p>
        </Section>
      )}
    </>
  );
};
