import { runCatalogImportCommand } from '@sos/catalog-server';
import type { Command } from './command';

/** `catalog import <file-or-address> --source <key> [--dry-run] [--allow-empty] [--json]` */
export const runCatalogImport: Command = (options, services, output) =>
  runCatalogImportCommand(
    {
      location: textOf(options.location),
      source: textOf(options.source),
      dryRun: options.dryRun === true,
      allowEmpty: options.allowEmpty === true,
      json: options.json === true,
    },
    services,
    output,
  );

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
