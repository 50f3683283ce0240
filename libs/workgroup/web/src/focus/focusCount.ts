/** "7, of which 5 shared" */
export const focusCount = (items: readonly { isShared: boolean }[]): string => {
  const shared = items.filter(({ isShared }) => isShared).length;
  return shared > 0 ? `${items.length}, of which ${shared} shared` : String(items.length);
};
