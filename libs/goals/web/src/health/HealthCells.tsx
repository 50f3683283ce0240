import { CellRow, HealthFlag, Tally } from '@sos/platform-ui';
import { useHub, useViewer } from '@sos/platform-web';
import { declaredNote } from './declarationWords';
import styles from './HealthCells.module.css';
import { declaredNow, type HealthState } from './standing';

/** Always the same cells, in the same order: what was declared, what the items say, how many of them spoke. */
export const HealthCells = ({ state }: { state: HealthState }) => {
  const { today } = useHub();
  const viewerId = useViewer().person.id;
  const { computedHealth, reporting } = state;
  return (
    <div className={styles.three}>
      <CellRow
        cells={[
          {
            label: 'Declared',
            value: <HealthFlag health={declaredNow(state)} />,
            note: declaredNote(state.declaredHealth, { today, viewerId }),
          },
          {
            label: 'Computed',
            value: <HealthFlag health={computedHealth.health} absent="No items" />,
            note: computedHealth.explanation,
          },
          {
            label: `Reported in ${reporting.windowDays} days`,
            figure: (
              <>
                {reporting.reported} of {reporting.total} <small>items</small>
              </>
            ),
            value: reporting.total > 0 && (
              <Tally filled={reporting.reported} total={reporting.total} label="reported" />
            ),
            note: reporting.silent > 0 ? `${reporting.silent} with no update` : null,
          },
        ]}
      />
    </div>
  );
};
