import { Button, ErrorState, FormPanel, PanelFoot, SelectField, TextField } from '@sos/platform-ui';
import type { SetUpOfferQuery } from '@sos/platform-contract';
import { useState } from 'react';
import styles from './setUp.module.css';
import { StructureRadios } from './StructureRadios';
import { type Structure, useSetUp } from './useSetUp';

export type Offer = NonNullable<SetUpOfferQuery['setUpOffer']>;
type Values = Record<
  'fullName' | 'email' | 'agencyKey' | 'workgroupName' | 'agencyName' | 'agencyAbbreviation',
  string
>;

const none: Values = {
  fullName: '',
  email: '',
  agencyKey: '',
  workgroupName: '',
  agencyName: '',
  agencyAbbreviation: '',
};

export const SetUpForm = ({ token, offer }: { token: string; offer: Offer }) => {
  const [values, setValues] = useState(none);
  const [structure, setStructure] = useState<Structure>('STARTER');
  const { setUp, isBusy, problems, trouble } = useSetUp(token);
  const isOwn = offer.isEmpty && structure === 'OWN';
  const field = (name: keyof Values) => ({
    id: `set-up-${name}`,
    value: values[name],
    onChange: (value: string) => setValues((before) => ({ ...before, [name]: value })),
    error: problems[name],
  });
  const send = () => {
    const { fullName, email, agencyKey, ...own } = values;
    return setUp({
      fullName,
      email,
      structure: offer.isEmpty ? structure : null,
      ...(isOwn ? own : { agencyKey }),
    });
  };
  return (
    <div className={styles.form}>
      {trouble && <ErrorState title="The hub is not set up." body={trouble.message} reference={trouble.reference} />}
      <FormPanel
        noValidate
        aria-label="Set up the hub"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <div className={styles.fields}>
          <TextField label="Your name" autoComplete="name" {...field('fullName')} />
          <TextField
            label="Your e-mail address at work"
            type="email"
            autoComplete="email"
            hint="Your sign-in links go there."
            {...field('email')}
          />
          {offer.isEmpty && (
            <StructureRadios
              value={structure}
              onChange={setStructure}
              starterName={offer.starterName}
              problem={problems['structure']}
            />
          )}
          {isOwn ? (
            <>
              <TextField label="Name of the workgroup" {...field('workgroupName')} />
              <TextField label="Name of your agency" autoComplete="organization" {...field('agencyName')} />
              <TextField label="Abbreviation of your agency" hint="Such as CDPH" {...field('agencyAbbreviation')} />
            </>
          ) : (
            <SelectField
              label="Your agency"
              placeholder="Choose your agency"
              options={offer.agencies.map(({ key, name }) => ({ value: key, label: name }))}
              {...field('agencyKey')}
            />
          )}
        </div>
        <PanelFoot>
          <Button variant="primary" type="submit" busy={isBusy}>
            {isBusy ? 'Setting up the hub' : 'Set up the hub'}
          </Button>
        </PanelFoot>
      </FormPanel>
    </div>
  );
};
