import { formatDate } from '@sos/platform-ui';

export const hubRoleWord = {
  REPRESENTATIVE: 'Representative',
  DATA_STEWARD: 'Data steward',
  STAFF: 'Staff',
  ADMINISTRATOR: 'Administrator',
} as const;

export const termStateWord = { RUNNING: 'Holds today', TO_BEGIN: 'To begin', ENDED: 'Ended' } as const;

export const invitationStateWord = {
  OPEN: 'Open',
  EXPIRED: 'Expired',
  ACCEPTED: 'Accepted',
  REVOKED: 'Revoked',
} as const;

export const seatRoleWord = { CHAIR: 'Chair', CO_CHAIR: 'Co-chair', MEMBER: 'Member' } as const;

/** "Mar 8, 2025 to Jun 30, 2027", "Since Mar 8, 2025" */
export const termWords = ({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }): string =>
  endsOn ? `${formatDate(startsOn)} to ${formatDate(endsOn)}` : `Since ${formatDate(startsOn)}`;
