import { runCatalogExportCommand } from '@sos/catalog-server';
import type { Command } from './command';

/** `catalog export [file]` */
export const runCatalogExport: Command = (options, services, output) =>
  runCatalogExportCommand({ file: typeof options.file === 'string' ? options.file : undefined }, services, output);
