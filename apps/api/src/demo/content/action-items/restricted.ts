import type { ActionItemContent } from '../content.types';
import { update } from './update';

/** Work that only the sub-group may know of. A number below zero makes a reference that tells nothing. */
export const restrictedItems: ActionItemContent[] = [
  {
    number: -0x4c1a7,
    title: 'Map how counterfeit pills reach three counties',
    description: 'What the laboratories and the road patrol see, side by side, while the inquiry is open.',
    objective: '3.5',
    focusItem: 'homeland-security-threats',
    subGroup: 'public-safety',
    leadAgency: 'doj',
    supportingAgencies: ['chp', 'caloes'],
    assignees: ['marcus.bellamy', 'isabel.navarro'],
    priority: 'high',
    startOn: -64,
    dueOn: 20,
    nextStep: 'Compare the second month of lab findings with the stops on two highways.',
    tags: ['counterfeit pills'],
    dataSources: ['county-crime-lab-results'],
    updates: [
      update(-58, 'marcus.bellamy', 'in_progress', 'Three laboratories agreed to send findings each Friday.'),
      update(-17, 'isabel.navarro', 'in_progress', 'First month compared: two of three counties share one pill press.'),
    ],
  },
  {
    number: -0xb03e5,
    title: 'Rehearse the call chain for many overdoses at one event',
    description: 'Who calls whom in the first hour, without telling beforehand where the exercise takes place.',
    objective: '3.5',
    focusItem: 'homeland-security-threats',
    subGroup: 'public-safety',
    leadAgency: 'caloes',
    supportingAgencies: ['chp', 'doj'],
    assignees: ['isabel.navarro'],
    priority: 'medium',
    startOn: -40,
    dueOn: 48,
    nextStep: 'Choose the evening, and tell only those who must be on duty.',
    tags: ['exercise'],
    dataSources: [],
    updates: [
      update(-33, 'isabel.navarro', 'blocked', 'Needs the road patrol’s duty plan for December.', {
        helpWantedFrom: ['chp'],
      }),
    ],
  },
];
