import type { BlockList } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { addressesOf } from './database/database-hosts';
import { proxyList } from './limits/network';

/** A setting that is missing or malformed; the message names the variable and what it expects. */
export class SettingsError extends Error {}

const flag = (expects: string) =>
  z
    .enum(['0', '1', 'true', 'false'], { error: `expects ${expects}` })
    .transform((value) => value === '1' || value === 'true');

const webAddress = z
  .url({ protocol: /^https?$/, error: 'expects an http or https address such as https://hub.example.org' })
  .transform((value) => value.replace(/\/+$/, ''));

/** PostgreSQL's own form, in which several servers may stand beside each other. */
const databaseAddress = (example: string) =>
  z.string().refine((value) => /^postgres(ql)?:/.test(value) && addressesOf(value).every((one) => URL.canParse(one)), {
    error: `expects an address such as ${example}, or with several servers: postgres://hub:secret@one:5432,two:5432/hub`,
  });

/** One key or several of 32 bytes, written in base64 or hexadecimal, parted by commas. */
const secretKeys = z.string().transform((text, context) => {
  const keys = text.split(',').map((part) => keyOf(part.trim()));
  if (keys.every((key) => key !== null)) return keys;
  context.addIssue({ code: 'custom', message: 'expects 32 bytes in base64, as `openssl rand -base64 32` prints them' });
  return z.NEVER;
});

const count = (range: string) =>
  z.coerce.number({ error: `expects a whole number from ${range}` }).int(`expects a whole number from ${range}`);

const seconds = (least: number, most: number, usual: number) => {
  const error = `expects seconds from ${least} to ${most}`;
  return z.coerce.number({ error }).min(least, error).max(most, error).default(usual);
};

const proxies = z.string().transform((text, context) => {
  try {
    return proxyList(text);
  } catch {
    context.addIssue({
      code: 'custom',
      message: 'expects loopback, private, or networks such as 10.0.0.0/8, parted by commas',
    });
    return z.NEVER;
  }
});

const contacts = z.string().transform((text, context) => {
  const parts = text.split(',').map((part) => part.trim());
  const isContact = (part: string) => /^(mailto:|https:\/\/|tel:\+)[\x21-\x7e]+$/.test(part) && URL.canParse(part);
  if (parts.every(isContact)) return parts;
  context.addIssue({
    code: 'custom',
    message: 'expects addresses such as mailto:security@example.org or https://example.org/security, parted by commas',
  });
  return z.NEVER;
});

const requestsPerMinute = (usual: number) => {
  const error = 'expects requests in a minute, a whole number from 1';
  return z.coerce.number({ error }).int(error).min(1, error).default(usual);
};

const shape = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'], { error: 'expects development, test or production' })
    .default('development'),
  PORT: z.coerce
    .number({ error: 'expects a port number from 0 to 65535' })
    .int('expects a port number from 0 to 65535')
    .min(0, 'expects a port number from 0 to 65535')
    .max(65_535, 'expects a port number from 0 to 65535')
    .default(3000),
  HOST: z.string().min(1, 'expects an address to listen on, such as 127.0.0.1 or 0.0.0.0').optional(),
  DATABASE_URL: databaseAddress('postgres://hub:secret@db.example.org:5432/hub').optional(),
  DATABASE_OWNER_URL: databaseAddress('postgres://hub_owner:secret@db.example.org:5432/hub').optional(),
  AD_HOC_OPERATIONS: flag(
    '1 to run any operation that somebody signed in may run, 0 for the web app’s own, tokens and the explorer only',
  ).optional(),
  DATABASE_POOL_SIZE: z.coerce
    .number({ error: 'expects a whole number from 1 to 200' })
    .int('expects a whole number from 1 to 200')
    .min(1, 'expects a whole number from 1 to 200')
    .max(200, 'expects a whole number from 1 to 200')
    .default(10),
  DATABASE_WAIT_SECONDS: seconds(0.1, 60, 0.8),
  STATEMENT_SECONDS: seconds(0.1, 600, 30),
  REQUEST_SECONDS: seconds(1, 600, 20),
  DATA_DIR: z.string().min(1, 'expects a folder').default('var/data'),
  DEMO: flag('1 for the demonstration, 0 for a real hub').optional(),
  PUBLIC_URL: webAddress.optional(),
  SECURITY_CONTACT: contacts.default([]),
  TRUST_PROXY: proxies.optional(),
  RATE_PER_PERSON: requestsPerMinute(1_200),
  RATE_PER_NETWORK: requestsPerMinute(6_000),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'expects fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
  SESSION_IDLE_MINUTES: z.coerce
    .number({ error: 'expects minutes from 0 (no limit) to 1440' })
    .min(0, 'expects minutes from 0 (no limit) to 1440')
    .max(1_440, 'expects minutes from 0 (no limit) to 1440')
    .optional(),
  SESSION_HOURS: z.coerce
    .number({ error: 'expects hours from 0.01 to 168' })
    .min(0.01, 'expects hours from 0.01 to 168')
    .max(168, 'expects hours from 0.01 to 168')
    .default(12),
  SIGN_IN_LINKS_PER_ADDRESS: count('1 to 1000').min(1).max(1_000).default(5),
  SIGN_IN_LINKS_PER_NETWORK: count('1 to 10000').min(1).max(10_000).default(50),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'expects an address such as smtp://hub:secret@mail.example.org:587' })
    .optional(),
  MAIL_FROM: z
    .string()
    // A line break here would begin another header.
    .regex(/^[^\u0000-\u001f\u007f]*[^\s@<>]+@[^\s@<>]+>?$/, 'expects a sender such as SOS Hub <hub@example.org>')
    .optional(),
  WEB_DIR: z.string().min(1, 'expects the folder of the built web app').default('apps/web/dist'),
  WORKER: flag('1 to deliver and tidy up in this process, 0 to leave that to another').default(true),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'expects a time zone name such as America/Los_Angeles')
    .default('America/Los_Angeles'),
  SECRETS_KEY: secretKeys.optional(),
  ALLOW_PRIVATE_IDENTITY_PROVIDERS: flag('1 to let identity providers be inside of a private network').default(false),
});

export interface Settings {
  environment: 'development' | 'test' | 'production';
  port: number;
  host: string;
  /** None: PGlite, the embedded database, in `dataFolder`. */
  databaseUrl: string | undefined;
  /** Who owns the schema and migrates it, where that is another account than the hub's own. */
  databaseOwnerUrl?: string | undefined;
  /** Whether anybody may send operations of their own; otherwise tokens and the explorer only. */
  adHocOperations: boolean;
  databasePoolSize: number;
  /** How long a request waits for a connection when all are taken. */
  databaseWaitSeconds: number;
  /** After which a statement is stopped. */
  statementSeconds: number;
  /** Within which a request must have arrived, uploads apart. */
  requestSeconds: number;
  dataFolder: string;
  demonstration: boolean;
  publicUrl: string;
  /** Whom to tell of a weakness: mailto:, https: or tel: addresses, the preferred one first. */
  securityContacts: readonly string[];
  /** Who is believed about where a request comes from. None: nobody, the connection tells. */
  trustedProxies: BlockList | undefined;
  /** Requests in a minute. */
  ratePerPerson: number;
  ratePerNetwork: number;
  logLevel: string;
  /** A session that is not used for so long is over; null: it goes on until its hours are up. */
  sessionIdleSeconds: number | null;
  /** A session is over after so long, however busy it is. */
  sessionSeconds: number;
  /** Requests for a sign-in link within an hour. */
  signInLinksPerAddress: number;
  signInLinksPerNetwork: number;
  /** None: mail becomes files in `mailFolder`. */
  smtpUrl: string | undefined;
  mailFrom: string;
  mailFolder: string;
  webFolder: string;
  /** Whether this process also does the hub's own work: delivery from the outbox, and what is due by the clock. */
  worker: boolean;
  /** The workgroup's calendar: what "today" and "overdue" mean. */
  timeZone: string;
  /** Seal the secrets that the database keeps; the first is for new ones. None: no such secret is kept. */
  secretKeys: readonly Buffer[];
  /** Identity providers may be on this machine (then by http too) or inside of a private network. */
  allowPrivateIdentityProviders: boolean;
}

/**
 * Reads and checks the settings. An empty variable counts as absent, as it does in a copied example file.
 * @throws SettingsError that lists every wrong variable, not only the first.
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const present = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = shape.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
    throw new SettingsError(`The settings are not usable:\n${lines.join('\n')}\nSee docs/settings.md.`);
  }
  const values = parsed.data;
  const demonstration = values.DEMO ?? values.NODE_ENV !== 'production';
  if (demonstration && values.NODE_ENV === 'production') {
    throw new SettingsError(
      'The settings are not usable:\n  DEMO expects 0 when NODE_ENV is production: demonstration persons must never exist in a real hub.',
    );
  }
  if (values.NODE_ENV === 'production' && !values.DATABASE_URL) {
    throw new SettingsError(
      'The settings are not usable:\n  DATABASE_URL expects the address of a PostgreSQL database when NODE_ENV is production.',
    );
  }
  if (values.SMTP_URL && !values.MAIL_FROM) {
    throw new SettingsError(
      'The settings are not usable:\n  MAIL_FROM expects the sender of the mail that goes to SMTP_URL, such as SOS Hub <hub@example.org>.',
    );
  }
  const host = values.HOST ?? '127.0.0.1';
  return {
    environment: values.NODE_ENV,
    port: values.PORT,
    host,
    databaseUrl: values.DATABASE_URL,
    databaseOwnerUrl: values.DATABASE_OWNER_URL,
    adHocOperations: values.AD_HOC_OPERATIONS ?? values.NODE_ENV !== 'production',
    databasePoolSize: values.DATABASE_POOL_SIZE,
    databaseWaitSeconds: values.DATABASE_WAIT_SECONDS,
    statementSeconds: values.STATEMENT_SECONDS,
    requestSeconds: values.REQUEST_SECONDS,
    dataFolder: values.DATA_DIR,
    demonstration,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    securityContacts: values.SECURITY_CONTACT,
    trustedProxies: values.TRUST_PROXY,
    ratePerPerson: values.RATE_PER_PERSON,
    ratePerNetwork: values.RATE_PER_NETWORK,
    logLevel: values.LOG_LEVEL,
    sessionIdleSeconds: (values.SESSION_IDLE_MINUTES ?? (demonstration ? 0 : 30)) * 60 || null,
    sessionSeconds: values.SESSION_HOURS * 3_600,
    signInLinksPerAddress: values.SIGN_IN_LINKS_PER_ADDRESS,
    signInLinksPerNetwork: values.SIGN_IN_LINKS_PER_NETWORK,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM ?? 'SOS Hub <hub@localhost>',
    mailFolder:
      values.DATA_DIR === 'memory://' ? join(tmpdir(), `sos-hub-${process.pid}`) : join(values.DATA_DIR, 'outbox'),
    webFolder: values.WEB_DIR,
    worker: values.WORKER,
    timeZone: values.TIME_ZONE,
    secretKeys: values.SECRETS_KEY ?? [],
    allowPrivateIdentityProviders: values.ALLOW_PRIVATE_IDENTITY_PROVIDERS,
  };
}

function keyOf(text: string): Buffer | null {
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  return /^[\w+/=-]+$/.test(text) && key.length === 32 ? key : null;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
