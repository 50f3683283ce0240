import { DateField, Section } from '@sos/platform-ui';
import { RouteBoundary, urlDay, useHub, useUrlState } from '@sos/platform-web';
import { AsOfRecord } from './AsOfRecord';
import styles from './AsOf.module.css';

const parts = { asOf: urlDay() };

/** What a thing was on a date. The date is in the address, so that a link shows the same and "back" leads back. */
export const AsOfSection = ({ id }: { id: string }) => {
  const { today } = useHub();
  const [{ asOf }, setUrl] = useUrlState(parts);
  return (
    <Section title="History" id="history">
      <div className={styles.picker}>
        <DateField
          label="As of"
          hint="Choose a date to see what this was at the end of that day."
          value={asOf}
          maximum={today}
          onChange={(day) => setUrl({ asOf: day }, { push: true })}
        />
      </div>
      {asOf && (
        <RouteBoundary what="The history" key={asOf}>
          <AsOfRecord id={id} date={asOf} />
        </RouteBoundary>
      )}
    </Section>
  );
};
