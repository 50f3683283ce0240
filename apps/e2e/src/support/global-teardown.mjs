import stopPostgres from '@sos/platform-testing/global-teardown';

export default async function tearDown() {
  await globalThis.testBrowser?.close();
  await stopPostgres();
}
