import { ErrorState, NoAccessState, PageHeader } from '@sos/platform-ui';
import { useState } from 'react';
import { readFailure } from '../client/readFailure';
import { usePage } from '../page/usePage';

type FailurePanelProps = { error: unknown; what?: string; onRetry?: () => Promise<void> | void };

/** A failed page or panel, in words: what failed, what to do, the reference. */
export const FailurePanel = ({ error, what = 'This page', onRetry }: FailurePanelProps) => {
  const [isTrying, setIsTrying] = useState(false);
  const { kind, message, reference } = readFailure(error);
  if (kind === 'notAllowed')
    return <NoAccessState title={message} body="The hub's administrator can grant it: see Help and contact." />;
  const retry = async () => {
    setIsTrying(true);
    await onRetry?.();
    setIsTrying(false);
  };
  return (
    <ErrorState
      title={`${what} could not be loaded.`}
      body={isTrying ? 'Trying again.' : message}
      reference={reference}
      onRetry={onRetry && (() => void retry())}
    />
  );
};

export const FailurePage = (props: FailurePanelProps) => {
  const title = 'Something is missing here';
  usePage({ title });
  return (
    <>
      <PageHeader title={title} />
      <FailurePanel {...props} />
    </>
  );
};
