export type SearchDialogProps = { opened: boolean; onClose: () => void };

export const SearchDialog = (_: SearchDialogProps) => null;
