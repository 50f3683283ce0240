import { useSuspenseQuery } from '@apollo/client/react';
import { type EditItemPageQuery as PageData, graphql } from '@sos/platform-contract';
import { PageHeader, useToast } from '@sos/platform-ui';
import { NoAccessPage, NotFoundPage, usePage } from '@sos/platform-web';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { itemPath } from '../item/itemWords';
import { ItemFields } from './ItemFields';
import { ItemFormFrame } from './ItemFormFrame';
import { valuesOf } from './itemValues';
import { StaleItem } from './StaleItem';
import { useItemForm } from './useItemForm';
import { useEditItem } from './useSaveItem';

export const EditItemPageQuery = graphql(`
  query EditItemPage($reference: String!) {
    actionItem(reference: $reference) {
      id
      reference
      viewerMayEdit
      leadAgency {
        id
        name
      }
      ...EditableItem @unmask
    }
    ...ItemFormOptions @unmask
  }
`);

export const EditItemPage = () => {
  const { reference = '' } = useParams();
  // What is edited must be what the hub has now, not what a list saw a while ago.
  const { data } = useSuspenseQuery(EditItemPageQuery, { variables: { reference }, fetchPolicy: 'network-only' });
  const item = data.actionItem;
  if (!item) return <NotFoundPage what="action item" action={{ label: 'All action items', to: '/items' }} />;
  if (!item.viewerMayEdit)
    return (
      <NoAccessPage
        title={item.title}
        reason="You can read this item and not edit it."
        whoCan={`${item.leadAgency.name}, which leads it, the people assigned, the chairs and staff can.`}
      />
    );
  return <EditItemForm key={item.id} item={item} options={data} />;
};

type EditItemFormProps = { item: NonNullable<PageData['actionItem']>; options: PageData };

const EditItemForm = ({ item, options }: EditItemFormProps) => {
  const navigate = useNavigate();
  const toast = useToast();
  // The cache may learn of a newer item while the form is open; the person began with this one.
  const [begun] = useState(() => ({ id: item.id, version: item.version, before: valuesOf(item) }));
  const form = useItemForm(`item:${item.reference}`, begun.before);
  const { save, trouble, current, isSaving } = useEditItem(form, begun, () => {
    toast({ message: 'Changes saved' });
    void navigate(itemPath(item.reference));
  });
  usePage({
    title: `Edit ${item.reference}`,
    breadcrumbs: [
      { label: 'Action items', to: '/items' },
      { label: item.reference, to: itemPath(item.reference) },
      { label: 'Edit' },
    ],
  });
  return (
    <>
      <PageHeader width="narrow" eyebrow={item.reference} title="Edit the action item" />
      {current && (
        <StaleItem
          key={current.version}
          before={begun.before}
          current={valuesOf(current)}
          form={form}
          options={options}
        />
      )}
      <ItemFormFrame
        form={form}
        label={`Edit ${item.reference}`}
        act={current ? 'Save mine on top' : 'Save changes'}
        isSaving={isSaving}
        trouble={trouble}
        onSubmit={() => void save()}
        cancelTo={itemPath(item.reference)}
      >
        <ItemFields form={form} options={options} isNew={false} />
      </ItemFormFrame>
    </>
  );
};
