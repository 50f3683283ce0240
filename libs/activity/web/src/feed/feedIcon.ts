import { healthLooks, type IconName, workStatusLooks } from '@sos/platform-ui';

const byWord: readonly { word: string; icon: IconName }[] = [
  ...Object.values(workStatusLooks),
  ...Object.values(healthLooks),
];
const bySubject: Record<string, IconName> = {
  ActionItem: 'task',
  HelpRequest: 'hand',
  Goal: 'goal',
  Objective: 'goal',
  DataSource: 'data',
  CatalogImport: 'download',
  SubGroup: 'subGroups',
  Seat: 'person',
  Person: 'person',
};

/** The state that the words name, else the kind of thing. */
export const feedIcon = ({ action, subjectType }: { action: string; subjectType: string }): IconName =>
  byWord.find(({ word }) => action.includes(word))?.icon ?? bySubject[subjectType] ?? 'pencil';

const stateWords = new RegExp(`(${byWord.map(({ word }) => word).join('|')})`);

/** "posted Blocked on" in pieces, the state apart so that it can stand out. */
export const piecesOf = (action: string): { text: string; isState: boolean }[] =>
  action
    .split(stateWords)
    .map((text, place) => ({ text, isState: place % 2 === 1 }))
    .filter(({ text }) => text !== '');
