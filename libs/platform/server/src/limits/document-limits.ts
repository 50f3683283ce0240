import { Kind, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

/** What one document may ask for, with fragments counted wherever they are spread. */
export const documentLimits = {
  /** Fields below one another. The page of an action item needs 7. */
  depth: 7,
  aliases: 15,
  directives: 10,
  /** A value is 1; an object is 2 and one and a half times what is asked of it. */
  cost: 5_000,
  /** How often one name may be asked of the same object: comparing them with each other is what a validator spends most on. */
  repeats: 30,
  /** Rows that lists inside of lists may come to. */
  rows: 20_000,
};

export type DocumentMeasure = Record<keyof Omit<typeof documentLimits, 'rows'>, number>;

/**
 * Measures a document in one pass over it, each fragment once, so that it can be refused before anybody validates it.
 * Where there are several operations, each is measured and the largest counts.
 */
export function measureDocument(document: DocumentNode): DocumentMeasure {
  const fragments = fragmentsOf(document);
  const largest = { depth: 0, aliases: 0, directives: 0, cost: 0, repeats: 0 };
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const measure = new Measuring(fragments).of(definition.selectionSet);
    const directives = measure.directives + (definition.directives?.length ?? 0);
    const found = { ...measure, directives };
    for (const name of Object.keys(largest) as (keyof DocumentMeasure)[]) {
      largest[name] = Math.max(largest[name], found[name]);
    }
  }
  return largest;
}

const fragmentsOf = (document: DocumentNode) =>
  new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );

interface SetMeasure extends DocumentMeasure {
  /** How often each name is asked of this very object. */
  names: ReadonlyMap<string, number>;
}

const nothing: SetMeasure = { depth: 0, aliases: 0, directives: 0, cost: 0, repeats: 0, names: new Map() };

class Measuring {
  private readonly known = new Map<string, SetMeasure>();

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  of(set: SelectionSetNode): SetMeasure {
    const names = new Map<string, number>();
    const sum = { depth: 0, aliases: 0, directives: 0, cost: 0, repeats: 0, names };
    for (const selection of set.selections) {
      const part = selection.kind === Kind.FIELD ? this.ofField(selection) : this.ofFragment(selection);
      sum.depth = Math.max(sum.depth, part.depth);
      sum.repeats = Math.max(sum.repeats, part.repeats);
      sum.aliases += part.aliases;
      sum.directives += part.directives + (selection.directives?.length ?? 0);
      sum.cost += part.cost;
      for (const [name, count] of part.names) names.set(name, (names.get(name) ?? 0) + count);
    }
    for (const count of names.values()) sum.repeats = Math.max(sum.repeats, count);
    return sum;
  }

  private ofField(field: FieldNode): SetMeasure {
    const name = field.name.value;
    const names = new Map([[field.alias?.value ?? name, 1]]);
    const aliases = field.alias ? 1 : 0;
    if (name === '__typename') return { ...nothing, aliases, names };
    // Descriptions of the schema lie deep by nature; graphql-js bounds them itself, and production has none.
    if (name === '__schema' || name === '__type') return { ...nothing, depth: 1, aliases, cost: 1, names };
    if (!field.selectionSet) return { ...nothing, depth: 1, aliases, cost: 1, names };
    const inner = this.of(field.selectionSet);
    return {
      depth: 1 + inner.depth,
      aliases: aliases + inner.aliases,
      directives: inner.directives,
      cost: 2 + 1.5 * inner.cost,
      repeats: inner.repeats,
      names,
    };
  }

  private ofFragment(selection: Exclude<SelectionSetNode['selections'][number], FieldNode>): SetMeasure {
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.of(selection.selectionSet);
    const name = selection.name.value;
    const known = this.known.get(name);
    if (known) return known;
    // Counts as nothing while it is being measured: a circle, or a name that is not there, is the validator's to refuse.
    this.known.set(name, nothing);
    const fragment = this.fragments.get(name);
    if (!fragment) return nothing;
    const measured = this.of(fragment.selectionSet);
    this.known.set(name, measured);
    return measured;
  }
}

/** A list that is asked for in pages. */
interface Page {
  /** Rows, or the name of the variable that says so. */
  size: number | string;
  inner: Page[];
}

const usualPageSize = 50;
const largestPage = 200;

/** The lists that an operation asks for inside of one another; null when there are none inside of another. */
export function nestedPages(document: DocumentNode): Page[] | null {
  const fragments = fragmentsOf(document);
  const known = new Map<string, Page[]>();
  const pagesOf = (set: SelectionSetNode): Page[] =>
    set.selections.flatMap((selection) => {
      if (selection.kind === Kind.INLINE_FRAGMENT) return pagesOf(selection.selectionSet);
      if (selection.kind === Kind.FIELD) {
        const inner = selection.selectionSet ? pagesOf(selection.selectionSet) : [];
        const size = pageSizeOf(selection);
        return size === null ? inner : [{ size, inner }];
      }
      const name = selection.name.value;
      const before = known.get(name);
      if (before) return before;
      known.set(name, []);
      const fragment = fragments.get(name);
      const pages = fragment ? pagesOf(fragment.selectionSet) : [];
      known.set(name, pages);
      return pages;
    });
  const pages = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? pagesOf(definition.selectionSet) : [],
  );
  return pages.some(({ inner }) => inner.length > 0) ? pages : null;
}

function pageSizeOf(field: FieldNode): number | string | null {
  const first = field.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (first?.kind === Kind.INT) return Number(first.value);
  if (first?.kind === Kind.VARIABLE) return first.name.value;
  const isPage = field.selectionSet?.selections.some(
    (selection) => selection.kind === Kind.FIELD && selection.name.value === 'edges',
  );
  return isPage ? usualPageSize : null;
}

/** How many rows the pages come to at the most. */
export function rowsOf(pages: readonly Page[], variables: Record<string, unknown>): number {
  return pages.reduce((sum, { size, inner }) => {
    const asked = typeof size === 'string' ? (variables[size] ?? usualPageSize) : size;
    const rows = typeof asked === 'number' ? Math.min(Math.max(asked, 1), largestPage) : usualPageSize;
    return sum + rows * (1 + rowsOf(inner, variables));
  }, 0);
}
