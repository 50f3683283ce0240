import { addPerson, createSignInAddress } from '@sos/identity-server';
import type { Command } from './command';

/** `person add`: the first administrator of a real hub comes from here. */
export const addPersonCommand: Command = async (options, { database }, output) => {
  const { refusal } = await database.transaction((transaction) =>
    addPerson(transaction, {
      email: String(options.email ?? ''),
      fullName: String(options.name ?? ''),
      agencyKey: String(options.agency ?? ''),
      jobTitle: options.title === undefined ? undefined : String(options.title),
      isStaff: Boolean(options.staff),
      isAdministrator: Boolean(options.administrator),
    }),
  );
  if (refusal) {
    for (const { message } of refusal.fields) output.progress(message);
    return 1;
  }
  output.print(
    `Added ${String(options.name)}. Let them in with: npm run hub -- sign-in-address ${String(options.email)}`,
  );
  return 0;
};

/** `sign-in-address`: prints an address that signs the person in once. */
export const signInAddressCommand: Command = async ({ email }, { database, settings }, output) => {
  const made = await database.transaction((transaction) =>
    createSignInAddress(transaction, settings.publicUrl, String(email)),
  );
  if (!made) {
    output.progress(
      `Nobody who may sign in has the address ${String(email)}. Add them with: npm run hub -- person add`,
    );
    return 1;
  }
  output.print(made.address);
  output.progress(`It works once, until ${made.expiresAt.toISOString()}.`);
  return 0;
};
