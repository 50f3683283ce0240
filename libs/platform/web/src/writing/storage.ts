/** A browser may forbid storage or be full: then nothing is kept, and nothing fails. */
export const readStored = (key: string): string | null => {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
};

/** Null removes it. */
export const writeStored = (key: string, value: string | null): void => {
  try {
    if (value === null) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, value);
  } catch {
    // Nothing to do: the page works without.
  }
};

const prefixOf = (personId: string) => `sos:${personId}:`;

/** Under a person's name, so that the next person at this computer never meets it. */
export const personalKey = (personId: string, name: string): string => prefixOf(personId) + name;

/** Signing out on a shared computer leaves nothing of a person behind: no unsent words, no recent searches. */
export const forgetPerson = (personId: string): void => {
  try {
    Object.keys(window.localStorage)
      .filter((key) => key.startsWith(prefixOf(personId)))
      .forEach((key) => window.localStorage.removeItem(key));
  } catch {
    // As above.
  }
};
