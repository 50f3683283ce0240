import { ActivityRecorder } from '@sos/activity-server';
import { IdentityProviderOffice } from '@sos/identity-server';
import type { Command, CommandOutput, CommandServices } from './command';

const officeOf = ({ settings, database }: CommandServices) =>
  new IdentityProviderOffice(settings, database, new ActivityRecorder());

/** `identity-provider list` */
export const listProvidersCommand: Command = async (_options, services, output) => {
  const providers = await officeOf(services).list();
  if (providers.length === 0)
    output.progress('No identity provider is connected. docs/how-to/connect-an-identity-provider.md says how.');
  for (const { key, enabled, displayName, issuer, mailDomains } of providers) {
    output.print([key, enabled ? 'on' : 'off', displayName, issuer, mailDomains.join(',')].join('\t'));
  }
  return 0;
};

/** `identity-provider add`: the secret comes from the environment or standard input, never from the list of processes. */
export const addProviderCommand: Command = async (options, services, output) => {
  const { refusal, provider, redirectAddress } = await officeOf(services).add({
    key: text(options.key),
    displayName: text(options.name),
    issuer: text(options.issuer),
    clientId: text(options.clientId),
    clientSecret: options.clientSecret ? text(options.clientSecret) : null,
    agencyKeys: list(options.agency),
    mailDomains: list(options.domain),
    isEntra: options.entra === true,
  });
  if (refusal) {
    for (const { message } of refusal) output.progress(message);
    return 1;
  }
  output.print(`Added ${provider.displayName}. Its identity team must allow the redirect address ${redirectAddress}`);
  output.progress(
    `Then: npm run hub -- identity-provider test ${provider.key}; and: npm run hub -- identity-provider enable ${provider.key}`,
  );
  return 0;
};

/** `identity-provider enable` and `disable` */
export const enableProviderCommand: Command = (options, services, output) => switchTo(true, options, services, output);
export const disableProviderCommand: Command = (options, services, output) =>
  switchTo(false, options, services, output);

/** `identity-provider test` */
export const testProviderCommand: Command = async (options, services, output) => {
  const checks = await officeOf(services).test(text(options.key));
  if (!checks) return unknown(options, output);
  for (const { name, outcome, message } of checks) output.print(`${outcome}\t${name}\t${message}`);
  return checks.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
};

async function switchTo(
  enabled: boolean,
  options: Record<string, unknown>,
  services: CommandServices,
  output: CommandOutput,
): Promise<number> {
  const provider = await officeOf(services).switch(text(options.key), enabled);
  if (!provider) return unknown(options, output);
  output.print(
    enabled
      ? `People can sign in with ${provider.displayName}.`
      : `Nobody can sign in with ${provider.displayName} any more; whoever was signed in by it is signed out.`,
  );
  return 0;
}

function unknown(options: Record<string, unknown>, output: CommandOutput): number {
  output.progress(`No identity provider has the key ${text(options.key)}. See: npm run hub -- identity-provider list`);
  return 1;
}

const text = (value: unknown): string => String(value ?? '');
const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : []);
