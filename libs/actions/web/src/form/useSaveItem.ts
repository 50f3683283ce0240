import { useMutation } from '@apollo/client/react';
import { type EditableItemFragment, graphql } from '@sos/platform-contract';
import { type Failure, readFailure, readResult, wasDoneBefore } from '@sos/platform-web';
import { useState } from 'react';
import { refreshItems } from '../update/refreshItems';
import type { ItemForm } from './useItemForm';
import { changesBetween, differs, fieldOrder, inputOf, type ItemValues, valuesOf } from './itemValues';

export const CreateItemMutation = graphql(`
  mutation CreateItem($input: CreateActionItemInput!) {
    createActionItem(input: $input) {
      ... on CreateActionItemSuccess {
        actionItem {
          id
          reference
        }
      }
      ... on NotAllowedRefusal {
        message
        whoCan
      }
      ... on NotFoundRefusal {
        message
      }
      ... on InvalidInputRefusal {
        message
        fields {
          path
          message
        }
      }
    }
  }
`);

export const EditItemMutation = graphql(`
  mutation EditItem($input: EditActionItemInput!) {
    editActionItem(input: $input) {
      ... on EditActionItemSuccess {
        actionItem {
          ...EditableItem
        }
      }
      ... on StaleActionItemRefusal {
        message
        current {
          ...EditableItem @unmask
        }
      }
      ... on NotAllowedRefusal {
        message
        whoCan
      }
      ... on NotFoundRefusal {
        message
      }
      ... on InvalidInputRefusal {
        message
        fields {
          path
          message
        }
      }
    }
  }
`);

/** Why nothing was saved, apart from what is wrong with single fields. */
export type SaveTrouble = { message: string; reference: string | null };

const troubleOf = ({ message, reference }: Failure): SaveTrouble => ({
  message: `Nothing was saved. ${message} What you wrote is kept here.`,
  reference,
});

const generalProblem = (form: ItemForm, message: string, fields: Record<string, string>): SaveTrouble | null => {
  form.show(fields);
  const hasPlace = Object.keys(fields).some((path) => Object.hasOwn(form.values, path.split('.')[0] ?? ''));
  return hasPlace ? null : { message, reference: null };
};

export const useCreateItem = (form: ItemForm, onCreated: (reference: string) => void) => {
  const [mutate, { loading, client }] = useMutation(CreateItemMutation);
  const [trouble, setTrouble] = useState<SaveTrouble | null>(null);
  const create = async () => {
    if (loading || !form.check()) return;
    setTrouble(null);
    try {
      const { data } = await mutate({
        variables: {
          input: { ...inputOf(form.values), subGroupId: form.values.subGroupId, restricted: form.values.restricted },
        },
        context: form.intent.context,
      });
      const outcome = data && readResult(data.createActionItem, 'CreateActionItemSuccess');
      if (outcome?.succeeded) {
        form.clear();
        onCreated(outcome.value.actionItem.reference);
        await refreshItems(client);
      } else if (outcome) {
        if (wasDoneBefore(outcome.fields)) form.intent.renew();
        setTrouble(generalProblem(form, outcome.message, outcome.fields));
      }
    } catch (error) {
      setTrouble(troubleOf(readFailure(error)));
    }
  };
  return { create, trouble, isSaving: loading };
};

type Editing = { id: string; version: number; before: ItemValues };

export const useEditItem = (form: ItemForm, { id, version, before }: Editing, onSaved: () => void) => {
  const [mutate, { loading, client }] = useMutation(EditItemMutation);
  const [trouble, setTrouble] = useState<SaveTrouble | null>(null);
  const [current, setCurrent] = useState<EditableItemFragment | null>(null);
  /** What the person left alone becomes what it is now; what they wrote stays. */
  const takeOver = (newest: EditableItemFragment) => {
    const seen = current ? valuesOf(current) : before;
    const untouched = fieldOrder.filter((field) => !differs(seen, form.values, field));
    form.change(Object.fromEntries(untouched.map((field) => [field, valuesOf(newest)[field]])));
    setCurrent(newest);
  };
  const save = async (): Promise<void> => {
    if (loading || !form.check()) return;
    setTrouble(null);
    try {
      const { data } = await mutate({
        variables: {
          input: {
            actionItemId: id,
            expectedVersion: current?.version ?? version,
            ...changesBetween(current ? valuesOf(current) : before, form.values),
          },
        },
        context: form.intent.context,
      });
      const outcome = data && readResult(data.editActionItem, 'EditActionItemSuccess');
      if (outcome?.succeeded) {
        form.clear();
        onSaved();
        await refreshItems(client);
      } else if (outcome?.refusal.__typename === 'StaleActionItemRefusal') takeOver(outcome.refusal.current);
      else if (outcome && wasDoneBefore(outcome.fields)) {
        // Their own earlier try was saved: sent as another act, it is met as a newer version.
        form.intent.renew();
        await save();
      } else if (outcome) setTrouble(generalProblem(form, outcome.message, outcome.fields));
    } catch (error) {
      setTrouble(troubleOf(readFailure(error)));
    }
  };
  return { save, trouble, current, isSaving: loading };
};
