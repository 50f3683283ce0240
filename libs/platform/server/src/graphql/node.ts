import { Args, Context, Field, ID, InterfaceType, Query, Resolver } from '@nestjs/graphql';
import { Injectable } from '@nestjs/common';
import { Policy } from '../policy/policy';
import { decodeId } from './identifiers';
import type { HubContext } from './context';

@InterfaceType({
  description: 'Anything that has an id of its own and can be fetched again by it.',
  resolveType: (value: { __typename: string }) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque; the same for ever.' }) id: string;
}

type FindNode = (uuid: string, context: HubContext) => Promise<object | null>;

/** Each domain says here how its types are fetched by id; a type it may not show answers null. */
@Injectable()
export class NodeRegistry {
  private readonly finders = new Map<string, FindNode>();

  register(typeName: string, find: FindNode): void {
    this.finders.set(typeName, find);
  }

  registeredTypes(): string[] {
    return [...this.finders.keys()];
  }

  async find(id: string, context: HubContext): Promise<object | null> {
    const parts = decodeId(id);
    const finder = parts && this.finders.get(parts.typeName);
    const row = finder ? await finder(parts.uuid, context) : null;
    return row && { ...row, __typename: parts!.typeName };
  }
}

@Resolver()
export class NodeResolver {
  constructor(private readonly registry: NodeRegistry) {}

  @Query(() => Node, {
    nullable: true,
    description: 'Whatever has this id; null for an id that is unknown or not for the viewer.',
  })
  @Policy('signed in')
  node(@Args('id', { type: () => ID }) id: string, @Context() context: HubContext): Promise<object | null> {
    return this.registry.find(id, context);
  }
}
