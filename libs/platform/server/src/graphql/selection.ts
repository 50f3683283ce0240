import type { FieldNode, FragmentDefinitionNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';

/**
 * Whether the operation asks for a field at a path below this one, for example `selects(info, 'edges.node.assignees')`.
 * Reads fragments too, and ignores types and directives: answering "yes" once too often only loads a little more.
 */
export function selects(info: GraphQLResolveInfo, path: string): boolean {
  const names = path.split('.');
  const leaf = names.pop();
  const parents = names.reduce(
    (current, name) => descend(current, name, info.fragments),
    present(info.fieldNodes.map((node) => node.selectionSet)),
  );
  return parents.some((set) => fieldsOf(set, info.fragments).some((field) => field.name.value === leaf));
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
