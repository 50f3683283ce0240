import { useSuspenseQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { PageHeader, useToast } from '@sos/platform-ui';
import { NoAccessPage, usePage, useViewer } from '@sos/platform-web';
import { useNavigate, useSearchParams } from 'react-router';
import { itemPath } from '../item/itemWords';
import { ItemFields } from './ItemFields';
import { ItemFormFrame } from './ItemFormFrame';
import { prefill } from './prefill';
import { useItemForm } from './useItemForm';
import { useCreateItem } from './useSaveItem';

export const NewItemQuery = graphql(`
  query NewItem {
    ...ItemFormOptions @unmask
  }
`);

export const NewItemPage = () =>
  useViewer().mayCreateActionItems ? (
    <NewItemForm />
  ) : (
    <NoAccessPage
      title="Add an action item"
      reason="Only people with a seat in the workgroup, and staff, add action items."
      whoCan="The chair of your sub-group can name you to a seat."
    />
  );

const NewItemForm = () => {
  const viewer = useViewer();
  const [parameters] = useSearchParams();
  const { data } = useSuspenseQuery(NewItemQuery);
  const navigate = useNavigate();
  const toast = useToast();
  const form = useItemForm('item:new', prefill(parameters, data, viewer));
  const { create, trouble, isSaving } = useCreateItem(form, (reference) => {
    toast({ message: 'Item added' });
    void navigate(itemPath(reference));
  });
  usePage({
    title: 'Add an action item',
    breadcrumbs: [{ label: 'Action items', to: '/items' }, { label: 'Add an action item' }],
  });
  return (
    <>
      <PageHeader
        width="narrow"
        title="Add an action item"
        lede="One thing that somebody will have done by a day. Every sub-group that carries its focus item sees it."
      />
      <ItemFormFrame
        form={form}
        label="New action item"
        act="Add item"
        isSaving={isSaving}
        trouble={trouble}
        onSubmit={() => void create()}
        cancelTo="/items"
      >
        <ItemFields form={form} options={data} isNew />
      </ItemFormFrame>
    </>
  );
};
