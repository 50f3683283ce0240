import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
];

/**
 * A Chromium for the journeys: the one named by CHROMIUM_PATH, the system's, Playwright's own, Debian's package where
 * we may install it, and last the one inside an npm package, so that a bare machine can run the tests too.
 * @returns {Promise<{ executablePath: string, args: string[] }>}
 */
export async function findBrowser() {
  const args = [
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  // Chromium's own sandbox refuses to run as root.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  const found = process.env.CHROMIUM_PATH ?? systemPaths.find(existsSync) ?? playwrightsOwn() ?? installedByDebian();
  if (found) return { executablePath: found, args };
  const { default: packaged } = await import('@sparticuz/chromium');
  // Playwright says itself how to run without a window.
  const own = packaged.args.filter((argument) => !argument.startsWith('--headless'));
  return { executablePath: await packaged.executablePath(), args: [...own, ...args, '--no-sandbox'] };
}

function playwrightsOwn() {
  try {
    const path = chromium.executablePath();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

function installedByDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  try {
    process.stderr.write('Installing Chromium from Debian for the browser tests …\n');
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    return systemPaths.find(existsSync);
  } catch {
    return undefined;
  }
}
