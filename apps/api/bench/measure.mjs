import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';

const ticksPerSecond = 100;

/** Processor seconds that a process has used so far; null where the system does not tell. */
export function processorSeconds(processId) {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return null;
  }
}

/**
 * Load at 16 connections.
 * @param request `{ url, method, headers, body }`, or with `setupRequest` a new body for each request.
 */
export async function measure({ processId, seconds, request }) {
  const before = processorSeconds(processId);
  const result = await autocannon({ connections: 16, duration: seconds, ...request });
  const after = processorSeconds(processId);
  const answered = result['2xx'];
  return {
    answered,
    perSecond: answered / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    processorMilliseconds: before === null ? null : ((after - before) * 1000) / Math.max(1, answered),
    failed: result.errors + result.timeouts + result.non2xx,
  };
}
