import { useMutation } from '@apollo/client/react';
import type { InvitationPartsFragment } from '@sos/platform-contract';
import { Button, DataTable, ErrorState, formatDate, type TableColumn } from '@sos/platform-ui';
import { useState } from 'react';
import styles from './admin.module.css';
import { ResendInvitationMutation, RevokeInvitationMutation } from './invitations.queries';
import { useAct } from './useAct';
import { hubRoleWord, invitationStateWord, seatRoleWord } from './words';

type Row = InvitationPartsFragment;

const offered = ({ seatRole, subGroup, roles }: Row): string =>
  [
    ...(seatRole ? [`${seatRoleWord[seatRole]} of ${subGroup?.name ?? 'the workgroup'}`] : []),
    ...roles.map((role) => hubRoleWord[role]),
  ].join(', ') || 'No seat, no role';

const stateWords = ({ state, mailedAt, expiresAt }: Row): string => {
  if (state === 'OPEN' && !mailedAt) return 'On its way';
  if (state === 'OPEN') return `Open until ${formatDate(expiresAt.slice(0, 10))}`;
  return invitationStateWord[state];
};

export const InvitationTable = ({ invitations }: { invitations: readonly Row[] }) => {
  const { act, isBusy, trouble } = useAct();
  const [revoke] = useMutation(RevokeInvitationMutation);
  const [resend] = useMutation(ResendInvitationMutation);
  const send = (invitationId: string, message: string) =>
    void act(
      async () => (await resend({ variables: { input: { invitationId } } })).data?.resendInvitation,
      'InvitationSuccess',
      () => ({ message }),
    );
  const take = (invitationId: string) =>
    void act(
      async () => (await revoke({ variables: { input: { invitationId } } })).data?.revokeInvitation,
      'InvitationSuccess',
      // Its links are dead: to undo it is to send a new one.
      () => ({ message: 'Invitation revoked', undo: () => send(invitationId, 'Invitation sent again') }),
    );
  const columns: TableColumn<Row>[] = [
    { key: 'email', header: 'Address', cell: ({ email }) => email },
    { key: 'agency', header: 'Agency', narrowLabel: '', cell: ({ agency }) => agency.shortName },
    { key: 'offered', header: 'As', narrowLabel: '', cell: offered },
    {
      key: 'by',
      header: 'Invited by',
      cell: ({ invitedBy, invitedAt }) => `${invitedBy.fullName}, ${formatDate(invitedAt.slice(0, 10))}`,
    },
    { key: 'state', header: 'State', narrowLabel: '', cell: stateWords },
    {
      key: 'acts',
      header: 'Acts',
      hideHeader: true,
      end: true,
      cell: (row) => (
        <span className={styles.acts}>
          <CopyAddress email={row.email} />
          {row.state !== 'ACCEPTED' && (
            <Button
              size="s"
              busy={isBusy}
              aria-label={`Send again to ${row.email}`}
              onClick={() => send(row.id, 'Invitation sent again')}
            >
              Send again
            </Button>
          )}
          {(row.state === 'OPEN' || row.state === 'EXPIRED') && (
            <Button size="s" busy={isBusy} aria-label={`Revoke: ${row.email}`} onClick={() => take(row.id)}>
              Revoke
            </Button>
          )}
        </span>
      ),
    },
  ];
  return (
    <>
      {trouble && <ErrorState title="The invitation stays as it is." body={trouble} />}
      <DataTable columns={columns} rows={invitations} rowKey={({ id }) => id} caption="Invitations" hideCaption />
    </>
  );
};

/** The address, never the link: the link proves who reads that mail. */
const CopyAddress = ({ email }: { email: string }) => {
  const [isCopied, setIsCopied] = useState(false);
  return (
    <Button
      size="s"
      aria-label={`Copy ${email}`}
      onClick={() => void navigator.clipboard.writeText(email).then(() => setIsCopied(true))}
    >
      {isCopied ? 'Copied' : 'Copy address'}
    </Button>
  );
};
