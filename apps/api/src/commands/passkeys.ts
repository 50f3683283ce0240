import { ActivityRecorder } from '@sos/activity-server';
import { ManagePasskeys } from '@sos/identity-server';
import type { Command } from './command';

/** `passkeys reset`: for the only administrator who has lost their device. */
export const resetPasskeysCommand: Command = async ({ email }, { database }, output) => {
  const count = await new ManagePasskeys(database, new ActivityRecorder()).reset(null, { email: String(email) });
  if (count === null) {
    output.progress(`Nobody has the address ${String(email)}.`);
    return 1;
  }
  output.print(`Removed ${count === 1 ? 'one passkey' : `${count} passkeys`}. A link by mail lets them in again.`);
  return 0;
};
