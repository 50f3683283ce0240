import '@sos/platform-web/testing';
import { describe, expect, it } from '@jest/globals';
import { navigationFor } from './navigation';

const viewer = { mayImportCatalogs: true, isStaff: true, isAdministrator: true };
const currentAt = (pathname: string) =>
  navigationFor({ pathname, viewer, dueCount: 0 })
    .filter(({ current }) => current)
    .map(({ label }) => label);

describe('the rail', () => {
  it.each([
    ['/', ['My work']],
    ['/goals/3', ['Goals']],
    ['/objectives/3.2', ['Goals']],
    ['/workgroup/history', ['Sub-groups']],
    ['/items/PS-19', ['Action items']],
    ['/data/new', ['Data catalog']],
    ['/data/import', ['Catalog import']],
    ['/admin/people/1', ['People and roles']],
    ['/admin/invite', ['People and roles']],
    ['/admin/access', ['Access']],
    ['/admin/audit', ['Audit trail']],
    ['/admin/identity-providers', ['Identity providers']],
    ['/help', []],
  ])('marks where %s belongs', (pathname, labels) => expect(currentAt(pathname)).toEqual(labels));

  it('shows by role what only some may do', () => {
    const nobody = { mayImportCatalogs: false, isStaff: false, isAdministrator: false };
    const labels = (roles: Partial<typeof nobody>) =>
      navigationFor({ pathname: '/', viewer: { ...nobody, ...roles }, dueCount: 0 })
        .filter(({ group }) => group === 'admin')
        .map(({ label }) => label);
    expect(labels({})).toEqual([]);
    expect(labels({ mayImportCatalogs: true })).toEqual(['Catalog import']);
    expect(labels({ isStaff: true })).toEqual(['People and roles']);
    expect(labels({ isAdministrator: true })).toEqual([
      'People and roles',
      'Access',
      'Identity providers',
      'Audit trail',
    ]);
  });

  it('counts what is due beside My work', () => {
    expect(navigationFor({ pathname: '/', viewer, dueCount: 6 })[0]).toMatchObject({ count: 6, countOf: 'due' });
  });
});
