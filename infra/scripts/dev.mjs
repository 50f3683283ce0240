import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build as viteBuild, createServer } from 'vite';
import { root } from './build.mjs';

/** Reloads on change: the server restarts after each new bundle, the web app swaps its modules in place. */
process.chdir(root);
if (existsSync('.env')) process.loadEnvFile('.env');
const serverPort = process.env.PORT ?? '3000';
const webPort = Number(process.env.WEB_PORT ?? 5173);
process.env.PUBLIC_URL ??= `http://localhost:${webPort}`;

let server;
let stopping = false;

function startServer() {
  // Vite's build has set NODE_ENV for this process; the hub under development is no production hub.
  server = spawn(process.execPath, ['--enable-source-maps', 'apps/api/dist-dev/main.js'], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development' },
  });
}

function restartServer() {
  if (server && server.exitCode === null) {
    server.once('exit', () => stopping || startServer());
    server.kill('SIGTERM');
  } else startServer();
}

const generator = spawn(
  process.execPath,
  [join(root, 'node_modules/@graphql-codegen/cli/esm/bin.js'), '--config', 'codegen.ts', '--watch'],
  {
    cwd: join(root, 'libs/platform/contract'),
    stdio: ['ignore', 'ignore', 'inherit'],
  },
);
const watcher = await viteBuild({
  configFile: 'apps/api/vite.config.ts',
  build: { watch: {}, outDir: 'dist-dev' },
  logLevel: 'error',
});
watcher.on('event', (event) => {
  if (event.code === 'BUNDLE_END') {
    process.stderr.write(`Server bundled in ${event.duration} ms.\n`);
    void event.result?.close?.();
    restartServer();
  }
  if (event.code === 'ERROR') process.stderr.write(`${event.error?.message ?? event.error}\n`);
});
const web = await createServer({ configFile: 'apps/web/vite.config.ts', server: { port: webPort } });
await web.listen();
process.stderr.write(`Web app with reload: http://localhost:${webPort} (API on ${serverPort})\n`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    generator.kill('SIGTERM');
    await Promise.all([web.close(), watcher.close()]);
    if (server && server.exitCode === null) {
      server.once('exit', () => process.exit(0));
      server.kill('SIGTERM');
    } else process.exit(0);
  });
}
