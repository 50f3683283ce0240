import stopPostgres from '../../../../libs/platform/testing/src/global-teardown.mjs';

export default async function tearDown() {
  await globalThis.testBrowser?.close();
  await stopPostgres();
}
