import { auditHeads, exportAudit, verifyAudit } from './audit';
import { backUp } from './backup';
import { runCatalogExport } from './catalog-export';
import { runCatalogImport } from './catalog-import';
import type { Command } from './command';
import { dropOutbox, listHeld, listOutbox, releaseOutbox, retryOutbox } from './outbox';
import { setupAddressCommand } from './setup-address';
import {
  addProviderCommand,
  disableProviderCommand,
  enableProviderCommand,
  listProvidersCommand,
  testProviderCommand,
} from './identity-provider';
import { resetPasskeysCommand } from './passkeys';
import { addPersonCommand, signInAddressCommand } from './person';

/** Commands that change or read content, by the name under which a running hub also takes them. */
export const commands: Record<string, Command> = {
  'catalog import': runCatalogImport,
  'catalog export': runCatalogExport,
  'outbox list': listOutbox,
  'outbox retry': retryOutbox,
  'outbox held': listHeld,
  'outbox release': releaseOutbox,
  'outbox drop': dropOutbox,
  'audit verify': verifyAudit,
  'audit heads': auditHeads,
  'audit export': exportAudit,
  backup: backUp,
  'person add': addPersonCommand,
  'setup-address': setupAddressCommand,
  'identity-provider add': addProviderCommand,
  'identity-provider disable': disableProviderCommand,
  'identity-provider enable': enableProviderCommand,
  'identity-provider list': listProvidersCommand,
  'identity-provider test': testProviderCommand,
  'passkeys reset': resetPasskeysCommand,
  'sign-in-address': signInAddressCommand,
};
