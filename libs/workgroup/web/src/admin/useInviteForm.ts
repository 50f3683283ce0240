import { useMutation } from '@apollo/client/react';
import type { HubRole, SeatRole } from '@sos/platform-contract';
import { useToast } from '@sos/platform-ui';
import { type FieldProblems, useDraft, wasDoneBefore } from '@sos/platform-web';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { noSeat, theWorkgroup } from '../seats/SeatPlaceFields';
import { InvitePersonMutation } from './invitations.queries';
import { useAct } from './useAct';

type Body = {
  id: string;
  seats: readonly { id: string; role: SeatRole; agency: { id: string }; person: object | null }[];
};

export type InviteDraft = {
  email: string;
  agencyId: string | null;
  /** Id of a sub-group, `workgroup`, or `none`. */
  body: string;
  seatRole: SeatRole;
  roles: HubRole[];
  fullName: string;
  endsOn: string | null;
  note: string;
};

/** The agency's vacant seat of that role, if there is one: it is filled before another is added. */
const vacantSeat = (bodies: readonly Body[], { body, agencyId, seatRole }: InviteDraft): string | null =>
  bodies
    .find(({ id }) => id === body)
    ?.seats.find(({ role, agency, person }) => role === seatRole && agency.id === agencyId && !person)?.id ?? null;

const check = ({ email, agencyId }: InviteDraft): FieldProblems => ({
  ...(email.trim() === '' ? { email: 'Write the address at work.' } : {}),
  ...(agencyId === null ? { agencyId: 'Choose the agency that the person works for.' } : {}),
});

/** What was kept on this computer; a body that one may not invite to any more is not taken along. */
const read = (text: string, untouched: InviteDraft, choices: readonly string[]): InviteDraft => {
  try {
    const kept = { ...untouched, ...(JSON.parse(text || '{}') as Partial<InviteDraft>) };
    return choices.includes(kept.body) ? kept : { ...kept, body: untouched.body };
  } catch {
    return untouched;
  }
};

/**
 * @param askedFor What the address names, such as a sub-group: each has a draft of its own.
 * @param choices Every body that one may invite to.
 */
export const useInviteForm = (askedFor: string, body: string, bodies: readonly Body[], choices: readonly string[]) => {
  const { act, isBusy, trouble } = useAct();
  const [invite] = useMutation(InvitePersonMutation);
  const toast = useToast();
  const navigate = useNavigate();
  const [problems, setProblems] = useState<FieldProblems>({});
  const [untouched] = useState<InviteDraft>({
    email: '',
    agencyId: null,
    body,
    seatRole: 'MEMBER',
    roles: [],
    fullName: '',
    endsOn: null,
    note: '',
  });
  const { text, setText, keptNote, wasRestored, intent, clear } = useDraft(`invite:${askedFor}`);
  const draft = read(text, untouched, choices);
  const write = (part: Partial<InviteDraft>) => {
    const next = { ...draft, ...part };
    setText(JSON.stringify(next) === JSON.stringify(untouched) ? '' : JSON.stringify(next));
    setProblems({});
  };
  const startOver = () => {
    clear();
    setProblems({});
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = check(draft);
    setProblems(missing);
    if (Object.keys(missing).length > 0) return;
    const input = {
      email: draft.email,
      agencyId: draft.agencyId!,
      fullName: draft.fullName || null,
      roles: draft.roles,
      endsOn: draft.endsOn,
      note: draft.note || null,
      seat:
        draft.body === noSeat
          ? null
          : {
              subGroupId: draft.body === theWorkgroup ? null : draft.body,
              role: draft.seatRole,
              seatId: vacantSeat(bodies, draft),
            },
    };
    let added: string | null = null;
    const { value, fields } = await act(async () => {
      const result = (await invite({ variables: { input }, context: intent.context })).data?.invitePerson;
      if (result?.__typename !== 'MembershipAdded') return result;
      added = result.person.fullName;
      return {
        __typename: 'InvitationSuccess' as const,
        invitation: { __typename: 'Invitation' as const, id: '', email: '' },
      };
    }, 'InvitationSuccess');
    setProblems(fields ?? {});
    // An earlier try whose answer was lost has invited somebody: the next press invites another.
    if (fields && wasDoneBefore(fields)) intent.renew();
    if (!value) return;
    clear();
    toast({ message: added ? `${String(added)} was in the hub already and has it now` : 'Invitation sent' });
    await navigate('/admin/invitations');
  };
  return { draft, write, problems, trouble, isBusy, submit, keptNote, wasRestored, startOver };
};
