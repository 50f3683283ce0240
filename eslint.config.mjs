import nx from '@nx/eslint-plugin';
import typescript from 'typescript-eslint';
import prettier from 'eslint-config-prettier';
import { boundaries } from './infra/eslint/boundaries.mjs';

const outsideLinks =
  'An address that comes from data is shown by OutsideLink or MailLink of @sos/platform-web: anything but http(s) stays text there.';

const streams =
  'scopedStream of @sos/platform-server makes the stream: what a generator reads for it stays in its scope.';

/** Not a text that stands in the source, such as `tel:911`. */
const computedHref =
  'JSXAttribute[name.name="href"][value.type="JSXExpressionContainer"]:not([value.expression.type="Literal"])';

export default [
  {
    ignores: ['**/dist/**', '**/dist-dev/**', '**/node_modules/**', '**/generated/**', 'var/**', '.nx/**'],
  },
  ...typescript.configs.recommended,
  prettier,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { enforceBuildableLibDependency: false, allow: [], depConstraints: boundaries },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      eqeqeq: ['error', 'always'],
      'max-lines': ['warn', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['libs/*/server/src/**/*.ts', 'apps/api/src/**/*.ts'],
    ignores: ['libs/platform/server/src/database/scoped-stream.ts', '**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'MemberExpression[object.name="Readable"][property.name="from"]', message: streams },
      ],
    },
  },
  {
    files: ['libs/*/web/src/**/*.tsx', 'apps/web/src/**/*.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXOpeningElement[name.name=/^(a|Anchor|Button)$/] > ' + computedHref, message: outsideLinks },
        { selector: 'JSXOpeningElement[name.name=/^(a|Anchor)$/] > JSXSpreadAttribute', message: outsideLinks },
      ],
    },
  },
];
