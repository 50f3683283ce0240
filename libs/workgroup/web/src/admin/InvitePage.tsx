import { useSuspenseQuery } from '@apollo/client/react';
import {
  Button,
  CheckboxField,
  ComboboxField,
  DateField,
  ErrorState,
  PageHeader,
  SelectField,
  TextAreaField,
  TextField,
} from '@sos/platform-ui';
import { NoAccessPage, usePage, useViewer } from '@sos/platform-web';
import { useSearchParams } from 'react-router';
import styles from './admin.module.css';
import { InviteChoicesQuery } from './invitations.queries';
import { type InviteDraft, noSeat, theWorkgroup, useInviteForm } from './useInviteForm';
import { hubRoleWord } from './words';

const mayInviteAtAll = (viewer: ReturnType<typeof useViewer>): boolean =>
  viewer.isStaff || viewer.isAdministrator || viewer.isWorkgroupChair || viewer.chairedSubGroupSlugs.length > 0;

export const InvitePage = () =>
  mayInviteAtAll(useViewer()) ? (
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
  const { draft, write, problems, trouble, isBusy, submit } = useInviteForm(asked?.id ?? noSeat, bodies);
  const ofTheHub = viewer.isStaff || viewer.isAdministrator;
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
        <div className={styles.pair}>
          <SelectField
            label="Seat in"
            value={draft.body}
            onChange={(body) => write({ body })}
            options={[
              ...bodies.map(({ id, name }) => ({ value: id, label: name })),
              ...(ofTheHub || viewer.isWorkgroupChair ? [{ value: theWorkgroup, label: 'The workgroup itself' }] : []),
              ...(ofTheHub ? [{ value: noSeat, label: 'No seat' }] : []),
            ]}
            error={problems['seat.seatId']}
          />
          {draft.body !== noSeat && (
            <SelectField
              label="As"
              value={draft.seatRole}
              onChange={(seatRole) => write({ seatRole: seatRole as InviteDraft['seatRole'] })}
              options={[
                { value: 'MEMBER', label: 'Member' },
                { value: 'CO_CHAIR', label: 'Co-chair' },
                ...(ofTheHub || (viewer.isWorkgroupChair && draft.body !== theWorkgroup)
                  ? [{ value: 'CHAIR', label: 'Chair' }]
                  : []),
              ]}
            />
          )}
        </div>
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
        </div>
      </form>
    </>
  );
};
