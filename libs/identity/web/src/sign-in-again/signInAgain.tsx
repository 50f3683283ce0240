import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { tellSessionGoesOn } from '../session/sessionNews';
import { SignInAgainDialog } from './SignInAgainDialog';

type Confirm = () => Promise<boolean>;

/** Without the provider, as in a spec of one page, nobody can confirm anything. */
const ConfirmContext = createContext<Confirm>(() => Promise.resolve(false));

/** Around the pages of whoever is signed in: the one dialog in which they confirm who they are. */
export const SignInAgainProvider = ({ children }: { children: ReactNode }) => {
  const [isAsking, setIsAsking] = useState(false);
  const answer = useRef<((confirmed: boolean) => void) | null>(null);
  const confirm = useCallback<Confirm>(() => {
    answer.current?.(false);
    setIsAsking(true);
    return new Promise((resolve) => (answer.current = resolve));
  }, []);
  const settle = (confirmed: boolean) => {
    setIsAsking(false);
    if (confirmed) tellSessionGoesOn();
    answer.current?.(confirmed);
    answer.current = null;
  };
  return (
    <ConfirmContext value={confirm}>
      {children}
      {isAsking && <SignInAgainDialog onConfirmed={() => settle(true)} onCancel={() => settle(false)} />}
    </ConfirmContext>
  );
};

/** Asks the person to confirm who they are; answers whether they did. */
export const useConfirmIdentity = (): Confirm => useContext(ConfirmContext);

/**
 * For acts that the hub does only after a recent sign-in. Does the act; where the hub asks for a sign-in, the person
 * confirms who they are in a dialog, and the act is done again. Whoever cancels gets the refusal.
 *
 *     const signInAgain = useSignInAgain();
 *     const result = await signInAgain(() => mutate({ variables }).then(({ data }) => data!.deactivatePerson));
 *
 * Ask for `... on Refusal { message }`; the result has `__typename: 'SignInAgainRefusal'` among its refusals.
 */
export const useSignInAgain = () => {
  const confirm = useConfirmIdentity();
  return useCallback(
    async <Result extends { __typename: string }>(act: () => Promise<Result>): Promise<Result> => {
      const result = await act();
      if (result.__typename !== 'SignInAgainRefusal') return result;
      return (await confirm()) ? act() : result;
    },
    [confirm],
  );
};
