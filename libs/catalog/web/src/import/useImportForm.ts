import { useMutation } from '@apollo/client/react';
import { type FieldProblems, readResult, useIntent, wasDoneBefore, webAddress } from '@sos/platform-web';
import { useEffect, useRef, useState } from 'react';
import { failureWords } from '../failureWords';
import { StartImportMutation } from './importOperations';
import { fileProblem } from './catalogFile';
import { uploadCatalogFile } from './uploadCatalogFile';

type ImportValues = { origin: 'file' | 'address'; file: File | null; url: string; feedKey: string; dryRun: boolean };

export const isFeedKey = (text: string): boolean => /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(text);

const problemsOf = ({ origin, file, url, feedKey }: ImportValues): FieldProblems => ({
  ...(origin === 'file' && !file && { content: 'Choose a file.' }),
  ...(origin === 'address' && !webAddress(url.trim()) && { url: 'Enter a web address that begins with https://.' }),
  ...(!isFeedKey(feedKey) && {
    feedKey: feedKey ? 'Use small letters, digits and hyphens only.' : 'Choose a feed, or name a new one.',
  }),
});

/** The hub speaks of the upload, the person of the file. */
const atTheFile = ({ uploadId, ...fields }: FieldProblems): FieldProblems => ({
  ...fields,
  ...(uploadId && { content: uploadId }),
});

export const useImportForm = (initialFeed: string, onStarted: (id: string) => void) => {
  const [mutate] = useMutation(StartImportMutation);
  const intent = useIntent();
  const [values, setValues] = useState<ImportValues>({
    origin: 'file',
    file: null,
    url: '',
    feedKey: initialFeed,
    dryRun: true,
  });
  const [problems, setProblems] = useState<FieldProblems>({});
  const [message, setMessage] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  /** From 0 to 1 while the file is on its way. */
  const [uploaded, setUploaded] = useState<number | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const [refusals, setRefusals] = useState(0);
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);
  const refuse = (fields: FieldProblems, words: string | null = null) => {
    setProblems(fields);
    setMessage(words);
    setRefusals((count) => count + 1);
  };

  const start = async (values: ImportValues) => {
    const found = problemsOf(values);
    if (Object.keys(found).length > 0) return refuse(found);
    const { origin, file, url, feedKey, dryRun } = values;
    const chosen = origin === 'file' ? file : null;
    const unfit = chosen && fileProblem(chosen);
    if (unfit) return refuse({ content: unfit });
    const sent = chosen && (await uploadCatalogFile(chosen, setUploaded));
    setUploaded(null);
    if (sent && 'failure' in sent) return refuse({ content: sent.failure });
    const from = sent ? { uploadId: sent.uploadId } : { url: url.trim() };
    try {
      const { data } = await mutate({ variables: { input: { feedKey, dryRun, ...from } }, context: intent.context });
      if (!data) throw new Error('The hub gave no answer.');
      const outcome = readResult(data.startCatalogImport, 'StartCatalogImportSuccess');
      if (outcome.succeeded || wasDoneBefore(outcome.fields)) intent.renew();
      if (!outcome.succeeded) return refuse(atTheFile(outcome.fields), outcome.message);
      refuse({});
      onStarted(outcome.value.catalogImport.id);
    } catch (error) {
      refuse({}, failureWords(error));
    }
  };
  const send = async (values: ImportValues) => {
    if (isBusy) return;
    setIsBusy(true);
    await start(values);
    setIsBusy(false);
  };
  const set = (changes: Partial<ImportValues>) => {
    setValues((before) => ({ ...before, ...changes }));
    setProblems({});
    setMessage(null);
  };
  const submit = () => send(values);
  /** What was tried still stands in the form: it can be imported in earnest. After a reload the file is gone. */
  const importTried = Object.keys(problemsOf(values)).length > 0 ? null : () => void send({ ...values, dryRun: false });
  return { importTried, form, values, set, problems, message, isBusy, uploaded, submit };
};
