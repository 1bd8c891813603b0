// Serves the project's folder on loopback, for `npm start`, the bench and the tests that drive a
// whole browser.
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { root } from './install.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.txt': 'text/plain; charset=utf-8',
  '.ico': 'image/x-icon',
  '.md': 'text/plain; charset=utf-8',
};

/** The policy that every page of ours must live under. */
export const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html user-pays-image',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * Response headers a page needs beyond its type.
 * @param {string} path
 * @returns {Record<string, string>}
 */
export function pageHeaders(path) {
  return /^\/test\/pages\/csp[\w-]*\.html$/.test(path)
    ? { 'content-security-policy': strictPolicy }
    : {};
}

/**
 * @param {string} pathname
 * @param {string[] | undefined} folders the only ones to serve from
 * @returns {string | undefined} the file to send; nothing outside the root, no dot files
 */
function fileFor(pathname, folders) {
  try {
    const path = normalize(decodeURIComponent(pathname));
    if (path.split('/').some((part) => part.startsWith('.'))) return undefined;
    if (folders && !folders.includes(path.split('/')[1] ?? '')) return undefined;
    const file = join(root, path);
    return statSync(file).isDirectory() ? join(file, 'index.html') : file;
  } catch {
    return undefined;
  }
}

/**
 * @typedef {object} Options
 * @property {number} [port] the first to try; 0 is any free one
 * @property {number} [tries] how many ports after it
 * @property {string[]} [folders] serve only these of the project's folders
 * @property {Record<string, string>} [pages] pages by path, served under the strict policy
 * @property {Record<string, string>} [policies] the Content-Security-Policy of some of those pages,
 * where it is another one
 * @property {Record<string, string>} [redirects] by path
 * @property {boolean} [reloads] pages load again when `reload` is called
 */

/** What a page that reloads asks for, and where it listens. */
const reloader = { script: '/-/reload.js', news: '/-/reload' };

/** @returns {{ answer: (path: string, response: import('node:http').ServerResponse) => boolean,
 * tell: () => void }} */
function createReloader() {
  /** @type {Set<import('node:http').ServerResponse>} */
  const listeners = new Set();
  return {
    answer(path, response) {
      if (path === reloader.script) {
        response
          .writeHead(200, { 'content-type': types['.js'], 'cache-control': 'no-cache' })
          .end(`new EventSource('${reloader.news}').onmessage = () => location.reload();\n`);
        return true;
      }
      if (path !== reloader.news) return false;
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
      response.write(': hello\n\n');
      listeners.add(response.once('close', () => listeners.delete(response)));
      return true;
    },
    tell: () => listeners.forEach((response) => response.write('data: changed\n\n')),
  };
}

/**
 * @param {Options} [options]
 * @returns {Promise<{url: string, close: () => Promise<void>, reload: () => void}>} the address,
 * ending in `/`
 */
export function serve({
  port = 0,
  tries = 20,
  folders,
  pages = {},
  policies = {},
  redirects = {},
  reloads = false,
} = {}) {
  const pagesOnShow = createReloader();
  return new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
      if (pathname === '/') return response.writeHead(302, { location: '/demo/' }).end();
      if (reloads && pagesOnShow.answer(pathname, response)) return response;
      const page = pages[pathname];
      if (page !== undefined)
        return response
          .writeHead(200, {
            'content-type': types['.html'],
            'content-security-policy': policies[pathname] ?? strictPolicy,
          })
          .end(page);
      if (redirects[pathname] !== undefined)
        return response.writeHead(302, { location: redirects[pathname] }).end();
      const file = fileFor(pathname, folders);
      if (file === undefined)
        return response
          .writeHead(404, { 'content-type': 'text/plain' })
          .end(`There is no ${pathname} here.\n`);
      // A folder's page links relative to the folder.
      if (file.endsWith('/index.html') && !pathname.endsWith('/') && !pathname.endsWith('.html')) {
        return response.writeHead(302, { location: `${pathname}/${search}` }).end();
      }
      const headers = {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
        'cache-control': 'no-cache',
        ...pageHeaders(pathname),
      };
      if (reloads && file.endsWith('.html')) {
        const page = readFileSync(file, 'utf8');
        return response
          .writeHead(200, headers)
          .end(`${page}<script type="module" src="${reloader.script}"></script>\n`);
      }
      return createReadStream(file)
        .once('open', () => response.writeHead(200, headers))
        .once('error', () => response.writeHead(404).end())
        .pipe(response);
    });
    let left = tries;
    server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== 'EADDRINUSE' || port === 0 || left === 0) return reject(error);
      left -= 1;
      port += 1;
      return server.listen(port, '127.0.0.1');
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const close = () =>
        new Promise((done) => {
          server.close(() => done(undefined));
          server.closeAllConnections();
        });
      resolve({
        url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}/`,
        close,
        reload: pagesOnShow.tell,
      });
    });
  });
}
