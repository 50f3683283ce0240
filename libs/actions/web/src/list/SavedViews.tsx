import { MenuButton } from '@sos/platform-ui';
import { useState } from 'react';
import { DeleteViewsDialog } from './DeleteViewsDialog';
import { SaveViewDialog } from './SaveViewDialog';
import { useSavedViews } from './useSavedViews';

/** Filters and order under a name of one's own. */
export const SavedViews = ({ queryString }: { queryString: string }) => {
  const { views, save, remove, isSaving } = useSavedViews();
  const [opened, setOpened] = useState<'save' | 'delete' | null>(null);
  const close = () => setOpened(null);
  return (
    <div>
      <MenuButton
        label="Saved views"
        variant="default"
        size="m"
        items={[
          ...views.map((view) => ({ label: view.name, to: `/items?${view.queryString}`, icon: 'list' as const })),
          { label: 'Save this view', icon: 'plus', onSelect: () => setOpened('save') },
          ...(views.length > 0
            ? [{ label: 'Delete views', icon: 'close' as const, onSelect: () => setOpened('delete') }]
            : []),
        ]}
      />
      <SaveViewDialog
        opened={opened === 'save'}
        onClose={close}
        isSaving={isSaving}
        onSave={(name) => save(name, queryString)}
      />
      <DeleteViewsDialog opened={opened === 'delete'} onClose={close} views={views} onDelete={remove} />
    </div>
  );
};
