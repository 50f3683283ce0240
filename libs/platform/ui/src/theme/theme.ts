import {
  CloseButton,
  Combobox,
  createTheme,
  type CSSVariablesResolver,
  Input,
  type MantineColorsTuple,
  Menu,
  Pill,
  Popover,
} from '@mantine/core';
import fieldStyles from '../controls/Field.module.css';
import { asVariables, dark, light, measures } from './tokens';

const pacific: MantineColorsTuple = [
  '#e6f0f2',
  '#cfe3e8',
  '#a3cad5',
  '#7fcbe0',
  '#4b9db5',
  '#2c86a3',
  '#0e6785',
  '#0b5670',
  '#084459',
  '#073f53',
];

export const theme = createTheme({
  colors: { pacific },
  primaryColor: 'pacific',
  primaryShade: 7,
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--sans)',
  headings: { fontFamily: 'var(--serif)', fontWeight: '500' },
  fontSizes: { xs: '0.875rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  lineHeights: { xs: '1.43', sm: '1.43', md: '1.5', lg: '1.45', xl: '1.3' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '3px', sm: '6px', md: '6px', lg: '6px', xl: '6px' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Input: Input.extend({
      defaultProps: { size: 'md' },
      classNames: { input: fieldStyles.input, section: fieldStyles.section },
    }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { size: 'md', inputWrapperOrder: ['label', 'input', 'error', 'description'], withAsterisk: false },
      classNames: {
        root: fieldStyles.field,
        label: fieldStyles.label,
        error: fieldStyles.error,
        description: fieldStyles.hint,
      },
    }),
    // Popups stay inside the page's landmarks, beside the control that opened them.
    Popover: Popover.extend({ defaultProps: { withinPortal: false } }),
    Combobox: Combobox.extend({ defaultProps: { withinPortal: false } }),
    Menu: Menu.extend({ defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } }),
    CloseButton: CloseButton.extend({ classNames: { root: fieldStyles.closer } }),
    Pill: Pill.extend({
      classNames: { root: fieldStyles.pill, label: fieldStyles.pillLabel, remove: fieldStyles.pillRemove },
    }),
  },
});

/** Plain style sheets lose against Mantine's own variables, so the tokens go in through its resolver. */
const mantineNames = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-anchor': 'var(--link)',
  '--mantine-color-error': 'var(--error)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--control)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--muted)',
  '--mantine-color-disabled-border': 'var(--rule-2)',
  '--mantine-primary-color-filled': 'var(--fill)',
  '--mantine-primary-color-filled-hover': 'var(--fill-hover)',
};

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: asVariables(measures),
  light: { ...asVariables(light), ...mantineNames },
  dark: { ...asVariables(dark), ...mantineNames },
});
