const inWords = new Intl.ListFormat('en-US', { type: 'conjunction' });

/** "Public Health, Justice, and Highway Patrol" */
export const listOf = (names: readonly string[]): string => inWords.format(names);
