import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { inlineDocuments } from './inline-documents.ts';

const server = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`;
const proxied = ['/graphql', '/api', '/catalog', '/healthz', '/sign-in/one-time'];

const ownModule = /[\\/]libs[\\/][^/\\]+[\\/](web|ui|contract)[\\/]src[\\/].*\.tsx?$/;

/** Libraries that every page needs, apart from our own code, so that a release leaves them in the browser's cache. */
const sharedChunks = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|react-router|scheduler)[\\/]/ },
  { name: 'apollo', test: /node_modules[\\/](@apollo|graphql|@graphql-typed-document-node|@wry|optimism|rxjs)[\\/]/ },
];

export default defineConfig(({ command }) => ({
  root: import.meta.dirname,
  plugins: [inlineDocuments(), react()],
  resolve: { conditions: ['@sos/source', 'module', 'browser', 'development|production'] },
  server: {
    proxy: Object.fromEntries(
      proxied.map((path) => [
        path,
        // The one-time page has the same address as the act: only the POST goes to the server.
        {
          target: server,
          bypass: (request: { method?: string; url?: string }) =>
            path.startsWith('/sign-in') && request.method === 'GET' ? '/index.html' : undefined,
        },
      ]),
    ),
  },
  // The server writes one of its own into each page that it sends.
  html: { cspNonce: 'nonce-of-this-page' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // One sheet: where a part restyles another, their order decides, and separate sheets arrive in any order.
    cssCodeSplit: false,
    sourcemap: command === 'build',
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: ownModule, sideEffects: false }] },
      output: { codeSplitting: { groups: sharedChunks } },
    },
  },
}));
