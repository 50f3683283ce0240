import { HubProcess } from './hub-process.mjs';
import { PostgresNode } from './postgres-node.mjs';
import { makeWorld } from './world.mjs';

/** A durable PostgreSQL, the built hub on it, and a world with writers: what most scenarios begin with. */
export async function startTried({ writers, settings, environment, execArguments, node: given } = {}) {
  const node = given ?? (await (await PostgresNode.create({ settings })).start());
  await node.query('create database hub', [], 'postgres');
  const hub = await HubProcess.create({ environment: { DATABASE_URL: node.url, ...environment }, execArguments });
  const end = async () => {
    await hub.remove();
    await node.remove();
  };
  try {
    await hub.start();
    return { node, hub, world: await makeWorld(node, writers), end };
  } catch (error) {
    await end();
    throw error;
  }
}
