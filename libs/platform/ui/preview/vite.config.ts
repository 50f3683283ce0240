import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Serves the component sheet straight from the sources. */
export default defineConfig({
  root: import.meta.dirname,
  cacheDir: '../../../../node_modules/.vite/ui-preview',
  plugins: [react()],
  resolve: { conditions: ['@sos/source', 'module', 'browser', 'development|production'] },
  server: { port: 4190, strictPort: true, host: '127.0.0.1' },
});
