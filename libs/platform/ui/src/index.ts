export * from './theme/HubProvider';
export { pageNonce } from './theme/pageNonce';
export * from './theme/useToast';
export * from './theme/ColorSchemeButton';

export * from './icons/Icon';
export * from './icons/BrandMark';

export * from './frame/AppFrame';
export * from './frame/Brand';
export * from './frame/Breadcrumbs';
export type { Identity } from './frame/IdentityMenu';
export type { NavigationEntry } from './frame/NavigationList';

export * from './layout/PageHeader';
export * from './layout/Section';
export { Actions, Columns, type ColumnsProps } from './layout/Columns';
export * from './layout/Ledger';
export * from './layout/Panel';
export * from './layout/MiniList';
export * from './layout/Facts';
export * from './layout/StatStrip';
export * from './layout/CellRow';
export * from './layout/GoalBlock';
export * from './layout/Person';
export * from './layout/MeetingDate';

export * from './status/workStatus';
export * from './status/WorkStatusMark';
export * from './status/HealthFlag';
export * from './status/DueState';
export * from './status/SilenceMark';
export * from './status/HelpWanted';
export * from './status/SharedWith';
export * from './status/AccessMark';
export * from './status/RestrictedMark';
export * from './status/Tally';
export * from './status/Breakdowns';
export * from './status/CoverageMark';

export * from './controls/Button';
export * from './controls/IconButton';
export * from './controls/StatusRadios';
export * from './controls/SegmentedChoice';
export * from './controls/TabLinks';
export * from './controls/TextField';
export * from './controls/SelectField';
export * from './controls/ComboboxField';
export * from './controls/DateField';
export * from './controls/CheckboxField';
export * from './controls/Chip';
export * from './controls/FacetGroup';
export * from './controls/FacetPanel';
export * from './controls/SearchField';
export * from './controls/MenuButton';
export * from './controls/Dialog';
export { useGivenBackFocus } from './controls/useGivenBackFocus';
export * from './controls/Kbd';
export * from './controls/SuggestWording';

export * from './data/DataTable';
export * from './data/Matrix';
export * from './data/Timeline';
export * from './data/Board';
export * from './data/ShowMore';
export * from './data/ResultRow';
export * from './data/Sparkline';

export { MergeField, type MergeFieldProps } from './merge/MergeField';

export * from './states/states';
export * from './states/LoadingRows';
export * from './states/VisuallyHidden';

export * from './words/dates';
export * from './words/readDate';
export * from './words/lists';
export * from './words/Highlight';
export { findWording, replaceWording, type WordingFinding, type WordingRule } from './words/wording';
export { classes } from './words/classes';
