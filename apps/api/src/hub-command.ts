import 'reflect-metadata';
import { isAbsolute, resolve } from 'node:path';
import { FolderInUseError, readSettings, SettingsError } from '@sos/platform-server';
import { Command as Program, CommanderError } from 'commander';
import { restore } from './commands/backup';
import type { CommandOutput } from './commands/command';
import { doctor } from './commands/doctor';
import { runCommand, runHere } from './commands/run-command';
import { setUpStructure } from './commands/set-up';
import { runWorker } from './commands/worker';

const output: CommandOutput = {
  progress: (line) => void process.stderr.write(`${line}\n`),
  print: (line) => void process.stdout.write(`${line}\n`),
};

// Whoever reads the output may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

const program = new Program('npm run hub --')
  .description('The command line of SOS Hub. Settings come from the environment, as for the server.')
  .exitOverride()
  .showHelpAfterError();

program
  .command('migrate')
  .description('bring the database schema up to date')
  .action(() =>
    finish(runHere(async () => (output.print('The schema is up to date.'), 0), {}, readSettings(process.env), output)),
  );

program
  .command('doctor')
  .description('check what the hub needs and say what to mend')
  .action(() => finish(doctor(readSettings(process.env), output)));

program
  .command('setup <structure>')
  .description('fill an empty hub with the structure of a workgroup: california')
  .action((structure: string) => finish(runHere(setUpStructure, { structure }, readSettings(process.env), output)));

program
  .command('backup <file>')
  .description('write the whole hub, as it is now, into one file; a running hub goes on')
  .action((file: string) => finish(run('backup', { file: located(file) })));
program
  .command('restore <file>')
  .description('make an empty hub what the backup says; stop the hub first')
  .option('--replace <name>', 'throw away what this hub holds: the name of its workgroup, as a confirmation')
  .action((file: string, { replace }: { replace?: string }) =>
    finish(runHere(restore, { file: located(file), replace }, readSettings(process.env), output, 'as it is')),
  );

const catalog = program.command('catalog').description('the data-source catalog');
catalog
  .command('import <file-or-address>')
  .description('read a DCAT-US v1.1 data.json into the catalog')
  .requiredOption('--source <key>', 'key of the feed: with the dataset’s identifier it makes the identity of a record')
  .option('--dry-run', 'tell what would change, and change nothing')
  .option('--allow-empty', 'accept a feed without datasets although the hub holds some of it')
  .option('--json', 'print one JSON object with the counts and problems')
  .action((location: string, options: object) =>
    finish(run('catalog import', { ...options, location: located(location) })),
  );
catalog
  .command('export [file]')
  .description('write the public sources as a DCAT-US v1.1 data.json, to a file or standard output')
  .action((file?: string) => finish(run('catalog export', { file: file && located(file) })));

const audit = program.command('audit').description('the audit trail');
audit
  .command('verify')
  .description('check that nothing in the trail was altered, removed or put in; name the first entry that was')
  .option('--heads <file>', 'heads written down outside, instead of those in the data folder')
  .action(({ heads }: { heads?: string }) => finish(run('audit verify', { heads: heads && located(heads) })));
audit
  .command('heads')
  .description('print where each chain of the trail ends, to be kept somewhere else')
  .action(() => finish(run('audit heads', {})));
audit
  .command('export [file]')
  .description('write the trail, to a file or standard output')
  .option('--format <format>', 'csv or jsonl (one JSON object a line)', 'jsonl')
  .option('--from <day>', 'first day, as 2026-11-27')
  .option('--to <day>', 'last day')
  .action((file: string | undefined, options: object) =>
    finish(run('audit export', { ...options, file: file && located(file) })),
  );

program
  .command('person')
  .description('the people of the hub')
  .command('add')
  .description('add a person')
  .requiredOption('--email <address>')
  .requiredOption('--name <full name>')
  .requiredOption('--agency <key>', 'key of the agency, for example cdph')
  .option('--title <job title>')
  .option('--administrator', 'may administer the hub')
  .option('--staff', 'belongs to the workgroup’s staff')
  .action((options: Record<string, unknown>) => finish(run('person add', options)));

program
  .command('setup-address')
  .description('print the address with which the first administrator sets up the hub, within 30 minutes')
  .action(() => finish(run('setup-address', {})));

program
  .command('sign-in-address <e-mail>')
  .description('print an address that signs the person in once, within 30 minutes')
  .action((email: string) => finish(run('sign-in-address', { email })));

program
  .command('worker')
  .description('deliver what waits in the outbox and do what is due, in a process of its own, until it is stopped')
  .action(() => finish(runWorker(readSettings(process.env), output)));

const outbox = program.command('outbox').description('what must leave the database, such as mail');
outbox
  .command('list')
  .description('what waits to be delivered, and what was given up')
  .action(() => finish(run('outbox list', {})));
outbox
  .command('retry [id]')
  .description('try again at once what has failed: one entry, or all')
  .action((id?: string) => finish(run('outbox retry', { id })));
outbox
  .command('held')
  .description('what a restore has set aside, since it may have been sent before')
  .action(() => finish(run('outbox held', {})));
outbox
  .command('release [id]')
  .description('send what was held: one entry, or all')
  .action((id?: string) => finish(run('outbox release', { id })));
outbox
  .command('drop [id]')
  .description('throw away what was held, so that this hub never sends it')
  .option('--all', 'everything that is held')
  .action((id: string | undefined, { all }: { all?: boolean }) => finish(run('outbox drop', { id, all })));

const identityProvider = program
  .command('identity-provider')
  .description('where agencies’ people sign in (OpenID Connect)');
identityProvider
  .command('add')
  .description('add an identity provider, switched off; the client secret is read from CLIENT_SECRET')
  .requiredOption('--key <key>', 'part of its redirect address, for example cdph')
  .requiredOption('--name <name>', 'stands on the button: Sign in with …')
  .requiredOption('--issuer <address>', 'exactly as its identity team writes it')
  .requiredOption('--client-id <id>', 'what it calls the hub')
  .requiredOption('--agency <keys...>', 'keys of the agencies whose people it may let in')
  .requiredOption('--domain <domains...>', 'domains of mail addresses that it may vouch for')
  .option('--entra', 'Microsoft Entra ID: addresses are verified by the claim xms_edov')
  .action((options: Record<string, unknown>) =>
    finish(run('identity-provider add', { ...options, clientSecret: process.env.CLIENT_SECRET })),
  );
identityProvider
  .command('list')
  .description('list identity providers: key, on or off, name, issuer, domains')
  .action(() => finish(run('identity-provider list', {})));
for (const [act, description] of [
  ['enable', 'let people sign in with it'],
  ['disable', 'let nobody sign in with it any more, and sign out whoever did'],
  ['test', 'look at all that signing in with it needs'],
] as const) {
  identityProvider
    .command(`${act} <key>`)
    .description(description)
    .action((key: string) => finish(run(`identity-provider ${act}`, { key })));
}

program
  .command('passkeys')
  .description('what signs people in besides mail')
  .command('reset <e-mail>')
  .description('remove all passkeys of somebody who has lost their device')
  .action((email: string) => finish(run('passkeys reset', { email })));

function run(name: string, options: Record<string, unknown>): Promise<number> {
  return runCommand(name, options, readSettings(process.env), output);
}

/** A file that the person names counts from the folder she stands in, not from the project's. */
function located(location: string): string {
  const isAddress = /^https?:\/\//i.test(location);
  return isAddress || isAbsolute(location) ? location : resolve(process.env.HUB_CALLED_FROM ?? '.', location);
}

async function finish(work: Promise<number>): Promise<void> {
  process.exitCode = await work;
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    const expected = error instanceof SettingsError || error instanceof FolderInUseError;
    output.progress(expected ? (error as Error).message : `The command failed: ${(error as Error).stack}`);
    process.exitCode = 1;
  }
}
