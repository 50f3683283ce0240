import '@sos/platform-web/testing';
import { describe, expect, it } from '@jest/globals';
import { navigationFor } from './navigation';

const viewer = { mayImportCatalogs: true, isAdministrator: true };
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
    ['/admin/audit', ['Audit trail']],
    ['/help', []],
  ])('marks where %s belongs', (pathname, labels) => expect(currentAt(pathname)).toEqual(labels));

  it('shows the import to those who may import', () => {
    const labels = (mayImportCatalogs: boolean) =>
      navigationFor({ pathname: '/', viewer: { mayImportCatalogs, isAdministrator: false }, dueCount: 0 }).map(
        ({ label }) => label,
      );
    expect(labels(true)).toContain('Catalog import');
    expect(labels(false)).not.toContain('Catalog import');
    expect(labels(true)).not.toContain('Audit trail');
  });

  it('counts what is due beside My work', () => {
    expect(navigationFor({ pathname: '/', viewer, dueCount: 6 })[0]).toMatchObject({ count: 6, countOf: 'due' });
  });
});
