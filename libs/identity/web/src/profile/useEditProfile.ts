import { useMutation } from '@apollo/client/react';
import { useToast } from '@sos/platform-ui';
import type { EditProfileInput } from '@sos/platform-contract';
import { type Failure, type FieldProblems, readFailure, readResult, ShellQuery } from '@sos/platform-web';
import { useState } from 'react';
import { EditProfileMutation, ProfileQuery } from './profile.operations';

type Trouble = Pick<Failure, 'message' | 'reference'>;

export const useEditProfile = () => {
  const [mutate, { loading, client }] = useMutation(EditProfileMutation);
  const [problems, setProblems] = useState<FieldProblems>({});
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const toast = useToast();

  const save = async (input: EditProfileInput) => {
    setProblems({});
    setTrouble(null);
    try {
      const { data } = await mutate({ variables: { input } });
      if (!data) throw new Error('The hub gave no answer.');
      const outcome = readResult(data.editProfile, 'ProfileSuccess');
      if (outcome.succeeded) {
        // The corner of the screen shows the name too.
        void client.refetchQueries({ include: [ProfileQuery, ShellQuery] });
        return toast({ message: 'Changes saved' });
      }
      setProblems(outcome.fields);
      const [first] = Object.keys(outcome.fields);
      if (first) document.getElementById(`profile-${first}`)?.focus();
      else setTrouble({ message: outcome.message, reference: null });
    } catch (error) {
      setTrouble(readFailure(error));
    }
  };
  return { save, isBusy: loading, problems, trouble };
};
