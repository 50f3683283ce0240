export interface GoalContent {
  number: number;
  statement: string;
  description: string;
}

export const goals: GoalContent[] = [
  {
    number: 1,
    statement: 'Better coordination and information sharing between state partners',
    description:
      'Each agency knows what the others do, hold and need. Data, signals and messages travel once, to everybody who can act on them.',
  },
  {
    number: 2,
    statement: 'Cross-cutting strategies against overdose, carried out',
    description:
      'Work that no agency can do alone: treatment without gaps, money that fits together, prevention early in life and fair practice.',
  },
  {
    number: 3,
    statement: 'Fewer fatal overdoses in California',
    description:
      'The outcome that the other two goals serve: naloxone within reach, safe returns from custody, quick answers to changes in the drug supply.',
  },
];
