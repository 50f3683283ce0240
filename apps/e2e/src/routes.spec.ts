import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from './routes';

const root = join(import.meta.dirname, '..', '..', '..');

describe('the list of routes that the journeys visit', () => {
  it('has every route of the router, and none that is gone', () => {
    const sources = ['apps/web/src/router.tsx', ...domainRoutes()];

    const written = sources.flatMap((source) =>
      [...readFileSync(join(root, source), 'utf8').matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path),
    );

    expect(written.length).toBeGreaterThan(20);
    expect([...new Set(routes.map(({ path }) => path))].sort()).toEqual([...new Set(written)].sort());
  });
});

function domainRoutes(): string[] {
  const libraries = readdirSync(join(root, 'libs')).map((domain) => `libs/${domain}/web/src`);
  return libraries
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder)).map((file) => `${folder}/${file}`))
    .filter((file) => file.endsWith('.routes.tsx'));
}
