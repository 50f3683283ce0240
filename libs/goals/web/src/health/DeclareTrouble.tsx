import { ErrorState, NoAccessState } from '@sos/platform-ui';
import { StaleDeclaration } from './StaleDeclaration';
import type { Trouble } from './useDeclareHealthForm';

/** What went wrong, what is kept, and what to do. */
export const DeclareTrouble = ({ trouble }: { trouble: Trouble }) => {
  if (trouble.kind === 'stale') return <StaleDeclaration current={trouble.current} />;
  if (trouble.kind === 'refused')
    return (
      <div role="alert">
        <NoAccessState title="The health was not declared." body={trouble.message} />
      </div>
    );
  const { kind, message, reference } = trouble.failure;
  return (
    <ErrorState
      title={kind === 'offline' ? 'The hub can’t be reached.' : 'The health was not declared.'}
      body={`${kind === 'offline' ? 'Declare it when the network is back.' : message} Your words are kept here.`}
      reference={reference}
    />
  );
};
