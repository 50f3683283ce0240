import {
  headsFile,
  readHeads,
  recallHeads,
  UnreadableHeadsError,
  verifyAuditTrail,
  writeDownHeads,
  type RememberedHead,
} from '@sos/activity-server';
import type { Command } from './command';

const shownFlaws = 20;

/** `audit verify [--heads <file>]`: names the first entry that is not as it was written. */
export const verifyAudit: Command = async ({ heads }, { database, settings }, output) => {
  const file = typeof heads === 'string' ? heads : headsFile(settings.dataFolder);
  let remembered: RememberedHead[];
  try {
    remembered = file ? recallHeads(file) : [];
  } catch (error) {
    if (!(error instanceof UnreadableHeadsError)) throw error;
    output.progress(error.message);
    return 1;
  }
  const report = await verifyAuditTrail(database, remembered);
  const [first, ...others] = report.flaws;
  const seen = `${report.entries} entries in ${report.heads.length} chains, ${remembered.length} heads written down outside`;
  if (first) {
    output.print(`BROKEN: ${first.what}.`);
    for (const { what } of others.slice(0, shownFlaws)) output.print(`  also: ${what}.`);
    if (others.length > shownFlaws) output.print(`  and ${others.length - shownFlaws} more.`);
    output.progress(`Looked at ${seen}. What to do: docs/how-to/back-up-and-restore.md.`);
    return 1;
  }
  const own = headsFile(settings.dataFolder);
  if (own) writeDownHeads(own, report.heads);
  output.print(`Intact: ${seen}.`);
  return 0;
};

/** `audit heads`: where each chain ends, one JSON object a line, to be kept somewhere else. */
export const auditHeads: Command = async (_options, { database, settings }, output) => {
  const at = new Date();
  const heads = await readHeads(database);
  const own = headsFile(settings.dataFolder);
  if (own) writeDownHeads(own, heads, at);
  for (const head of heads) output.print(JSON.stringify({ at: at.toISOString(), ...head } satisfies RememberedHead));
  return 0;
};
