import { ApolloLink } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import type { DocumentNode } from 'graphql';

/** The code generator writes the SHA-256 of each operation into its document. */
export const hashOf = (document: DocumentNode): string | undefined =>
  (document as { __meta__?: { hash?: string } }).__meta__?.hash?.replace(/^sha256:/, '');

/**
 * Sends the hash of an operation in place of its text. The hub knows the operations of its own release, and in
 * production runs no others; a hub that does not know one (the page is of another release) is sent the text.
 */
export const knownOperationsLink = (): ApolloLink =>
  ApolloLink.split(
    ({ query }) => hashOf(query) !== undefined,
    new PersistedQueryLink({ generateHash: (document) => hashOf(document) ?? '' }),
  );
