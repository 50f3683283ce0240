import {
  Button,
  ErrorState,
  FormPanel,
  MultiComboboxField,
  PanelFoot,
  SelectField,
  TextAreaField,
  TextField,
} from '@sos/platform-ui';
import type { IdentityProvidersQuery, VerificationClaim } from '@sos/platform-contract';
import { useState } from 'react';
import styles from './admin.module.css';
import { emptyValues, problemAt, type Provider, type ProviderValues, valuesOf } from './providerValues';
import { useSaveProvider } from './useSaveProvider';

type ProviderFormProps = {
  /** None: a new one. */
  provider?: Provider;
  agencies: IdentityProvidersQuery['agencies']['edges'];
  onSaved: () => void;
  onCancel: () => void;
};

export const ProviderForm = ({ provider, agencies, onSaved, onCancel }: ProviderFormProps) => {
  const [values, setValues] = useState<ProviderValues>(provider ? valuesOf(provider) : emptyValues);
  const { save, isBusy, problems, trouble } = useSaveProvider(provider, onSaved);
  const set = (changed: Partial<ProviderValues>) => setValues((before) => ({ ...before, ...changed }));
  const secretHint = provider?.hasClientSecret
    ? 'One is kept. Leave it empty to keep that one.'
    : 'Kept sealed; it is never shown again. Leave it empty for a public client.';
  return (
    <FormPanel
      noValidate
      className={styles.form}
      aria-label={provider ? `Edit ${provider.displayName}` : 'Add an identity provider'}
      onSubmit={(event) => {
        event.preventDefault();
        void save(values);
      }}
    >
      {trouble && <ErrorState title="Nothing was saved." body={trouble} />}
      <TextField
        label="Name"
        hint="Stands on the button: “Sign in with …”"
        value={values.displayName}
        onChange={(displayName) => set({ displayName })}
        error={problems.displayName}
      />
      {!provider && (
        <>
          <TextField
            label="Key"
            hint="Part of the redirect address, such as cdph; it cannot be changed later"
            value={values.key}
            onChange={(key) => set({ key })}
            error={problems.key}
          />
          <TextField
            label="Issuer"
            hint="Exactly as the agency’s identity team writes it; it cannot be changed later"
            type="url"
            value={values.issuer}
            onChange={(issuer) => set({ issuer })}
            error={problems.issuer}
          />
        </>
      )}
      <TextField
        label="Client id"
        autoComplete="off"
        value={values.clientId}
        onChange={(clientId) => set({ clientId })}
        error={problems.clientId}
      />
      <TextField
        label="Client secret"
        optional
        hint={secretHint}
        type="password"
        autoComplete="new-password"
        value={values.clientSecret}
        onChange={(clientSecret) => set({ clientSecret })}
        error={problems.clientSecret}
      />
      <MultiComboboxField
        label="Agencies"
        hint="Whose people it may let in"
        options={agencies.map(({ node }) => ({ value: node.id, label: node.name, detail: node.abbreviation }))}
        value={values.agencyIds}
        onChange={(agencyIds) => set({ agencyIds })}
        error={problemAt(problems, 'agencyIds')}
      />
      <TextAreaField
        label="Domains of mail addresses"
        hint="One a line, such as cdph.ca.gov. It may vouch for these addresses and no others."
        rows={3}
        value={values.mailDomains}
        onChange={(mailDomains) => set({ mailDomains })}
        error={problemAt(problems, 'mailDomains')}
      />
      <SelectField
        label="How it says that an address is verified"
        options={[
          { value: 'EMAIL_VERIFIED', label: 'email_verified, the standard claim' },
          { value: 'XMS_EDOV', label: 'xms_edov, of Microsoft Entra ID' },
        ]}
        value={values.verificationClaim}
        onChange={(claim) => set({ verificationClaim: claim as VerificationClaim })}
        error={problems.verificationClaim}
      />
      <PanelFoot>
        <Button onClick={onCancel}>Cancel</Button>
        <Button variant="primary" type="submit" busy={isBusy}>
          {provider ? 'Save changes' : 'Add identity provider'}
        </Button>
      </PanelFoot>
    </FormPanel>
  );
};
