import { Button, Chip } from '@sos/platform-ui';
import styles from './ItemListPage.module.css';
import { type ChangeFilters, dueWords, type ItemFilters, noFilters } from './itemFilters';
import type { FilterOptions } from './useFilterOptions';

type FilterChipsProps = { filters: ItemFilters; change: ChangeFilters; options: FilterOptions };

const lists = ['status', 'priority', 'subgroup', 'goal', 'objective', 'focus', 'agency', 'assignee', 'tag'] as const;

type ShownChip = { key: string; label: string; remove: Partial<ItemFilters> };

/** Everything that narrows the list, each with the way to take it off. */
export const chipsOf = (filters: ItemFilters, options: FilterOptions): ShownChip[] => [
  ...(filters.text ? [{ key: 'text', label: `“${filters.text}”`, remove: { text: '' } }] : []),
  ...(filters.mine ? [{ key: 'mine', label: 'Mine', remove: { mine: false } }] : []),
  ...(filters.due ? [{ key: 'due', label: dueWords[filters.due], remove: { due: null } }] : []),
  ...(filters.help ? [{ key: 'help', label: 'Help wanted', remove: { help: false } }] : []),
  ...(filters.silent ? [{ key: 'silent', label: 'No update in 30 days', remove: { silent: false } }] : []),
  ...lists.flatMap((name) =>
    (filters[name] as string[]).map((value) => ({
      key: `${name}:${value}`,
      label: labelOf(name, value, options),
      remove: { [name]: (filters[name] as string[]).filter((other) => other !== value) },
    })),
  ),
];

const labelOf = (name: (typeof lists)[number], value: string, options: FilterOptions): string => {
  if (name === 'tag') return `Tag: ${value}`;
  if (name === 'goal') return `Goal ${value}`;
  if (name === 'objective') return `Objective ${value}`;
  const label = options[name].find((option) => option.value === value)?.label ?? value;
  return name === 'priority' ? `${label} priority` : label;
};

export const FilterChips = ({ filters, change, options }: FilterChipsProps) => {
  const chips = chipsOf(filters, options);
  if (chips.length === 0) return null;
  return (
    <div className={styles.chips} role="group" aria-label="Filters in use">
      {chips.map(({ key, label, remove }) => (
        <Chip key={key} label={label} onRemove={() => change(remove)} />
      ))}
      <Button size="s" variant="subtle" onClick={() => change(noFilters)}>
        Clear all
      </Button>
    </div>
  );
};
