import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { Button, formatShortDate, LiveRegion, MiniList, Section, VisuallyHidden } from '@sos/platform-ui';
import { useRef } from 'react';
import { itemPath } from '../item/itemWords';
import { useAnswerHelp } from './useAnswerHelp';
import styles from './WaitingOnYou.module.css';

export const WaitingRequestFragment = graphql(`
  fragment WaitingRequest on HelpRequest {
    id
    note
    requestedAt
    requestedBy {
      id
      fullName
      agency {
        id
        shortName
      }
    }
    actionItem {
      id
      reference
      title
    }
  }
`);

type WaitingOnYouProps = { requests: readonly FragmentType<typeof WaitingRequestFragment>[] };

/** Requests for help from the viewer's agency. */
export const WaitingOnYou = ({ requests }: WaitingOnYouProps) => {
  const place = useRef<HTMLDivElement>(null);
  const { data } = useSuspenseFragment({ fragment: WaitingRequestFragment, from: [...requests] });
  const { answer, busyWith, problem } = useAnswerHelp();
  // The row goes away with its buttons: focus stays with the list.
  const stay = () => place.current?.focus();
  return (
    <Section title="Waiting on you" count={data.length}>
      <div ref={place} tabIndex={-1} className={styles.place}>
        {data.length === 0 && <p className={styles.nothing}>Nobody is waiting for an answer from your agency.</p>}
        <MiniList
          items={data.map((request) => ({
            key: request.id,
            title: `Help wanted: ${lowerFirst(request.actionItem.title)}`,
            to: itemPath(request.actionItem.reference),
            detail: (
              <>
                {request.requestedBy.fullName}, {request.requestedBy.agency.shortName}, asked{' '}
                {formatShortDate(request.requestedAt)}
                {request.note && <q className={styles.note}>{request.note}</q>}
                {problem?.id === request.id && <span className={styles.problem}>{problem.message}</span>}
              </>
            ),
            actions: (
              <>
                <Button size="s" busy={busyWith === request.id} onClick={() => void answer(request.id, 'ACCEPT', stay)}>
                  Accept
                  <VisuallyHidden> {request.actionItem.title}</VisuallyHidden>
                </Button>
                <Button
                  size="s"
                  variant="subtle"
                  busy={busyWith === request.id}
                  onClick={() => void answer(request.id, 'CLOSE', stay)}
                >
                  Close
                  <VisuallyHidden> {request.actionItem.title}</VisuallyHidden>
                </Button>
              </>
            ),
          }))}
        />
        <LiveRegion assertive>{problem?.message}</LiveRegion>
      </div>
    </Section>
  );
};

/** "Stock naloxone" becomes "stock naloxone"; "EMS data" keeps its capitals. */
const lowerFirst = (title: string): string =>
  /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
