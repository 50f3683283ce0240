import { CheckboxField, MultiComboboxField, SelectField } from '@sos/platform-ui';
import type { DueFilter, Priority } from '@sos/platform-contract';
import type { WorkStatus } from '@sos/platform-ui';
import styles from './ItemListPage.module.css';
import { type ChangeFilters, dueChoices, dueWords, type ItemFilters } from './itemFilters';
import type { FilterOptions } from './useFilterOptions';

type FilterFieldsProps = {
  filters: ItemFilters;
  change: ChangeFilters;
  options: FilterOptions;
  /** Tags of what is shown, to choose from. */
  tags: readonly string[];
};

/** All filters. They act at once; the chips above the list say what is chosen. */
export const FilterFields = ({ filters, change, options, tags }: FilterFieldsProps) => {
  const tagOptions = [...new Set([...filters.tag, ...tags])].map((tag) => ({ value: tag, label: tag }));
  return (
    <div className={styles.filters}>
      <MultiComboboxField
        label="Status"
        options={options.status}
        value={filters.status}
        onChange={(status) => change({ status: status as WorkStatus[] })}
        placeholder="Any"
      />
      <SelectField
        label="Due"
        placeholder="Any time"
        options={dueChoices.map((due) => ({ value: due, label: dueWords[due] }))}
        value={filters.due ?? ''}
        onChange={(due) => change({ due: (due || null) as DueFilter | null })}
      />
      <MultiComboboxField
        label="Priority"
        options={options.priority}
        value={filters.priority}
        onChange={(priority) => change({ priority: priority as Priority[] })}
        placeholder="Any"
      />
      <MultiComboboxField
        label="Sub-group"
        options={options.subgroup}
        value={filters.subgroup}
        onChange={(subgroup) => change({ subgroup })}
        placeholder="Any"
      />
      <MultiComboboxField
        label="Goal"
        options={options.goal}
        value={filters.goal}
        onChange={(goal) => change({ goal })}
        placeholder="Any"
      />
      <MultiComboboxField
        label="Objective"
        options={options.objective}
        value={filters.objective}
        onChange={(objective) => change({ objective })}
        placeholder="Any"
      />
      <MultiComboboxField
        label="Focus item"
        options={options.focus}
        value={filters.focus}
        onChange={(focus) => change({ focus })}
        placeholder="Any"
      />
      <MultiComboboxField
        label="Agency"
        options={options.agency}
        value={filters.agency}
        onChange={(agency) => change({ agency })}
        placeholder="Lead or supporting"
      />
      <MultiComboboxField
        label="Person"
        options={options.assignee}
        value={filters.assignee}
        onChange={(assignee) => change({ assignee })}
        placeholder="Anyone"
      />
      <MultiComboboxField
        label="Tag"
        options={tagOptions}
        value={filters.tag}
        onChange={(tag) => change({ tag })}
        placeholder="Any"
      />
      <fieldset className={styles.only}>
        <legend className={styles.legend}>Only</legend>
        <CheckboxField label="Mine" checked={filters.mine} onChange={(mine) => change({ mine })} />
        <CheckboxField label="Help wanted" checked={filters.help} onChange={(help) => change({ help })} />
        <CheckboxField
          label="No update in 30 days"
          checked={filters.silent}
          onChange={(silent) => change({ silent })}
        />
      </fieldset>
    </div>
  );
};
