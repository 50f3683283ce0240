/** The roles of the demonstration begin with these words; the first that fits is the one. */
const acts: readonly [role: RegExp, acts: string][] = [
  [/^chair of the workgroup/i, 'sees what is off track, declares the health of goals'],
  [/^chair of/i, 'leads the items of a sub-group, declares the health of its objectives'],
  [/^data (staff|steward)/i, 'finds, adds and mends data sources'],
  [/^workgroup staff/i, 'keeps every item in order, imports catalogs'],
  [/^administrator/i, 'may do everything that staff do'],
  [/^representative/i, 'posts updates on what is due, answers requests for help'],
];

/** "Chair of the workgroup: sees what is off track, declares the health of goals" */
export const whatTheyCanDo = (role: string): string => {
  const found = acts.find(([pattern]) => pattern.test(role));
  return found ? `${role}: ${found[1]}` : role;
};
