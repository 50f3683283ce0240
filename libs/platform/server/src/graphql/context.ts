import DataLoader from 'dataloader';
import type { Request, Response } from 'express';
import type { Viewer } from '../viewer';

/** What every resolver can see of the request. */
export interface HubContext {
  viewer: Viewer | null;
  sessionToken: string | null;
  requestId: string;
  request: Request;
  response: Response;
  loaders: LoaderRegistry;
}

/** The viewer, where the operation's policy has made sure that there is one. */
export function requireViewer(context: HubContext): Viewer {
  if (!context.viewer) throw new Error('This operation was reached without a viewer: its policy is wrong.');
  return context.viewer;
}

/**
 * The loaders of one request, made when first asked for. A loader batches by key and must answer every key of
 * the batch, whoever's it is.
 */
export class LoaderRegistry {
  private readonly loaders = new Map<object, DataLoader<unknown, unknown>>();

  /** `definition` is a module constant: its identity is the loader's name. */
  get<K, V>(definition: LoaderDefinition<K, V>): DataLoader<K, V | null> {
    const known = this.loaders.get(definition);
    if (known) return known as DataLoader<K, V | null>;
    const loader = new DataLoader<K, V | null>(async (keys) => {
      const found = await definition.load(keys);
      return keys.map((key) => found.get(key) ?? null);
    });
    this.loaders.set(definition, loader as DataLoader<unknown, unknown>);
    return loader;
  }
}

export interface LoaderDefinition<K, V> {
  load(keys: readonly K[]): Promise<Map<K, V>>;
}
