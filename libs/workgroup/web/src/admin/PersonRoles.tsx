import { useMutation } from '@apollo/client/react';
import {
  Button,
  DataTable,
  DateField,
  EmptyState,
  ErrorState,
  formatDate,
  Section,
  type TableColumn,
} from '@sos/platform-ui';
import { useState } from 'react';
import styles from './admin.module.css';
import { ChangeRoleTermMutation, EndRoleMutation } from './people.queries';
import type { PersonRecord } from './PersonAdmin';
import { useAct } from './useAct';
import { hubRoleWord, termStateWord, termWords } from './words';

type Role = PersonRecord['roles'][number];

export const PersonRoles = ({ roles }: { roles: readonly Role[] }) => {
  const { act, isBusy, trouble } = useAct();
  const [end] = useMutation(EndRoleMutation);
  const [changeTerm] = useMutation(ChangeRoleTermMutation);
  const [editing, setEditing] = useState<{ id: string; endsOn: string | null } | null>(null);

  const change = (role: { id: string; version: number }, endsOn: string | null) =>
    act(
      async () => {
        const input = { roleGrantId: role.id, expectedVersion: role.version, endsOn };
        return (await changeTerm({ variables: { input } })).data?.changeRoleTerm;
      },
      'RoleSuccess',
      () => ({ message: 'Last day changed' }),
    );
  const endNow = (role: Role) =>
    void act(
      async () => {
        const input = { roleGrantId: role.id, expectedVersion: role.version };
        return (await end({ variables: { input } })).data?.endRole;
      },
      'RoleSuccess',
      ({ roleGrant }) => ({ message: 'Role ended', undo: () => void change(roleGrant, role.endsOn) }),
    );

  const columns: TableColumn<Role>[] = [
    {
      key: 'role',
      header: 'Role',
      cell: ({ role, agency }) => `${hubRoleWord[role]}${agency ? ` of ${agency.shortName}` : ''}`,
    },
    { key: 'term', header: 'Term', narrowLabel: '', cell: (role) => termWords(role) },
    { key: 'state', header: 'State', narrowLabel: '', cell: ({ state }) => termStateWord[state] },
    {
      key: 'given',
      header: 'Given by',
      cell: ({ grantedBy, grantedAt }) =>
        grantedBy && `${grantedBy.fullName}${grantedAt ? `, ${formatDate(grantedAt.slice(0, 10))}` : ''}`,
    },
    {
      key: 'acts',
      header: 'Acts',
      hideHeader: true,
      end: true,
      cell: (role) =>
        role.state !== 'ENDED' && (
          <span className={styles.acts}>
            <Button
              size="s"
              aria-label={`Change last day of ${hubRoleWord[role.role]}`}
              onClick={() => setEditing({ id: role.id, endsOn: role.endsOn })}
            >
              Change last day
            </Button>
            <Button size="s" busy={isBusy} aria-label={`End ${hubRoleWord[role.role]}`} onClick={() => endNow(role)}>
              End role
            </Button>
          </span>
        ),
    },
  ];
  const edited = roles.find(({ id }) => id === editing?.id);
  return (
    <Section title="Roles" count={roles.length}>
      {trouble && <ErrorState title="The role stays as it is." body={trouble} />}
      {roles.length === 0 ? (
        <EmptyState icon="person" title="No role beside seats." body="Give one below." />
      ) : (
        <DataTable columns={columns} rows={roles} rowKey={({ id }) => id} caption="Roles" hideCaption />
      )}
      {editing && edited && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            void change(edited, editing.endsOn).then(({ value }) => value && setEditing(null));
          }}
        >
          <DateField
            label={`Last day of ${hubRoleWord[edited.role]}`}
            optional
            hint="Left empty, it goes on."
            value={editing.endsOn}
            onChange={(endsOn) => setEditing({ ...editing, endsOn })}
          />
          <div className={styles.foot}>
            <Button onClick={() => setEditing(null)}>Cancel</Button>
            <Button type="submit" variant="primary" busy={isBusy}>
              Change last day
            </Button>
          </div>
        </form>
      )}
    </Section>
  );
};
