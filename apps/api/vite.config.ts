import { defineConfig } from 'vite';

const conditions = ['@sos/source', 'module', 'node', 'import', 'default'];

/** The server's bundle: our own source in one place, packages stay packages (bundling them breaks Nest). */
export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['node', 'import'] }, noExternal: [/^@sos\//] },
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: {
        main: 'src/main.ts',
        'hub-command': 'src/hub-command.ts',
        'emit-schema': 'src/emit-schema.ts',
        'create-hub': 'src/create-hub.ts',
        'open-database': 'src/open-database.ts',
        platform: '../../libs/platform/server/src/index.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
});
