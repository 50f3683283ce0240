import { Button, EmptyState, PageHeader } from '@sos/platform-ui';
import { usePage } from '../page/usePage';

type NotFoundPageProps = {
  /** "action item" */
  what?: string;
  /** Where to look instead. */
  action?: { label: string; to: string };
};

export const NotFoundPage = ({ what = 'page', action = { label: 'Go to My work', to: '/' } }: NotFoundPageProps) => {
  const title = `${what.charAt(0).toUpperCase()}${what.slice(1)} not found`;
  usePage({ title });
  return (
    <>
      <PageHeader title={title} />
      <EmptyState
        icon="search"
        title={`The hub has no ${what} at this address.`}
        body="It may have been renamed, or the address may have lost a part on its way."
        action={<Button to={action.to}>{action.label}</Button>}
      />
    </>
  );
};
