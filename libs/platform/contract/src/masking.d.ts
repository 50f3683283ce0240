import type { GraphQLCodegenDataMasking } from '@apollo/client/masking';

declare module '@apollo/client' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merging into Apollo's interface is the way to switch its types
  export interface TypeOverrides extends GraphQLCodegenDataMasking.TypeOverrides {}
}
