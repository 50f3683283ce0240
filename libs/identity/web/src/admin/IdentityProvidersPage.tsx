import { useSuspenseQuery } from '@apollo/client/react';
import { Button, EmptyState, Ledger, PageHeader, Section } from '@sos/platform-ui';
import { NoAccessPage, usePage, useViewer } from '@sos/platform-web';
import { useState } from 'react';
import styles from './admin.module.css';
import { IdentityProvidersQuery } from './identityProvider.operations';
import { ProviderForm } from './ProviderForm';
import { ProviderRow } from './ProviderRow';

export const IdentityProvidersPage = () =>
  useViewer().isAdministrator ? (
    <IdentityProviders />
  ) : (
    <NoAccessPage
      title="Identity providers"
      reason="Only administrators of the hub connect identity providers."
      whoCan="An administrator can connect your agency’s."
    />
  );

const IdentityProviders = () => {
  usePage({ title: 'Identity providers' });
  const { data } = useSuspenseQuery(IdentityProvidersQuery, { fetchPolicy: 'cache-and-network' });
  const [isAdding, setIsAdding] = useState(false);
  const { identityProviders, agencies } = data;
  const close = () => setIsAdding(false);
  return (
    <>
      <PageHeader
        title="Identity providers"
        lede="Where agencies’ people sign in to everything else. Each may let in the people of its agencies, by addresses of its domains."
        actions={
          !isAdding && (
            <Button variant="primary" icon="plus" onClick={() => setIsAdding(true)}>
              Add an identity provider
            </Button>
          )
        }
      />
      <div className={styles.page}>
        {isAdding && <ProviderForm agencies={agencies.edges} onSaved={close} onCancel={close} />}
        <Section title="Connected" count={identityProviders.length}>
          {identityProviders.length === 0 ? (
            <EmptyState
              icon="key"
              title="None yet."
              body="People sign in by mail and with passkeys. With an identity provider they sign in as they do at their agency."
            />
          ) : (
            <Ledger label="Identity providers">
              {identityProviders.map((provider) => (
                <ProviderRow key={provider.id} provider={provider} agencies={agencies.edges} />
              ))}
            </Ledger>
          )}
        </Section>
      </div>
    </>
  );
};
