import { DateField, TextField } from '@sos/platform-ui';
import { useHub, useTyped } from '@sos/platform-web';
import styles from './Audit.module.css';
import type { AuditFilterState } from './useAuditFilter';

type AuditFieldsProps = {
  filter: AuditFilterState;
  onChange: (changes: Partial<AuditFilterState>, options?: { push?: boolean }) => void;
};

export const AuditFields = ({ filter, onChange }: AuditFieldsProps) => {
  const { today } = useHub();
  const [person, setPerson] = useTyped(filter.person, (text) => onChange({ person: text }));
  const [thing, setThing] = useTyped(filter.thing, (text) => onChange({ thing: text }));
  const [action, setAction] = useTyped(filter.action, (text) => onChange({ action: text }));
  return (
    <div role="search" className={styles.fields} aria-label="Audit trail">
      <TextField label="Person" value={person} onChange={setPerson} maxLength={200} placeholder="Ana" />
      <TextField label="Thing" value={thing} onChange={setThing} maxLength={200} placeholder="PS-19" />
      <TextField label="Act" value={action} onChange={setAction} maxLength={200} placeholder="edited" />
      <DateField
        label="From"
        value={filter.from}
        maximum={today}
        onChange={(from) => onChange({ from }, { push: true })}
      />
      <DateField label="To" value={filter.to} maximum={today} onChange={(to) => onChange({ to }, { push: true })} />
    </div>
  );
};
