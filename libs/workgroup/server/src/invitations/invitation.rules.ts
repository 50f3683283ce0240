/** How long a link works. */
export const daysOfInvitation = 7;
/** More messages than this to one address are no help to anybody. */
export const mostMails = 10;
/** Between two messages of one invitation. */
export const secondsBetweenMails = 60;
