import { writeLetter, type Letter, type LetterLanguage, type Mail } from '@sos/platform-server';
import { minutesOfAddress } from './sign-in-address';

/** Who gets a message about their own way in, and the language that they prefer. */
export interface Recipient {
  email: string;
  language: LetterLanguage;
}

type Words = Record<LetterLanguage, Omit<Letter, 'language'> & { subject: string }>;

const memberOf = (publicUrl: string) => ({
  en: `You get this because a member of the hub at ${publicUrl} has this address. Help and contact: ${publicUrl}/help`,
  es: `Recibe este mensaje porque una persona que participa en ${publicUrl} tiene esta dirección. Ayuda y contacto, en inglés: ${publicUrl}/help`,
});

const pagesAreEnglish = 'Las páginas de SOS Hub están por ahora en inglés.';

export const signInLetter = (to: Recipient, publicUrl: string, address: string): Mail =>
  inTheirLanguage(to, {
    en: {
      subject: 'Your link to sign in to SOS Hub',
      heading: 'Sign in to SOS Hub',
      paragraphs: [
        `This link signs you in once, within ${minutesOfAddress} minutes, in the browser that opens it. A newer link replaces it.`,
      ],
      action: { label: 'Sign in to SOS Hub', address },
      notes: ['If you did not ask for it, you need not do anything: without this message nobody gets in.'],
      reason: memberOf(publicUrl).en,
    },
    es: {
      subject: 'Su enlace para entrar en SOS Hub',
      heading: 'Entrar en SOS Hub',
      paragraphs: [
        `Con este enlace puede entrar una sola vez, durante ${minutesOfAddress} minutos, en el navegador que lo abra. Un enlace más reciente lo sustituye.`,
      ],
      action: { label: 'Entrar en SOS Hub', address },
      notes: ['Si no lo ha pedido, no tiene que hacer nada: sin este mensaje nadie entra.', pagesAreEnglish],
      reason: memberOf(publicUrl).es,
    },
  });

export const codeLetter = (to: Recipient, publicUrl: string, code: string, minutes: number): Mail =>
  inTheirLanguage(to, {
    en: {
      subject: 'Your code to confirm that it is you',
      heading: 'Confirm that it is you',
      paragraphs: [
        `Your code is ${code}`,
        `Type it into the window of the hub that asks for it, within ${minutes} minutes. Give it to nobody else: no one of the hub ever asks for it.`,
      ],
      notes: [
        'If you did not ask for it, somebody sits at a computer where you are signed in: open your profile in the hub and press “Sign out everywhere”.',
      ],
      reason: memberOf(publicUrl).en,
    },
    es: {
      subject: 'Su código para confirmar que es usted',
      heading: 'Confirme que es usted',
      paragraphs: [
        `Su código es ${code}`,
        `Escríbalo en la ventana de SOS Hub que lo pide, durante los próximos ${minutes} minutos. No se lo dé a nadie: nadie de SOS Hub se lo pedirá nunca.`,
      ],
      notes: [
        'Si no lo ha pedido, alguien está usando un equipo en el que usted ha entrado: abra su perfil en SOS Hub y pulse “Sign out everywhere” (salir en todas partes).',
      ],
      reason: memberOf(publicUrl).es,
    },
  });

export const confirmAddressLetter = (to: Recipient, publicUrl: string, fullName: string, address: string): Mail =>
  inTheirLanguage(to, {
    en: {
      subject: 'Confirm this address for notifications of SOS Hub',
      heading: 'Confirm this address for notifications',
      paragraphs: [
        `${fullName} wants the notifications of SOS Hub sent to this address. Confirm it within a day; until then nothing else is sent here.`,
      ],
      action: { label: 'Confirm this address', address },
      notes: ['If that is not you, you need not do anything.'],
      reason: `You get this because somebody typed this address at ${publicUrl}. Help and contact: ${publicUrl}/help`,
    },
    es: {
      subject: 'Confirme esta dirección para los avisos de SOS Hub',
      heading: 'Confirme esta dirección para los avisos',
      paragraphs: [
        `${fullName} quiere recibir en esta dirección los avisos de SOS Hub. Confírmela en el plazo de un día; hasta entonces no se envía nada más aquí.`,
      ],
      action: { label: 'Confirmar esta dirección', address },
      notes: ['Si no es usted, no tiene que hacer nada.', pagesAreEnglish],
      reason: `Recibe este mensaje porque alguien escribió esta dirección en ${publicUrl}. Ayuda y contacto, en inglés: ${publicUrl}/help`,
    },
  });

function inTheirLanguage({ email, language }: Recipient, words: Words): Mail {
  const { subject, ...letter } = words[language];
  return { to: email, subject, ...writeLetter({ language, ...letter }) };
}
