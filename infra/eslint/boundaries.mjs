/**
 * Who may import whom, by the tags in each package.json. Data runs one way: a domain sees those below it, and a
 * half sees only its own side. Lowest first; each domain may use all that stand before it in its line.
 */
const below = {
  platform: [],
  activity: ['platform'],
  identity: ['platform', 'activity'],
  workgroup: ['platform', 'activity', 'identity'],
  goals: ['platform', 'activity', 'identity', 'workgroup'],
  actions: ['platform', 'activity', 'identity', 'workgroup', 'goals'],
  catalog: ['platform', 'activity', 'identity', 'workgroup', 'goals', 'actions'],
  search: ['platform', 'activity', 'identity', 'workgroup', 'goals', 'actions', 'catalog'],
};

const sides = {
  server: ['server'],
  web: ['web', 'ui', 'contract'],
  ui: ['ui'],
  contract: ['contract'],
  testing: ['testing', 'server'],
  api: ['server', 'testing'],
  e2e: ['testing'],
};

export const boundaries = [
  ...Object.entries(below).map(([domain, lower]) => ({
    sourceTag: `domain:${domain}`,
    onlyDependOnLibsWithTags: [domain, ...lower].map((name) => `domain:${name}`),
  })),
  ...Object.entries(sides).map(([side, allowed]) => ({
    sourceTag: `side:${side}`,
    onlyDependOnLibsWithTags: allowed.map((name) => `side:${name}`),
  })),
  {
    allSourceTags: ['domain:app', 'side:web'],
    onlyDependOnLibsWithTags: ['side:web', 'side:ui', 'side:contract'],
  },
];
