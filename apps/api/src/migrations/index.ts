import { TheHouse1795200000000 } from './1795200000000-the-house';

/** One ordered history. */
export const migrations = [TheHouse1795200000000];
