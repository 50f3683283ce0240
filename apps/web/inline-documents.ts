import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Plugin, runnerImport } from 'vite';

type Generated = { graphql: (source: string) => { definitions?: readonly unknown[] } };

const manifestPath = resolve(
  import.meta.dirname,
  '../../libs/platform/contract/src/generated/persisted-documents.json',
);
const generatedPath = resolve(import.meta.dirname, '../../libs/platform/contract/src/generated/gql.ts');
const call = /\bgraphql\(\s*(?:\/\*[^*]*\*\/\s*)?`([^`]*)`,?\s*\)/g;

/**
 * Puts each GraphQL document where it is used. The generated `graphql()` looks its documents up in one table of all of
 * them, which would come with the first page: half a megabyte of other pages' questions.
 */
export const inlineDocuments = (): Plugin => {
  let generated: Generated;
  return {
    name: 'inline-graphql-documents',
    apply: 'build',
    enforce: 'pre',
    async buildStart() {
      generated = (await runnerImport<Generated>(generatedPath)).module;
    },
    generateBundle() {
      // The hub runs these and no others in production; a name that begins with a dot is not served as a file.
      this.emitFile({ type: 'asset', fileName: '.operations.json', source: readFileSync(manifestPath, 'utf8') });
    },
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || !code.includes('@sos/platform-contract')) return null;
      const inlined = code.replace(call, (_match, source: string) => {
        const document = generated.graphql(source);
        if (!document.definitions) this.error(`A GraphQL document in ${id} is not in the contract's: run the codegen.`);
        return `(${JSON.stringify(document)})`;
      });
      return inlined === code ? null : { code: inlined, map: null };
    },
  };
};
