import { swc } from './infra/jest/swc.mjs';

const root = import.meta.dirname;
const moduleFileExtensions = ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'];

/**
 * Limits are for a busy machine: a spec waits for a thing to happen, not for time to pass.
 * Three projects: pure and server specs on Node, component specs in jsdom, journeys in a real browser.
 */
export default {
  testTimeout: 60_000,
  // Modules of finished specs are never quite let go of; a worker that has become large spends its time on collecting them.
  workerIdleMemoryLimit: '1GB',
  projects: [
    {
      displayName: 'server',
      rootDir: root,
      testEnvironment: 'node',
      testEnvironmentOptions: { customExportConditions: ['@sos/source', 'node', 'node-addons'] },
      extensionsToTreatAsEsm: ['.ts'],
      transform: { '^.+\\.ts$': swc() },
      moduleFileExtensions,
      globalSetup: '<rootDir>/libs/platform/testing/src/global-setup.mjs',
      globalTeardown: '<rootDir>/libs/platform/testing/src/global-teardown.mjs',
      setupFiles: ['reflect-metadata'],
      setupFilesAfterEnv: ['<rootDir>/infra/jest/once-more.mjs'],
      testMatch: [
        '<rootDir>/libs/*/server/src/**/*.spec.ts',
        '<rootDir>/libs/platform/testing/src/**/*.spec.ts',
        '<rootDir>/apps/api/{src,test}/**/*.spec.ts',
      ],
    },
    {
      displayName: 'web',
      rootDir: root,
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { customExportConditions: ['@sos/source', 'browser'] },
      extensionsToTreatAsEsm: ['.ts', '.tsx'],
      transform: { '^.+\\.tsx?$': swc(true) },
      moduleFileExtensions,
      moduleNameMapper: { '\\.css$': '<rootDir>/infra/jest/style-stub.mjs' },
      setupFiles: ['<rootDir>/infra/jest/web-setup.mjs'],
      setupFilesAfterEnv: ['<rootDir>/infra/jest/web-patience.mjs', '<rootDir>/infra/jest/once-more.mjs'],
      testMatch: ['<rootDir>/libs/*/{web,ui}/src/**/*.spec.{ts,tsx}', '<rootDir>/apps/web/src/**/*.spec.{ts,tsx}'],
    },
    {
      displayName: 'browser',
      rootDir: root,
      testEnvironment: 'node',
      testEnvironmentOptions: { customExportConditions: ['@sos/source', 'node', 'node-addons'] },
      extensionsToTreatAsEsm: ['.ts'],
      transform: { '^.+\\.ts$': swc() },
      moduleFileExtensions,
      globalSetup: '<rootDir>/apps/e2e/src/support/global-setup.mjs',
      globalTeardown: '<rootDir>/apps/e2e/src/support/global-teardown.mjs',
      setupFilesAfterEnv: ['<rootDir>/infra/jest/once-more.mjs'],
      testMatch: ['<rootDir>/apps/e2e/src/**/*.spec.ts'],
    },
  ],
};
