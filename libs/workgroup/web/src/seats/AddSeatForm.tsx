import { Button, ComboboxField, DateField, ErrorState, PageHeader } from '@sos/platform-ui';
import { usePage } from '@sos/platform-web';
import styles from '../admin/admin.module.css';
import { PersonField } from '../admin/PersonField';
import { SeatPlaceFields, theWorkgroup } from './SeatPlaceFields';
import { seatFieldId, useAddSeat } from './useAddSeat';

type AddSeatFormProps = {
  /** Where the seat is, to begin with: id of a sub-group, or `workgroup`. */
  body: string;
  bodies: readonly { id: string; slug: string; name: string }[];
  agencies: readonly { id: string; name: string; abbreviation: string }[];
  /** Whom it is for, when one comes from their page. */
  person: { id: string; fullName: string; agency: { id: string; abbreviation: string } } | null;
};

export const AddSeatForm = ({ body, bodies, agencies, person }: AddSeatFormProps) => {
  const placeOf = (chosen: string): string => {
    if (person) return `/admin/people/${person.id}`;
    const subGroup = bodies.find(({ id }) => id === chosen);
    return subGroup ? `/subgroups/${subGroup.slug}/members` : '/workgroup';
  };
  const { seat, write, reportDate, problems, trouble, isBusy, submit } = useAddSeat(
    {
      body,
      seatRole: 'MEMBER',
      agencyId: person?.agency.id ?? null,
      personId: person?.id ?? null,
      startsOn: null,
      endsOn: null,
    },
    placeOf,
  );
  const back = person
    ? person.fullName
    : body === theWorkgroup
      ? 'Workgroup'
      : (bodies.find(({ id }) => id === body)?.name ?? 'Sub-groups');
  usePage({ title: 'Add a seat', breadcrumbs: [{ label: back, to: placeOf(body) }, { label: 'Add a seat' }] });
  return (
    <>
      <PageHeader
        width="narrow"
        title="Add a seat"
        lede="A place for an agency, with a person or vacant. Is there a vacant one already? Fill that instead."
      />
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void submit();
        }}
      >
        <SeatPlaceFields body={seat.body} seatRole={seat.seatRole} bodies={bodies} onChange={write} />
        <ComboboxField
          id={seatFieldId('agencyId')}
          label="Agency"
          value={seat.agencyId}
          onChange={(agencyId) => write({ agencyId })}
          options={agencies.map(({ id, name, abbreviation }) => ({ value: id, label: name, detail: abbreviation }))}
          error={problems['agencyId']}
        />
        <PersonField
          id={seatFieldId('personId')}
          label="Person"
          optional
          clearable
          hint="Left empty, the seat is vacant. Somebody new? Invite them to it instead."
          value={seat.personId}
          onChange={(personId) => write({ personId })}
          known={person && { value: person.id, label: person.fullName, detail: person.agency.abbreviation }}
          error={problems['personId']}
        />
        <div className={styles.pair}>
          <DateField
            id={seatFieldId('startsOn')}
            label="First day"
            optional
            hint="Left empty, it is today."
            value={seat.startsOn}
            onChange={(startsOn) => write({ startsOn })}
            onProblem={(problem) => reportDate('startsOn', problem)}
            error={problems['startsOn']}
          />
          <DateField
            id={seatFieldId('endsOn')}
            label="Last day"
            optional
            hint="Left empty, it goes on."
            value={seat.endsOn}
            onChange={(endsOn) => write({ endsOn })}
            onProblem={(problem) => reportDate('endsOn', problem)}
            error={problems['endsOn']}
          />
        </div>
        {trouble && <ErrorState title="No seat was added." body={trouble} />}
        <div className={styles.foot}>
          <Button to={placeOf(body)}>Cancel</Button>
          <Button type="submit" variant="primary" busy={isBusy}>
            Add seat
          </Button>
        </div>
      </form>
    </>
  );
};
