import { useSuspenseQuery } from '@apollo/client/react';
import {
  Button,
  CheckboxField,
  ComboboxField,
  DateField,
  ErrorState,
  PageHeader,
  TextAreaField,
  TextField,
} from '@sos/platform-ui';
import { NoAccessPage, usePage, useViewer } from '@sos/platform-web';
import { useSearchParams } from 'react-router';
import styles from './admin.module.css';
import { InviteChoicesQuery } from './invitations.queries';
import { mayFillSomeSeat, mayFillWorkgroupSeats } from '../seats/mayFillSeats';
import { noSeat, SeatPlaceFields, theWorkgroup } from '../seats/SeatPlaceFields';
import { useInviteForm } from './useInviteForm';
import { hubRoleWord } from './words';

export const InvitePage = () =>
  mayFillSomeSeat(useViewer()) ? (
    <Invite />
  ) : (
    <NoAccessPage
      title="Invite somebody"
      reason="Chairs invite to their sub-group, staff and administrators to all of the workgroup."
      whoCan="Ask the chair of the sub-group that the person should join."
    />
  );

const Invite = () => {
  const viewer = useViewer();
  const [parameters] = useSearchParams();
  const { data } = useSuspenseQuery(InviteChoicesQuery);
  const bodies = (data.workgroup?.subGroups ?? []).filter(({ viewerMayFillSeats }) => viewerMayFillSeats);
  const asked = bodies.find(({ slug }) => slug === parameters.get('subgroup')) ?? bodies[0];
  const ofTheHub = viewer.isStaff || viewer.isAdministrator;
  const { draft, write, problems, trouble, isBusy, submit, keptNote, wasRestored, startOver } = useInviteForm(
    parameters.get('subgroup') ?? 'anywhere',
    asked?.id ?? noSeat,
    bodies,
    [
      ...bodies.map(({ id }) => id),
      ...(mayFillWorkgroupSeats(viewer) ? [theWorkgroup] : []),
      ...(ofTheHub ? [noSeat] : []),
    ],
  );
  usePage({
    title: 'Invite somebody',
    breadcrumbs: [{ label: 'Invitations', to: '/admin/invitations' }, { label: 'Invite somebody' }],
  });
  return (
    <>
      <PageHeader
        width="narrow"
        title="Invite somebody"
        lede="A link goes to the address. It works for seven days, and only whoever reads that mail can accept."
      />
      {wasRestored && (
        <div className={styles.notice} role="status">
          <span>What you wrote before is here again.</span>
          <Button size="s" onClick={startOver}>
            Start over
          </Button>
        </div>
      )}
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label="E-mail at work"
          type="email"
          autoComplete="off"
          value={draft.email}
          onChange={(email) => write({ email })}
          error={problems['email']}
        />
        <ComboboxField
          label="Agency"
          value={draft.agencyId}
          onChange={(agencyId) => write({ agencyId })}
          options={data.agencies.edges.map(({ node }) => ({
            value: node.id,
            label: node.name,
            detail: node.abbreviation,
          }))}
          error={problems['agencyId']}
        />
        <SeatPlaceFields
          body={draft.body}
          seatRole={draft.seatRole}
          bodies={bodies}
          mayBeNone={ofTheHub}
          onChange={write}
          error={problems['seat.seatId']}
        />
        {ofTheHub && (
          <fieldset className={styles.roles}>
            <legend>Roles beside the seat</legend>
            {(['DATA_STEWARD', ...(viewer.isAdministrator ? (['STAFF', 'ADMINISTRATOR'] as const) : [])] as const).map(
              (role) => (
                <CheckboxField
                  key={role}
                  label={hubRoleWord[role]}
                  checked={draft.roles.includes(role)}
                  onChange={(checked) =>
                    write({ roles: checked ? [...draft.roles, role] : draft.roles.filter((one) => one !== role) })
                  }
                />
              ),
            )}
          </fieldset>
        )}
        <div className={styles.pair}>
          <TextField
            label="Name"
            optional
            autoComplete="off"
            value={draft.fullName}
            onChange={(fullName) => write({ fullName })}
            error={problems['fullName']}
          />
          <DateField
            label="Last day"
            optional
            hint="Left empty, it goes on."
            value={draft.endsOn}
            onChange={(endsOn) => write({ endsOn })}
            error={problems['endsOn']}
          />
        </div>
        <TextAreaField
          label="A few words"
          optional
          hint="They stand in the message."
          value={draft.note}
          onChange={(note) => write({ note })}
          error={problems['note']}
        />
        {trouble && <ErrorState title="Nobody was invited." body={trouble} />}
        <div className={styles.foot}>
          <Button type="submit" variant="primary" busy={isBusy}>
            Send invitation
          </Button>
          {keptNote && <span className={styles.kept}>{keptNote}</span>}
        </div>
      </form>
    </>
  );
};
