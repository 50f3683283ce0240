import { useMutation } from '@apollo/client/react';
import { useToast } from '@sos/platform-ui';
import { type FieldProblems, readResult, useIntent } from '@sos/platform-web';
import { useState } from 'react';
import { failureWords } from '../failureWords';
import { type LimitedFeed, type Limits, limitWords, usualLimits } from './feedLimitWords';
import { FeedsQuery, LimitFeedMutation } from './importOperations';

type LimitValues = { megabytes: string; seconds: string };

/** Undefined: not a number that the hub could take; null: the usual. */
const wholeNumber = (text: string, most: number, usual: number): number | null | undefined => {
  if (text.trim() === '') return null;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > most) return undefined;
  return number === usual ? null : number;
};

/** @param limits Those that the person sees: they are changed only while they hold. */
export const useLimitFeed = ({ key, title }: LimitedFeed, limits: Limits, onSaved: () => void) => {
  const [mutate] = useMutation(LimitFeedMutation, { refetchQueries: [FeedsQuery], awaitRefetchQueries: true });
  const intent = useIntent();
  const toast = useToast();
  const [version, setVersion] = useState(limits.version);
  const [values, setValues] = useState<LimitValues>({
    megabytes: String(limits.megabytes),
    seconds: String(limits.seconds),
  });
  const [problems, setProblems] = useState<FieldProblems>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const [refusals, setRefusals] = useState(0);
  const [isBusy, setIsBusy] = useState(false);
  const refuse = (fields: FieldProblems, words: string | null) => {
    setProblems(fields);
    setTrouble(words);
    setRefusals((count) => count + 1);
  };

  const send = async (megabytes: number | null, seconds: number | null) => {
    const input = { feedKey: key, expectedVersion: version, megabytes, seconds };
    const { data } = await mutate({ variables: { input }, context: intent.context });
    if (!data) throw new Error('The hub gave no answer.');
    const outcome = readResult(data.limitCatalogFeed, 'LimitCatalogFeedSuccess');
    if (outcome.succeeded) {
      intent.renew();
      toast({ message: `${title}: ${limitWords(outcome.value.feed.limits)}` });
      return onSaved();
    }
    // What the person typed stays; the next save is meant to go over what the other set.
    if (outcome.refusal.__typename === 'StaleFeedLimitsRefusal') {
      intent.renew();
      setVersion(outcome.refusal.current.version);
    }
    const { megabytes: size, seconds: time, ...others } = outcome.fields;
    const isAtTheFields = Object.keys(outcome.fields).length > 0 && Object.keys(others).length === 0;
    refuse(
      { ...(size && { megabytes: size }), ...(time && { seconds: time }) },
      isAtTheFields ? null : outcome.message,
    );
  };
  const save = async (entered: LimitValues) => {
    if (isBusy) return;
    const megabytes = wholeNumber(entered.megabytes, 200, usualLimits.megabytes);
    const seconds = wholeNumber(entered.seconds, 600, usualLimits.seconds);
    if (megabytes === undefined || seconds === undefined) {
      const fields = {
        ...(megabytes === undefined && { megabytes: 'Enter whole megabytes from 1 to 200.' }),
        ...(seconds === undefined && { seconds: 'Enter whole seconds from 1 to 600.' }),
      };
      return refuse(fields, null);
    }
    setIsBusy(true);
    setProblems({});
    setTrouble(null);
    await send(megabytes, seconds).catch((error: unknown) => refuse({}, failureWords(error)));
    setIsBusy(false);
  };
  const set = (changes: Partial<LimitValues>) => {
    setValues((before) => ({ ...before, ...changes }));
    setProblems({});
  };
  return { values, set, problems, refusals, trouble, isBusy, save };
};
