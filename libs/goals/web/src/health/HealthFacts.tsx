import { type Fact, Facts, HealthFlag, SilenceMark, Tally } from '@sos/platform-ui';
import { useHub, useViewer } from '@sos/platform-web';
import { Link } from 'react-router';
import { HelpLink } from './HelpLink';
import { declaredNote, lapseNote } from './declarationWords';
import styles from './HealthFacts.module.css';
import { computedAbsent, dayWithin, declaredNow, type HealthState, isSilent } from './standing';

type HealthFactsProps = {
  state: HealthState & { overdueCount?: number; blockedCount?: number };
  /** The items as their list knows them: "goal=3". */
  itemsQuery: string;
};

export const HealthFacts = ({ state, itemsQuery }: HealthFactsProps) => {
  const { today } = useHub();
  const viewerId = useViewer().person.id;
  const { declaredHealth, computedHealth, reporting, openHelpRequestCount, overdueCount, blockedCount } = state;
  const items = `/items?${itemsQuery}`;
  const rows: Fact[] = [
    {
      label: 'Declared',
      value: (
        <div className={styles.said}>
          <HealthFlag health={declaredNow(state)} />
          <p>{declaredNote(declaredHealth, { today, viewerId })}</p>
          {declaredHealth && !declaredHealth.hasLapsed && <p>{lapseNote(declaredHealth, today)}</p>}
        </div>
      ),
    },
    {
      label: 'Computed',
      value: (
        <div className={styles.said}>
          <HealthFlag health={computedHealth.health} absent={computedAbsent(reporting)} />
          <p>{computedHealth.explanation}</p>
        </div>
      ),
    },
    {
      label: 'Reported',
      value: (
        <div className={styles.tally}>
          <p>
            <b>
              {reporting.reported} of {reporting.total}
            </b>{' '}
            in {reporting.windowDays} days
          </p>
          {reporting.total > 0 && <Tally filled={reporting.reported} total={reporting.total} label="reported" />}
          {reporting.silent > 0 && (
            <p>
              <Link to={`${items}&silent=1`}>{reporting.silent} with no update</Link>
            </p>
          )}
        </div>
      ),
    },
    {
      label: 'Help wanted',
      value:
        openHelpRequestCount > 0 ? <HelpLink count={openHelpRequestCount} itemsQuery={itemsQuery} compact /> : 'None',
    },
    ...countFact('Overdue', overdueCount, `${items}&due=OVERDUE`),
    ...countFact('Blocked', blockedCount, `${items}&status=BLOCKED`),
    {
      label: 'Last update',
      value: isSilent(state, today) ? (
        <SilenceMark lastUpdateOn={state.lastUpdateOn} today={today} />
      ) : state.lastUpdateOn ? (
        dayWithin(state.lastUpdateOn, today)
      ) : (
        'None yet'
      ),
    },
  ];
  return <Facts rows={rows} />;
};

/** A count leads to what was counted. */
const countFact = (label: string, count: number | undefined, to: string): Fact[] =>
  count === undefined ? [] : [{ label, value: count > 0 ? <Link to={to}>{count}</Link> : 'None' }];
