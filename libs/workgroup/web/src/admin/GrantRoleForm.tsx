import { useMutation, useSuspenseQuery } from '@apollo/client/react';
import type { HubRole } from '@sos/platform-contract';
import { Button, ComboboxField, DateField, ErrorState, Section, SelectField } from '@sos/platform-ui';
import { type FieldProblems, useIntent, useViewer } from '@sos/platform-web';
import { type FormEvent, useState } from 'react';
import styles from './admin.module.css';
import { AgencyChoicesQuery, GrantRoleMutation } from './people.queries';
import { useAct } from './useAct';
import { hubRoleWord } from './words';

const forAgency: HubRole[] = ['DATA_STEWARD', 'REPRESENTATIVE'];
const acrossTheHub: HubRole[] = ['STAFF', 'ADMINISTRATOR'];

export const GrantRoleForm = ({ personId }: { personId: string }) => {
  const { isAdministrator } = useViewer();
  const { data } = useSuspenseQuery(AgencyChoicesQuery);
  const { act, isBusy, trouble } = useAct();
  const intent = useIntent();
  const [grant] = useMutation(GrantRoleMutation);
  const [role, setRole] = useState<HubRole>('DATA_STEWARD');
  const [agencyId, setAgencyId] = useState<string | null>(null);
  const [endsOn, setEndsOn] = useState<string | null>(null);
  const [problems, setProblems] = useState<FieldProblems>({});
  const isForAgency = forAgency.includes(role);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { value, fields } = await act(
      async () => {
        const input = { personId, role, agencyId: isForAgency ? agencyId : null, endsOn };
        return (await grant({ variables: { input }, context: intent.context })).data?.grantRole;
      },
      'RoleSuccess',
      () => ({ message: 'Role given' }),
    );
    setProblems(fields ?? {});
    if (value) {
      intent.renew();
      setAgencyId(null);
      setEndsOn(null);
    }
  };
  return (
    <Section title="Give a role">
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <SelectField
          label="Role"
          value={role}
          onChange={(value) => setRole(value as HubRole)}
          options={[...forAgency, ...(isAdministrator ? acrossTheHub : [])].map((value) => ({
            value,
            label: hubRoleWord[value],
          }))}
          error={problems['role']}
        />
        {isForAgency && (
          <ComboboxField
            label="Agency"
            value={agencyId}
            onChange={setAgencyId}
            options={data.agencies.edges.map(({ node }) => ({
              value: node.id,
              label: node.name,
              detail: node.abbreviation,
            }))}
            error={problems['agencyId']}
          />
        )}
        <DateField
          label="Last day"
          optional
          hint="Left empty, it goes on."
          value={endsOn}
          onChange={setEndsOn}
          error={problems['endsOn']}
        />
        {trouble && <ErrorState title="No role was given." body={trouble} />}
        <div className={styles.foot}>
          <Button type="submit" variant="primary" busy={isBusy}>
            Give role
          </Button>
        </div>
      </form>
    </Section>
  );
};
