import { useEffect } from 'react';
import { awaitPasskeyInField, offersPasskeysInFields, PasskeyTrouble, stopAskingPasskey } from './askPasskey';

/** Challenges live five minutes on the server; the list under the field is asked anew a little earlier. */
const renewedAfter = 270_000;

/** While the sign-in page is open, the browser offers passkeys in the list under the address field. */
export const usePasskeyInField = (
  ask: () => Promise<unknown>,
  answerWith: (asking: Promise<object>) => Promise<void>,
): void => {
  useEffect(() => {
    let isOpen = true;
    const offer = async () => {
      if (!(await offersPasskeysInFields()) || !isOpen) return;
      const options = await ask();
      if (!isOpen) return;
      const answer = await awaitPasskeyInField(options);
      await answerWith(Promise.resolve(answer));
    };
    // What goes wrong here nobody has asked for: the button below says it.
    const begin = () => void offer().catch((error: unknown) => error instanceof PasskeyTrouble);
    begin();
    const renewal = setInterval(begin, renewedAfter);
    return () => {
      isOpen = false;
      clearInterval(renewal);
      stopAskingPasskey();
    };
  }, [ask, answerWith]);
};
