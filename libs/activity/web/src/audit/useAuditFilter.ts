import { urlDay, urlText, useUrlState } from '@sos/platform-web';

const parts = { person: urlText(), thing: urlText(), action: urlText(), from: urlDay(), to: urlDay() };

/** The filter lives in the address, so that what was found can be sent. */
export const useAuditFilter = () => useUrlState(parts);

export type AuditFilterState = ReturnType<typeof useAuditFilter>[0];

export const filterInput = ({ person, thing, action, from, to }: AuditFilterState) => ({
  person: person || null,
  thing: thing || null,
  action: action || null,
  from,
  to,
});
