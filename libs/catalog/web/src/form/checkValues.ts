import { type FieldProblems, webAddress } from '@sos/platform-web';
import type { SourceValues } from './sourceValues';

const yearProblem = (text: string): string | null =>
  text.trim() === '' || /^\s*(1[5-9]|20|21)\d\d\s*$/.test(text) ? null : 'Enter a year such as 2016.';

const addressProblem = (text: string): string | null =>
  text.trim() === '' || webAddress(text.trim()) ? null : 'Enter a web address that begins with https:// or http://.';

/** What can be seen without asking the server; the server checks all of it again. */
export const problemsOf = (values: SourceValues): FieldProblems => {
  const found: Record<string, string | null> = {
    title: values.title.trim() ? null : 'Enter the source’s title.',
    description: values.description.trim() ? null : 'Say in two or three sentences what the source holds.',
    stewardAgencyId: values.stewardAgencyId ? null : 'Choose the agency that answers for the source.',
    contactEmail:
      values.contactEmail.trim() === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(values.contactEmail.trim())
        ? null
        : 'Enter an e-mail address such as data@example.org.',
    keywords: values.keywords.length > 0 ? null : 'Add at least one word that people would search for.',
    themes: values.themes.length > 0 ? null : 'Choose at least one topic.',
    lagDays: /^\s*\d{0,5}\s*$/.test(values.lagDays) ? null : 'Enter whole days, such as 60.',
    firstYear: yearProblem(values.firstYear),
    lastYear:
      yearProblem(values.lastYear) ??
      (values.firstYear && values.lastYear && Number(values.lastYear) < Number(values.firstYear)
        ? `The last year is before the first one, ${values.firstYear.trim()}.`
        : null),
    landingPage: addressProblem(values.landingPage),
  };
  values.distributions.forEach(({ accessUrl, downloadUrl }, place) => {
    found[`distributions.${place}.accessUrl`] = addressProblem(accessUrl);
    found[`distributions.${place}.downloadUrl`] = addressProblem(downloadUrl);
  });
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== null));
};
