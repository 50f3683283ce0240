import { Injectable } from '@nestjs/common';
import { Database, type LoaderRegistry } from '@sos/platform-server';
import { HealthDeclarationLoader, type DeclarationOwner } from './health-declaration.loader';
import type { HealthDeclaration } from './health.types';

const families: Record<DeclarationOwner, object> = { goal_id: {}, objective_id: {} };

/** The newest declarations of several goals or objectives in one statement. */
@Injectable()
export class DeclarationHistory {
  constructor(
    private readonly database: Database,
    private readonly declarations: HealthDeclarationLoader,
  ) {}

  async of(
    loaders: LoaderRegistry,
    owner: DeclarationOwner,
    ownerId: string,
    first: number,
  ): Promise<HealthDeclaration[]> {
    const load = (ids: readonly string[]) => this.declarations.newest(this.database, owner, ids, first);
    return (await loaders.getFor(families[owner], String(first), () => ({ load })).load(ownerId)) ?? [];
  }
}
