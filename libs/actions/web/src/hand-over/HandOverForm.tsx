import { useQuery } from '@apollo/client/react';
import type { HandOverQuery as HandOverData } from '@sos/platform-contract';
import { Button, CheckboxField, ComboboxField, ErrorState, formatDate, PageHeader } from '@sos/platform-ui';
import { usePage } from '@sos/platform-web';
import { useDeferredValue, useState } from 'react';
import styles from './HandOverForm.module.css';
import { SuccessorsQuery } from './handOver.queries';
import { useHandOver } from './useHandOver';

type Seat = Extract<NonNullable<HandOverData['node']>, { __typename?: 'Seat' }>;
export type HeldSeat = Seat & { person: NonNullable<Seat['person']> };

const roleWord = { CHAIR: 'Chair', CO_CHAIR: 'Co-chair', MEMBER: 'Member' } as const;

/** Place and open work pass on together; what should stay behind is unchecked. */
export const HandOverForm = ({ seat }: { seat: HeldSeat }) => {
  const body = seat.subGroup?.name ?? seat.workgroup.name;
  const place = seat.subGroup ? `/subgroups/${seat.subGroup.slug}/members` : '/workgroup';
  usePage({ title: 'Hand over a seat', breadcrumbs: [{ label: body, to: place }, { label: 'Hand over a seat' }] });
  const [text, setText] = useState('');
  const { data } = useQuery(SuccessorsQuery, { variables: { text: useDeferredValue(text) || null } });
  const [toPersonId, setToPersonId] = useState<string | null>(null);
  const [staying, setStaying] = useState<readonly string[]>([]);
  const { handOver, isBusy, problems, trouble } = useHandOver(seat, place);
  const going = seat.itemsToHandOver.filter(({ id }) => !staying.includes(id));
  return (
    <>
      <PageHeader
        width="narrow"
        title="Hand over a seat"
        lede={`${seat.person.fullName}, ${roleWord[seat.role].toLowerCase()} of ${body} for ${seat.agency.shortName}.`}
      />
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void handOver(
            toPersonId,
            going.map(({ id }) => id),
          );
        }}
      >
        <ComboboxField
          label="Who takes over"
          hint="Somebody new? Invite them first."
          value={toPersonId}
          onChange={setToPersonId}
          onSearch={setText}
          options={(data?.people.edges ?? [])
            .filter(({ node }) => node.id !== seat.person.id)
            .map(({ node }) => ({ value: node.id, label: node.fullName, detail: node.agency.abbreviation }))}
          error={problems['toPersonId']}
        />
        <fieldset className={styles.items}>
          <legend>{seat.itemsToHandOver.length === 0 ? 'No open item goes along' : 'Open items that go along'}</legend>
          {seat.itemsToHandOver.map(({ id, reference, title, dueOn }) => (
            <CheckboxField
              key={id}
              label={`${reference} ${title}`}
              hint={dueOn ? `Due ${formatDate(dueOn)}` : 'No due date'}
              checked={!staying.includes(id)}
              onChange={(checked) => setStaying(checked ? staying.filter((one) => one !== id) : [...staying, id])}
            />
          ))}
        </fieldset>
        <p className={styles.quiet}>What was posted stays with {seat.person.fullName}’s name.</p>
        {trouble && <ErrorState title="The seat stays where it is." body={trouble} />}
        <div className={styles.foot}>
          <Button to={place}>Cancel</Button>
          <Button type="submit" variant="primary" busy={isBusy}>
            Hand over
          </Button>
        </div>
      </form>
    </>
  );
};
