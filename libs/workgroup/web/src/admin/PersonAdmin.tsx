import { useMutation } from '@apollo/client/react';
import type { PersonAdminQuery as PersonAdminData } from '@sos/platform-contract';
import { Button, Columns, ErrorState, Facts, formatDate, MiniList, PageHeader, Section } from '@sos/platform-ui';
import { usePage, useViewer } from '@sos/platform-web';
import { Link } from 'react-router';
import { GrantRoleForm } from './GrantRoleForm';
import { DeactivatePersonMutation, ReactivatePersonMutation } from './people.queries';
import { PersonRoles } from './PersonRoles';
import { PersonSeats } from './PersonSeats';
import { ResetPasskeys } from './ResetPasskeys';
import { useAct } from './useAct';
import { hubRoleWord, invitationStateWord, seatRoleWord } from './words';

export type PersonRecord = NonNullable<PersonAdminData['personRecord']>;

export const PersonAdmin = ({ record }: { record: PersonRecord }) => {
  const { person, invitations } = record;
  const { isAdministrator } = useViewer();
  usePage({
    title: person.fullName,
    breadcrumbs: [{ label: 'People', to: '/admin/people' }, { label: person.fullName }],
  });
  return (
    <>
      <PageHeader
        title={person.fullName}
        lede={[person.jobTitle, person.agency.name].filter(Boolean).join(', ')}
        actions={<Leaving record={record} />}
      />
      <Columns
        main={
          <>
            <PersonSeats seats={record.seats} personId={person.id} mayGetMore={record.state === 'ACTIVE'} />
            <PersonRoles roles={record.roles} />
            {record.state === 'ACTIVE' && <GrantRoleForm personId={person.id} />}
          </>
        }
        aside={
          <>
            <Section title="Facts">
              <Facts
                rows={[
                  { label: 'E-mail', value: person.email },
                  {
                    label: 'State',
                    value: record.leftAt ? `Left ${formatDate(record.leftAt.slice(0, 10))}` : 'In the hub',
                  },
                  { label: 'Public page', value: <Link to={`/directory/people/${person.id}`}>In the directory</Link> },
                  {
                    label: 'Access',
                    value: <Link to={`/admin/access?person=${person.id}`}>Why can they see this?</Link>,
                  },
                ]}
              />
            </Section>
            {isAdministrator && record.state === 'ACTIVE' && <ResetPasskeys person={person} />}
            {invitations.length > 0 && (
              <Section title="Invitations" count={invitations.length}>
                <MiniList
                  items={invitations.map((invitation) => ({
                    key: invitation.id,
                    title: [
                      ...(invitation.seatRole
                        ? [`${seatRoleWord[invitation.seatRole]} of ${invitation.subGroup?.name ?? 'the workgroup'}`]
                        : []),
                      ...invitation.roles.map((role) => hubRoleWord[role]),
                    ].join(', '),
                    detail: `${invitationStateWord[invitation.state]}, ${formatDate(invitation.invitedAt.slice(0, 10))}`,
                  }))}
                />
              </Section>
            )}
          </>
        }
      />
    </>
  );
};

/** Leaving ends every way in at once; for thirty days one press brings the person back. */
const Leaving = ({ record }: { record: PersonRecord }) => {
  const { isAdministrator } = useViewer();
  const { act, isBusy, trouble } = useAct();
  const [deactivate] = useMutation(DeactivatePersonMutation);
  const [reactivate] = useMutation(ReactivatePersonMutation);
  if (!isAdministrator) return null;
  const variables = { input: { personId: record.person.id } };
  const comeBack = () =>
    void act(
      async () => (await reactivate({ variables })).data?.reactivatePerson,
      'ReactivatePersonSuccess',
      () => ({ message: 'Brought back' }),
    );
  const leave = () =>
    void act(
      async () => (await deactivate({ variables })).data?.deactivatePerson,
      'DeactivatePersonSuccess',
      () => ({ message: 'Leaving recorded', undo: comeBack }),
    );
  return (
    <>
      {trouble && <ErrorState title="Nothing was changed." body={trouble} />}
      {record.state === 'ACTIVE' && (
        <Button variant="danger" busy={isBusy} onClick={leave}>
          Record leaving
        </Button>
      )}
      {record.state === 'LEFT' && record.undoUntil && (
        <Button variant="primary" busy={isBusy} onClick={comeBack}>
          Bring back
        </Button>
      )}
    </>
  );
};
