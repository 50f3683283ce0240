const written =
  'input:not([type="checkbox"]):not([type="radio"]):not([type="button"]), textarea, select, [contenteditable="true"]';
const opened = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** False while the person writes, chooses or decides: then nothing may move under their hands. */
export const handsAreFree = (): boolean =>
  !document.activeElement?.matches(written) && document.querySelector(opened) === null;
