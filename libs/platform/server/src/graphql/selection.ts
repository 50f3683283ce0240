import type { FieldNode, FragmentDefinitionNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';

/**
 * Whether the operation asks for a field at a path below this one, for example `selects(info, 'edges.node.assignees')`.
 * Reads fragments too, and ignores types and directives: answering "yes" once too often only loads a little more.
 */
export function selects(info: GraphQLResolveInfo, path: string): boolean {
  const names = path.split('.');
  const leaf = names.pop();
  return selectionsAt(info, names).some((field) => field.name.value === leaf);
}

/** Whether the operation asks the objects at a path for any field but these. */
export function selectsOtherThan(info: GraphQLResolveInfo, path: string, names: readonly string[]): boolean {
  const known = new Set([...names, '__typename']);
  return selectionsAt(info, path.split('.')).some((field) => !known.has(field.name.value));
}

function selectionsAt(info: GraphQLResolveInfo, path: readonly string[]): FieldNode[] {
  const sets = path.reduce(
    (current, name) => descend(current, name, info.fragments),
    present(info.fieldNodes.map((node) => node.selectionSet)),
  );
  return sets.flatMap((set) => fieldsOf(set, info.fragments));
}

function descend(sets: SelectionSetNode[], name: string, fragments: Fragments): SelectionSetNode[] {
  return sets.flatMap((set) =>
    present(
      fieldsOf(set, fragments)
        .filter((field) => field.name.value === name)
        .map((field) => field.selectionSet),
    ),
  );
}

type Fragments = Record<string, FragmentDefinitionNode>;

function fieldsOf(set: SelectionSetNode, fragments: Fragments): FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === 'Field') return [selection];
    if (selection.kind === 'InlineFragment') return fieldsOf(selection.selectionSet, fragments);
    const fragment = fragments[selection.name.value];
    return fragment ? fieldsOf(fragment.selectionSet, fragments) : [];
  });
}

const present = (sets: (SelectionSetNode | undefined)[]): SelectionSetNode[] => sets.filter((set) => set !== undefined);
