import type { IncomingMessage, ServerResponse } from 'node:http';
import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import { keepScope } from '../database/row-scope';
import type { TokenAccess, Viewer } from '../viewer';

/** What every resolver can see of the request. */
export interface HubContext {
  viewer: Viewer | null;
  sessionToken: string | null;
  /** Set when a program asks with a person's access token instead of a session. */
  access: TokenAccess | null;
  requestId: string;
  request: IncomingMessage;
  response: ServerResponse;
  loaders: LoaderRegistry;
}

/** The viewer, where the operation's policy has made sure that there is one. */
export function requireViewer(context: HubContext): Viewer {
  if (!context.viewer) throw new Error('This operation was reached without a viewer: its policy is wrong.');
  return context.viewer;
}

/**
 * For what a person does themselves, and none of their programs.
 * @throws GraphQLError (FORBIDDEN)
 */
export function requireSession({ access }: HubContext): void {
  if (!access) return;
  throw new GraphQLError('An access token cannot do this. Sign in and do it in the hub.', {
    extensions: { code: 'FORBIDDEN' },
  });
}

/**
 * The loaders of one request, made when first asked for. A loader batches by key and must answer every key of
 * the batch, whoever's it is.
 */
export class LoaderRegistry {
  private readonly loaders = new Map<object, DataLoader<unknown, unknown>>();
  private readonly families = new Map<object, Map<string, LoaderDefinition<unknown, unknown>>>();

  /** `definition` is a module constant: its identity is the loader's name. */
  get<K, V>(definition: LoaderDefinition<K, V>): DataLoader<K, V | null> {
    const known = this.loaders.get(definition);
    if (known) return known as DataLoader<K, V | null>;
    const loader = new DataLoader<K, V | null>(
      async (keys) => {
        const found = await definition.load(keys);
        return keys.map((key) => found.get(key) ?? null);
      },
      { batchScheduleFn: loadSoon },
    );
    this.loaders.set(definition, loader as DataLoader<unknown, unknown>);
    return loader;
  }

  /**
   * A loader whose rows depend on a field's arguments: fields with the same arguments share one batch.
   * @param family A constant that names what is loaded.
   * @param args The arguments as text.
   */
  getFor<K, V>(family: object, args: string, define: () => LoaderDefinition<K, V>): DataLoader<K, V | null> {
    const members = this.families.get(family) ?? new Map<string, LoaderDefinition<unknown, unknown>>();
    this.families.set(family, members);
    const definition = (members.get(args) as LoaderDefinition<K, V> | undefined) ?? define();
    members.set(args, definition as LoaderDefinition<unknown, unknown>);
    return this.get(definition);
  }

  /** Called by an act that changed something: what was loaded before it must not answer the fields after it. */
  forget(): void {
    this.loaders.clear();
  }
}

const now = Promise.resolve();

/** When DataLoader itself would: once all promises that are ready had their turn. What a tick calls has no scope of its own. */
const loadSoon = (loadBatch: () => void): void => {
  void now.then(() => process.nextTick(keepScope(loadBatch)));
};

export interface LoaderDefinition<K, V> {
  load(keys: readonly K[]): Promise<Map<K, V>>;
}
