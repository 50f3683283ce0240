import { createSetupAddress } from '@sos/identity-server';
import type { Command } from './command';

/** `setup-address`: prints the address with which the first administrator sets up the hub. */
export const setupAddressCommand: Command = async (_options, { database, settings }, output) => {
  const made = await database.transaction((transaction) => createSetupAddress(transaction, settings.publicUrl));
  if (!made) {
    output.progress('The hub has an administrator. Let people in with: npm run hub -- sign-in-address');
    return 1;
  }
  output.print(made.address);
  output.progress(`It sets up the hub once, until ${made.expiresAt.toISOString()}.`);
  return 0;
};
