import { type Fact, Facts, HealthFlag, HelpWanted, SilenceMark, Tally } from '@sos/platform-ui';
import { useHub, useViewer } from '@sos/platform-web';
import { declaredNote, lapseNote } from './declarationWords';
import styles from './HealthFacts.module.css';
import { dayWithin, declaredNow, type HealthState, isSilent } from './standing';

type HealthFactsProps = { state: HealthState & { overdueCount?: number; blockedCount?: number } };

export const HealthFacts = ({ state }: HealthFactsProps) => {
  const { today } = useHub();
  const viewerId = useViewer().person.id;
  const { declaredHealth, computedHealth, reporting, openHelpRequestCount, overdueCount, blockedCount } = state;
  const rows: Fact[] = [
    {
      label: 'Declared',
      value: (
        <div className={styles.said}>
          <HealthFlag health={declaredNow(state)} />
          <p>{declaredNote(declaredHealth, { today, viewerId })}</p>
          {declaredHealth && !declaredHealth.hasLapsed && (
            <>
              <p>“{declaredHealth.reason}”</p>
              <p>{lapseNote(declaredHealth, today)}</p>
            </>
          )}
        </div>
      ),
    },
    {
      label: 'Computed',
      value: (
        <div className={styles.said}>
          <HealthFlag health={computedHealth.health} absent="No items" />
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
        </div>
      ),
    },
    {
      label: 'Help wanted',
      value: openHelpRequestCount > 0 ? <HelpWanted count={openHelpRequestCount} compact /> : 'None',
    },
    ...countFact('Overdue', overdueCount),
    ...countFact('Blocked', blockedCount),
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

const countFact = (label: string, count: number | undefined): Fact[] =>
  count === undefined ? [] : [{ label, value: count > 0 ? <b>{count}</b> : 'None' }];
