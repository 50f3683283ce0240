import { Injectable } from '@nestjs/common';
import type { Transaction } from '@sos/platform-server';

/** A table whose rows belong to a thing and leave with it. */
export interface RemovablePart {
  table: string;
  /** Column that names the thing. */
  by: string;
  /** A row that ties it to a thing of another table comes back when both are there. */
  beside?: { table: string; column: string };
}

export interface RemovableKind {
  /** Its own table first, then those that refer to it, each after those that it refers to itself. */
  parts: readonly RemovablePart[];
  /** Changes the thing's own row before it comes back, where what must be unique was taken meanwhile. */
  mend?: (transaction: Transaction, row: Record<string, unknown>) => Promise<Record<string, unknown>>;
}

/** What can be removed and restored. Domains register their kinds; a higher domain adds what it ties to them. */
@Injectable()
export class Removables {
  private readonly kinds = new Map<string, RemovableKind>();
  private readonly added = new Map<string, RemovablePart[]>();

  register(typeName: string, kind: RemovableKind): void {
    this.kinds.set(typeName, kind);
  }

  addPart(typeName: string, part: RemovablePart): void {
    this.added.set(typeName, [...(this.added.get(typeName) ?? []), part]);
  }

  of(typeName: string): RemovableKind {
    const kind = this.kinds.get(typeName);
    if (!kind) throw new Error(`Nothing of the type ${typeName} can be removed.`);
    return { ...kind, parts: [...kind.parts, ...(this.added.get(typeName) ?? [])] };
  }

  typeNames(): string[] {
    return [...this.kinds.keys()];
  }
}
