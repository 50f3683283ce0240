import { Button, DataTable, VisuallyHidden } from '@sos/platform-ui';
import { useEffect, useRef } from 'react';
import { wordsOf } from './choices';
import type { ItemFormOptions } from './ItemFormOptions';
import styles from './ItemForm.module.css';
import { differs, fieldLabels, fieldOrder, type ItemValues } from './itemValues';
import type { ItemForm } from './useItemForm';

type StaleItemProps = {
  /** As it was when the person began. */
  before: ItemValues;
  current: ItemValues;
  form: ItemForm;
  options: ItemFormOptions;
};

/** Somebody saved meanwhile: field by field, what it is now and what the person has; nothing is lost on either side. */
export const StaleItem = ({ before, current, form, options }: StaleItemProps) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), [current]);
  const changed = fieldOrder.filter((field) => differs(before, current, field));
  return (
    <div ref={place} tabIndex={-1} role="group" aria-labelledby="stale-item" className={styles.stale}>
      <p id="stale-item">
        <b>Somebody changed this item meanwhile.</b> Your changes are not saved yet; they are kept below. “Save mine on
        top” changes only the fields that you changed.
      </p>
      {changed.length > 0 && (
        <DataTable
          caption="What was changed meanwhile"
          compact
          rows={changed}
          rowKey={(field) => field}
          columns={[
            { key: 'field', header: 'Field', cell: (field) => fieldLabels[field] },
            { key: 'now', header: 'Now', cell: (field) => wordsOf(options, current, field) },
            {
              key: 'yours',
              header: 'Yours',
              cell: (field) =>
                differs(form.values, current, field) ? wordsOf(options, form.values, field) : 'Same as now',
            },
            {
              key: 'act',
              header: 'Act',
              hideHeader: true,
              end: true,
              cell: (field) =>
                differs(form.values, current, field) && (
                  <Button size="s" onClick={() => form.change({ [field]: current[field] })}>
                    Take theirs<VisuallyHidden> {fieldLabels[field]}</VisuallyHidden>
                  </Button>
                ),
            },
          ]}
        />
      )}
    </div>
  );
};
