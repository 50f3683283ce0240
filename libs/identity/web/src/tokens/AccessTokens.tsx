import { useQuery } from '@apollo/client/react';
import { Button, ErrorState, formatDate, formatDateTime, Ledger, LedgerRow, Section } from '@sos/platform-ui';
import { Link } from 'react-router';
import { MadeToken } from './MadeToken';
import { NewTokenForm } from './NewTokenForm';
import styles from './tokens.module.css';
import { AccessTokensQuery } from './tokens.operations';
import { useAccessTokens } from './useAccessTokens';

/** Tokens with which a person's own programs use the hub as that person. */
export const AccessTokens = () => {
  const { data } = useQuery(AccessTokensQuery);
  const { make, revoke, made, putAway, isMaking, problems, trouble } = useAccessTokens();
  const tokens = data?.myAccessTokens ?? [];
  return (
    <Section title="Access tokens" count={tokens.length}>
      <p className={styles.lede}>
        A token lets a program of yours, such as a monthly report, use the hub as you. Try what it can ask in the{' '}
        <Link to="/explorer">API explorer</Link>.
      </p>
      {trouble && <ErrorState title="That did not work." body={trouble.message} reference={trouble.reference} />}
      {made && <MadeToken {...made} onPutAway={putAway} />}
      {tokens.length > 0 && (
        <Ledger label="Access tokens">
          {tokens.map((token) => (
            <LedgerRow
              key={token.id}
              margin={token.isExpired ? 'No longer works' : `Until ${formatDate(token.expiresAt)}`}
              title={token.name}
              meta={
                <>
                  <span>{token.mayWrite ? 'Reads and changes' : 'Reads only'}</span>
                  <span>{token.lastUsedAt ? `Used ${formatDateTime(token.lastUsedAt)}` : 'Never used'}</span>
                </>
              }
              action={
                <Button size="s" aria-label={`Revoke ${token.name}`} onClick={() => void revoke(token.id)}>
                  Revoke
                </Button>
              }
            />
          ))}
        </Ledger>
      )}
      <NewTokenForm make={make} isMaking={isMaking} problems={problems} />
    </Section>
  );
};
