import { Button, countOf, ErrorState, LedgerRow } from '@sos/platform-ui';
import type { IdentityProvidersQuery } from '@sos/platform-contract';
import { useState } from 'react';
import styles from './admin.module.css';
import { ConnectionChecks } from './ConnectionChecks';
import { ProviderForm } from './ProviderForm';
import type { Provider } from './providerValues';
import { useProviderActs } from './useProviderActs';

type ProviderRowProps = { provider: Provider; agencies: IdentityProvidersQuery['agencies']['edges'] };

export const ProviderRow = ({ provider, agencies }: ProviderRowProps) => {
  const [isEdited, setIsEdited] = useState(false);
  const { switchProvider, testConnection, busyWith, problem, checks } = useProviderActs(provider);
  const { displayName, enabled, linkedPeople } = provider;
  const close = () => setIsEdited(false);
  return (
    <LedgerRow
      margin={enabled ? 'Switched on' : 'Switched off'}
      title={displayName}
      meta={
        <>
          <span className={styles.address}>{provider.issuer}</span>
          <span>{provider.mailDomains.join(', ')}</span>
          <span>{provider.agencies.map(({ abbreviation }) => abbreviation).join(', ')}</span>
          <span>{countOf(linkedPeople, 'person linked', 'people linked')}</span>
        </>
      }
    >
      <div className={styles.provider}>
        <p>
          Redirect address: <code className={styles.address}>{provider.redirectAddress}</code>
        </p>
        <div className={styles.buttons}>
          <Button
            size="s"
            aria-label={`Test the connection to ${displayName}`}
            busy={busyWith === 'test'}
            onClick={() => void testConnection()}
          >
            {busyWith === 'test' ? 'Testing' : 'Test connection'}
          </Button>
          <Button size="s" aria-label={`Edit ${displayName}`} onClick={() => setIsEdited(true)}>
            Edit
          </Button>
          <Button
            size="s"
            aria-label={enabled ? `Switch off ${displayName}` : `Switch on ${displayName}`}
            busy={busyWith === 'switch'}
            onClick={() => void switchProvider(!enabled)}
          >
            {enabled ? 'Switch off' : 'Switch on'}
          </Button>
        </div>
        {problem && <ErrorState title="Nothing was changed." body={problem} />}
        {checks && <ConnectionChecks checks={checks} />}
        {isEdited && (
          <ProviderForm
            key={provider.version}
            provider={provider}
            agencies={agencies}
            onSaved={close}
            onCancel={close}
          />
        )}
      </div>
    </LedgerRow>
  );
};
