// Which browsers this machine has, and how to get them on Debian. Node built-ins only.
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './install.mjs';

function isProgram(/** @type {string} */ path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(/** @type {string[]} */ names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names
    .flatMap((name) =>
      name.startsWith('/') ? [name] : folders.map((folder) => join(folder, name)),
    )
    .find(isProgram);
}

function miniBrowser() {
  const lib = '/usr/lib';
  const folders = existsSync(lib) ? readdirSync(lib) : [];
  return folders.map((folder) => `${lib}/${folder}/webkit2gtk-4.1/MiniBrowser`).find(isProgram);
}

/**
 * Paths of the programs, undefined where one is missing. `CHROME_PATH`, `FIREFOX_PATH`,
 * `WEBKIT_DRIVER_PATH` and `MINIBROWSER_PATH` win.
 * WebKit needs its driver, the browser, and a display (`xvfbRun` makes one).
 */
export function findBrowsers() {
  const env = process.env;
  return {
    chromium:
      env.CHROME_PATH ??
      onPath([
        'chromium',
        'chromium-browser',
        'google-chrome',
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      ]),
    firefox:
      env.FIREFOX_PATH ??
      onPath(['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox']),
    webkitDriver: env.WEBKIT_DRIVER_PATH ?? onPath(['WebKitWebDriver']),
    webkit: env.MINIBROWSER_PATH ?? miniBrowser(),
    xvfbRun: onPath(['xvfb-run']),
  };
}

/** @param {ReturnType<typeof findBrowsers>} found */
export function canShowWebkit({ webkitDriver, webkit, xvfbRun }) {
  return (
    webkitDriver !== undefined &&
    webkit !== undefined &&
    (xvfbRun !== undefined || (process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY) !== undefined)
  );
}

const packages = [
  'chromium',
  'firefox-esr',
  'webkit2gtk-driver',
  'xvfb',
  'xauth',
  'dbus-x11',
  'fonts-dejavu-core',
  'procps',
];

/**
 * The browsers there are, after installing what is missing where that is possible (root on Debian).
 * Says in one line each what is not here.
 */
export function ensureBrowsers() {
  let found = findBrowsers();
  const complete = () => found.chromium && found.firefox && canShowWebkit(found);
  if (!complete() && process.getuid?.() === 0 && onPath(['apt-get'])) {
    console.log('Installing the missing browsers with apt-get …');
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-qq'], quiet);
    const install = [
      '-qq',
      '-o',
      'DPkg::Lock::Timeout=300',
      '-o',
      'Dpkg::Use-Pty=0',
      'install',
      '-y',
      '--no-install-recommends',
    ];
    // All at once is quickest; one at a time, a package that cannot be had does not keep the others
    // away.
    if (run('apt-get', [...install, ...packages], quiet) !== 0)
      for (const name of packages) run('apt-get', [...install, name], quiet);
    found = findBrowsers();
  }
  if (!found.chromium)
    console.log(
      'Chromium is missing: install it or set CHROME_PATH. Without it the tests cannot pass.',
    );
  if (!found.firefox)
    console.log('Firefox is missing (FIREFOX_PATH): its tests are left out of this run.');
  if (!canShowWebkit(found))
    console.log(
      'WebKit is missing (WebKitWebDriver, MiniBrowser, a display or xvfb-run): its tests are left out of this run.',
    );
  return found;
}

/** Chromium that asks nothing of the network on its own, and runs as root. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
