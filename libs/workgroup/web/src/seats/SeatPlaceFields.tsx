import type { SeatRole } from '@sos/platform-contract';
import { SelectField } from '@sos/platform-ui';
import { useViewer } from '@sos/platform-web';
import styles from '../admin/admin.module.css';
import { mayFillWorkgroupSeats, mayNameChair } from './mayFillSeats';

export const noSeat = 'none';
export const theWorkgroup = 'workgroup';

type SeatPlace = {
  /** Id of a sub-group, `workgroup`, or `none`. */
  body: string;
  seatRole: SeatRole;
};

type SeatPlaceFieldsProps = SeatPlace & {
  /** Those whose seats the viewer may fill. */
  bodies: readonly { id: string; name: string }[];
  mayBeNone?: boolean;
  onChange: (part: Partial<SeatPlace>) => void;
  error?: string;
};

/** Where a seat is, and what whoever has it does. */
export const SeatPlaceFields = ({ body, seatRole, bodies, mayBeNone, onChange, error }: SeatPlaceFieldsProps) => {
  const viewer = useViewer();
  return (
    <div className={styles.pair}>
      <SelectField
        label="Seat in"
        value={body}
        onChange={(next) => onChange({ body: next })}
        options={[
          ...bodies.map(({ id, name }) => ({ value: id, label: name })),
          ...(mayFillWorkgroupSeats(viewer) ? [{ value: theWorkgroup, label: 'The workgroup itself' }] : []),
          ...(mayBeNone ? [{ value: noSeat, label: 'No seat' }] : []),
        ]}
        error={error}
      />
      {body !== noSeat && (
        <SelectField
          label="As"
          value={seatRole}
          onChange={(next) => onChange({ seatRole: next as SeatRole })}
          options={[
            { value: 'MEMBER', label: 'Member' },
            { value: 'CO_CHAIR', label: 'Co-chair' },
            ...(mayNameChair(viewer, body === theWorkgroup) ? [{ value: 'CHAIR', label: 'Chair' }] : []),
          ]}
        />
      )}
    </div>
  );
};
