import { graphql, type FocusFactsFragment } from '@sos/platform-contract';
import { countOf, daysBetween, formatDate, formatShortDate, HelpWanted, SilenceMark } from '@sos/platform-ui';
import { useHub } from '@sos/platform-web';

export const FocusFacts = graphql(`
  fragment FocusFacts on FocusItem {
    id
    slug
    statement
    isShared
    subGroups {
      id
      slug
      name
    }
    actionItemCount
    openHelpRequestCount
    lastUpdateOn
  }
`);

/** After this many days without a word a focus counts as silent. */
const silentAfterDays = 30;

type FocusMetaProps = {
  focus: Pick<FocusFactsFragment, 'actionItemCount' | 'openHelpRequestCount' | 'lastUpdateOn'>;
  /** Says when the last update came even if it is fresh. */
  withDate?: boolean;
};

/** What is going on under a focus: "6 items", help wanted, silence. */
export const FocusMeta = ({ focus, withDate = false }: FocusMetaProps) => {
  const { today } = useHub();
  const { actionItemCount, openHelpRequestCount, lastUpdateOn } = focus;
  const isSilent = actionItemCount > 0 && (lastUpdateOn === null || daysBetween(lastUpdateOn, today) > silentAfterDays);
  return (
    <>
      <span>{actionItemCount === 0 ? 'No items yet' : countOf(actionItemCount, 'item')}</span>
      {openHelpRequestCount > 0 && <HelpWanted count={openHelpRequestCount} />}
      {isSilent && <SilenceMark lastUpdateOn={lastUpdateOn} today={today} />}
      {withDate && !isSilent && lastUpdateOn && <span>Last update {dayWords(lastUpdateOn, today)}</span>}
    </>
  );
};

const dayWords = (day: string, today: string) =>
  day.slice(0, 4) === today.slice(0, 4) ? formatShortDate(day) : formatDate(day);
