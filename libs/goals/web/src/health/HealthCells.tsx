import { CellRow, HealthFlag, Tally } from '@sos/platform-ui';
import { useHub, useViewer } from '@sos/platform-web';
import { Link } from 'react-router';
import { declaredNote } from './declarationWords';
import styles from './HealthCells.module.css';
import { computedAbsent, declaredNow, type HealthState } from './standing';

type HealthCellsProps = {
  state: HealthState;
  /** The items as their list knows them: "goal=3". */
  itemsQuery: string;
};

/** Always the same cells, in the same order: what was declared, what the items say, how many of them spoke. */
export const HealthCells = ({ state, itemsQuery }: HealthCellsProps) => {
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
            value: <HealthFlag health={computedHealth.health} absent={computedAbsent(reporting)} />,
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
            note: reporting.silent > 0 && (
              <Link to={`/items?${itemsQuery}&silent=1`}>{reporting.silent} with no update</Link>
            ),
          },
        ]}
      />
    </div>
  );
};
