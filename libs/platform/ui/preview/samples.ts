import type { ComboboxOption, WordingRule } from '../src/index';

export const agencies: ComboboxOption[] = [
  { value: 'bscc', label: 'Board of State and Community Corrections', detail: 'BSCC' },
  { value: 'cdcr', label: 'Corrections and Rehabilitation', detail: 'CDCR' },
  { value: 'cdph', label: 'Public Health', detail: 'CDPH' },
  { value: 'dhcs', label: 'Health Care Services', detail: 'DHCS' },
];

export const wordingRules: WordingRule[] = [
  {
    match: '\\baddicts\\b',
    preferred: 'people with opioid use disorder',
    reason: 'names the condition, not the person.',
  },
];
