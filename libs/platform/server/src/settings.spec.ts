import { describe, expect, test } from '@jest/globals';
import { readSettings, SettingsError } from './settings';

describe('settings', () => {
  test('the demonstration needs none', () => {
    expect(readSettings({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      dataFolder: 'var/data',
      demonstration: true,
      publicUrl: 'http://localhost:3000',
    });
  });

  test('the database may have several servers', () => {
    const url = 'postgres://hub:secret@one:5432,two:5432/hub?target_session_attrs=read-write';
    expect(readSettings({ DATABASE_URL: url }).databaseUrl).toBe(url);
  });

  test('an empty variable counts as absent', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '' }).port).toBe(3000);
  });

  test.each([
    [{ PORT: 'abc' }, 'PORT expects a port number'],
    [{ PORT: '70000' }, 'PORT expects a port number'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL expects an address such as postgres://'],
    [{ DATABASE_URL: 'postgres://one:5432,two:many/hub' }, 'DATABASE_URL expects an address such as postgres://'],
    [{ DEMO: 'yes' }, 'DEMO expects 1'],
    [{ PUBLIC_URL: 'hub.example.org' }, 'PUBLIC_URL expects an http'],
    [{ DATABASE_WAIT_SECONDS: '0' }, 'DATABASE_WAIT_SECONDS expects seconds from 0.1 to 60'],
    [{ STATEMENT_SECONDS: 'long' }, 'STATEMENT_SECONDS expects seconds'],
    [{ REQUEST_SECONDS: '601' }, 'REQUEST_SECONDS expects seconds'],
    [{ TRUST_PROXY: '10.0.0.0/40' }, 'TRUST_PROXY expects loopback'],
    [{ RATE_PER_PERSON: '0' }, 'RATE_PER_PERSON expects requests'],
    [{ RATE_PER_NETWORK: 'many' }, 'RATE_PER_NETWORK expects requests'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL expects fatal'],
    [{ TIME_ZONE: 'Mars/Olympus' }, 'TIME_ZONE expects a time zone'],
    [{ SECRETS_KEY: 'short' }, 'SECRETS_KEY expects 32 bytes'],
    [{ SECRETS_KEY: `${'00'.repeat(32)},` }, 'SECRETS_KEY expects 32 bytes'],
    [{ ALLOW_PRIVATE_IDENTITY_PROVIDERS: 'maybe' }, 'ALLOW_PRIVATE_IDENTITY_PROVIDERS expects 1'],
    [{ NODE_ENV: 'production', DATABASE_URL: 'postgres://h/d', DEMO: '1' }, 'DEMO expects 0'],
    [{ SESSION_IDLE_MINUTES: '-1' }, 'SESSION_IDLE_MINUTES expects minutes'],
    [{ SESSION_HOURS: '0' }, 'SESSION_HOURS expects hours'],
    [{ SMTP_URL: 'http://mail' }, 'SMTP_URL expects an address such as smtp://'],
    [{ SMTP_URL: 'smtp://mail' }, 'MAIL_FROM expects the sender'],
    [{ MAIL_FROM: 'Hub <hub@example.org>\nBcc: eve@example.org' }, 'MAIL_FROM expects a sender'],
    [{ NODE_ENV: 'production' }, 'DATABASE_URL expects the address'],
  ])('%j is refused by name', (environment, message) => {
    expect(() => readSettings(environment as NodeJS.ProcessEnv)).toThrow(SettingsError);
    expect(() => readSettings(environment as NodeJS.ProcessEnv)).toThrow(message);
  });

  test('a key for secrets is 32 bytes in base64 or hexadecimal, or several', () => {
    const [old, current] = [Buffer.alloc(32, 1), Buffer.alloc(32, 251)];
    for (const written of [current.toString('base64'), current.toString('base64url'), current.toString('hex')]) {
      expect(readSettings({ SECRETS_KEY: `${written}, ${old.toString('hex')}` }).secretKeys).toEqual([current, old]);
    }
    expect(readSettings({}).secretKeys).toEqual([]);
  });

  test('every wrong variable is listed at once', () => {
    expect(() => readSettings({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT[\s\S]*LOG_LEVEL/);
  });
});
