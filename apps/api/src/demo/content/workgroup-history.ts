import type { CalendarDate } from './content.types';

export interface BodyContent {
  name: string;
  slug: string;
  purpose: string;
  startedOn: CalendarDate;
  endedOn?: CalendarDate;
}

export interface SubGroupContent extends BodyContent {
  slug: 'harm-reduction' | 'upstream-prevention' | 'public-safety';
  /** First part of the reference of an action item. */
  prefix: 'HR' | 'UP' | 'PS';
}

export interface WorkgroupHistoryContent {
  predecessor: BodyContent & { endedOn: CalendarDate; goals: string[]; taskForces: BodyContent[] };
  current: BodyContent & { values: string[]; subGroups: SubGroupContent[] };
}

/**
 * Names, goals and bodies are facts (the workgroup's public pages of 2014 and of today). Only the year 2014 is
 * known: every day and month below, and the change of bodies at the end of February 2021, are approximations
 * for the sample.
 */
export const workgroupHistory: WorkgroupHistoryContent = {
  predecessor: {
    name: 'Statewide Opioid Safety Workgroup',
    slug: 'statewide-opioid-safety-workgroup',
    startedOn: '2014-04-01',
    endedOn: '2021-02-28',
    purpose:
      'Brought state and non-government organizations together against harm from opioids, after a national challenge to state health officers. It grew to more than forty organizations.',
    goals: [
      'Give the workgroup a stronger structure to work in.',
      'Widen treatment, harm reduction, and access to medications for opioid use disorder and naloxone.',
      'Set good practice and policy for the people and places at highest risk.',
      'Share more data between agencies.',
      'Find, promote and carry out the policies and practices that work.',
      'Coordinate communication, education and awareness between partners.',
      'Support local coalitions and the involvement of communities.',
    ],
    taskForces: [
      {
        name: 'Communication Task Force',
        slug: 'communication-task-force',
        purpose: 'Messages that help patients think differently about opioids and pain.',
        startedOn: '2015-01-01',
        endedOn: '2021-02-28',
      },
      {
        name: 'Data Task Force',
        slug: 'data-task-force',
        purpose: 'Wider access to data on prescribing, overdoses and deaths, so that action goes where it is needed.',
        startedOn: '2015-01-01',
        endedOn: '2021-02-28',
      },
      {
        name: 'Treatment Task Force',
        slug: 'treatment-task-force',
        purpose:
          'More treatment with medication and more naloxone, and better lives for people with opioid use disorder.',
        startedOn: '2015-01-01',
        endedOn: '2021-02-28',
      },
      {
        name: 'Maternal and Neonatal Task Force',
        slug: 'maternal-and-neonatal-task-force',
        purpose: 'Joint work on opioids during pregnancy, at birth and after it.',
        startedOn: '2016-01-01',
        endedOn: '2021-02-28',
      },
    ],
  },
  current: {
    name: 'Statewide Overdose Safety Workgroup',
    slug: 'statewide-overdose-safety-workgroup',
    startedOn: '2021-03-01',
    purpose:
      'State agencies share what they know, shape policy together and coordinate the answer to overdose in California. Public Health convenes it.',
    values: ['Equity', 'Justice', 'Collective action'],
    subGroups: [
      {
        name: 'Harm Reduction',
        slug: 'harm-reduction',
        prefix: 'HR',
        purpose: 'Keeps people alive and close to care: naloxone, safer use, and treatment without barriers.',
        startedOn: '2021-03-01',
      },
      {
        name: 'Upstream Prevention',
        slug: 'upstream-prevention',
        prefix: 'UP',
        purpose: 'Works on what comes before an overdose: schools, families, prescribing, data and money.',
        startedOn: '2021-03-01',
      },
      {
        name: 'Public Safety',
        slug: 'public-safety',
        prefix: 'PS',
        purpose:
          'Treatment, alerts and fair practice where justice and emergency response meet people at risk of overdose.',
        startedOn: '2021-03-01',
      },
    ],
  },
};
