import { MergeField } from '@sos/platform-ui';
import { useEffect, useRef, useState } from 'react';
import { wordsOf } from './choices';
import type { ItemFormOptions } from './ItemFormOptions';
import styles from './ItemForm.module.css';
import { differs, fieldLabels, fieldOrder, type ItemField, type ItemValues } from './itemValues';
import type { ItemForm } from './useItemForm';

type StaleItemProps = {
  /** As it was when the person began. */
  before: ItemValues;
  current: ItemValues;
  form: ItemForm;
  options: ItemFormOptions;
};

/** Somebody saved meanwhile: both texts of each field that both changed; nothing is lost on either side. Key it by version. */
export const StaleItem = ({ before, current, form, options }: StaleItemProps) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const [mine] = useState(form.values);
  const changed = fieldOrder.filter((field) => differs(before, current, field));
  const both = changed.filter((field) => differs(mine, current, field));
  const taken = changed.filter((field) => !both.includes(field));
  const chosen = (field: ItemField) => {
    if (!differs(form.values, current, field)) return 'theirs';
    return differs(form.values, mine, field) ? 'edited' : 'mine';
  };
  return (
    <div ref={place} tabIndex={-1} role="group" aria-labelledby="stale-item" className={styles.stale}>
      <p id="stale-item">
        <b>Somebody changed this item meanwhile.</b> Your changes are not saved yet; they are kept below. “Save mine on
        top” changes only the fields that you changed.
      </p>
      {taken.length > 0 && <p>Taken over from them: {taken.map((field) => fieldLabels[field]).join(', ')}.</p>}
      {both.map((field) => (
        <MergeField
          key={field}
          label={fieldLabels[field]}
          theirs={wordsOf(options, current, field)}
          mine={wordsOf(options, mine, field)}
          chosen={chosen(field)}
          onTheirs={() => form.change({ [field]: current[field] })}
          onMine={() => form.change({ [field]: mine[field] })}
        />
      ))}
    </div>
  );
};
