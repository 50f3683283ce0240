import { writeLetter, type Mail } from '@sos/platform-server';
import { minutesOfAddress } from './sign-in-address';

const nothingToDo = 'If you did not ask for it, you need not do anything: without this message nobody gets in.';
const memberOf = (publicUrl: string) =>
  `You get this because a member of the hub at ${publicUrl} has this address. Help and contact: ${publicUrl}/help`;

export const signInLetter = (to: string, publicUrl: string, address: string): Mail => ({
  to,
  subject: 'Your link to sign in to SOS Hub',
  ...writeLetter({
    heading: 'Sign in to SOS Hub',
    paragraphs: [
      `This link signs you in once, within ${minutesOfAddress} minutes, in the browser that opens it. A newer link replaces it.`,
    ],
    action: { label: 'Sign in to SOS Hub', address },
    notes: [nothingToDo],
    reason: memberOf(publicUrl),
  }),
});

export const codeLetter = (to: string, publicUrl: string, code: string, minutes: number): Mail => ({
  to,
  subject: 'Your code to confirm that it is you',
  ...writeLetter({
    heading: 'Confirm that it is you',
    paragraphs: [
      `Your code is ${code}`,
      `Type it into the window of the hub that asks for it, within ${minutes} minutes. Give it to nobody else: no one of the hub ever asks for it.`,
    ],
    notes: [
      'If you did not ask for it, somebody sits at a computer where you are signed in: open your profile in the hub and press “Sign out everywhere”.',
    ],
    reason: memberOf(publicUrl),
  }),
});

export const confirmAddressLetter = (to: string, publicUrl: string, fullName: string, address: string): Mail => ({
  to,
  subject: 'Confirm this address for notifications of SOS Hub',
  ...writeLetter({
    heading: 'Confirm this address for notifications',
    paragraphs: [
      `${fullName} wants the notifications of SOS Hub sent to this address. Confirm it within a day; until then nothing else is sent here.`,
    ],
    action: { label: 'Confirm this address', address },
    notes: ['If that is not you, you need not do anything.'],
    reason: `You get this because somebody typed this address at ${publicUrl}. Help and contact: ${publicUrl}/help`,
  }),
});
