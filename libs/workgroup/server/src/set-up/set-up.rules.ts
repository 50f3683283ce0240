import { plainText } from '@sos/platform-server';
import { z } from 'zod';
import { StructureChoice, type SetUpOffer } from './set-up.types';

/** What the set-up asks for, which depends on what is there already. */
export const setUpShape = ({ isEmpty, agencies }: SetUpOffer) => {
  const administrator = {
    fullName: plainText('Your name', { minimum: 1, maximum: 200 }),
    email: z
      .string()
      .trim()
      .toLowerCase()
      .pipe(
        z.email('Enter your e-mail address at work, such as robin@agency.ca.gov.').max(254, 'The address is too long.'),
      ),
  };
  const known = new Set(agencies.map(({ key }) => key));
  const agencyKey = z.string({ error: 'Choose your agency.' }).refine((key) => known.has(key), 'Choose your agency.');
  if (!isEmpty) return z.object({ ...administrator, structure: z.null().default(null), agencyKey });
  return z.discriminatedUnion(
    'structure',
    [
      z.object({ ...administrator, structure: z.literal(StructureChoice.STARTER), agencyKey }),
      z.object({
        ...administrator,
        structure: z.literal(StructureChoice.OWN),
        workgroupName: required('The name of the workgroup', 200),
        agencyName: required('The name of your agency', 200),
        agencyAbbreviation: required('The abbreviation', 20).refine(
          (text) => text === '' || keyOf(text) !== '',
          'The abbreviation needs letters or digits, such as CDPH.',
        ),
      }),
    ],
    { error: 'Choose what the hub begins with.' },
  );
};

const required = (label: string, maximum: number) =>
  z.preprocess((value) => value ?? '', plainText(label, { minimum: 1, maximum }));

/** `Children & Families` becomes `children-families`, for addresses. */
export const keyOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
