import { HealthFlag, Tally } from '@sos/platform-ui';
import { useHub, useViewer } from '@sos/platform-web';
import { declaredNote, lapseNote } from './declarationWords';
import { computedAbsent, declaredNow } from './standing';
import styles from './StandingNow.module.css';
import type { HealthSubject } from './subject';

/** Beside the form: what the items say and what was declared last, so that nobody has to remember it. */
export const StandingNow = ({ subject }: { subject: HealthSubject }) => {
  const { today } = useHub();
  const viewerId = useViewer().person.id;
  const { declaredHealth, computedHealth, reporting } = subject;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>The items say</dt>
        <dd>
          <HealthFlag health={computedHealth.health} absent={computedAbsent(reporting)} />
        </dd>
        <dd>{computedHealth.explanation}</dd>
      </div>
      <div>
        <dt>Reported in {reporting.windowDays} days</dt>
        <dd>
          <b>
            {reporting.reported} of {reporting.total}
          </b>
        </dd>
        {reporting.total > 0 && (
          <dd>
            <Tally filled={reporting.reported} total={reporting.total} label="reported" />
          </dd>
        )}
      </div>
      <div>
        <dt>Declared now</dt>
        <dd>
          <HealthFlag health={declaredNow(subject)} />
        </dd>
        <dd>{declaredNote(declaredHealth, { today, viewerId })}</dd>
        {declaredHealth && !declaredHealth.hasLapsed && <dd>{lapseNote(declaredHealth, today)}</dd>}
      </div>
    </dl>
  );
};
