export const seatRoleWords = { chair: 'chair', co_chair: 'co-chair', member: 'member' } as const;
