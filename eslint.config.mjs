import nx from '@nx/eslint-plugin';
import typescript from 'typescript-eslint';
import prettier from 'eslint-config-prettier';
import { boundaries } from './infra/eslint/boundaries.mjs';

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
];
