export type ConfirmingProps = { onConfirmed: () => void };
