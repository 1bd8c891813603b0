import nodeResolve from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rollup } from 'rollup';
import { constants, brotliCompressSync, gzipSync } from 'node:zlib';

/** Bytes as written, after gzip -9, and after brotli 11. @param {string | Buffer} content */
export function sizes(content) {
  const bytes = Buffer.from(content);
  const brotli = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  return { plain: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli.length };
}

/**
 * What a page loads with a file before the reader does anything: the file and the parts it imports,
 * each compressed by itself, as a server sends them.
 * @param {string} file
 */
export function loadSizes(file) {
  const total = { plain: 0, gzip: 0, brotli: 0 };
  for (const path of loadedWith(file)) {
    const one = sizes(readFileSync(path));
    total.plain += one.plain;
    total.gzip += one.gzip;
    total.brotli += one.brotli;
  }
  return total;
}

/**
 * What a page of its author's own bundle loads with a module before the reader does anything: all
 * that it imports, minified; what it loads later is not among it.
 * @param {string} file
 */
export async function bundledSizes(file) {
  const bundle = await rollup({
    input: file,
    plugins: [
      nodeResolve({ browser: true }),
      {
        name: 'later',
        resolveDynamicImport: (part) => ({ id: `later:${String(part)}`, external: true }),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'es' });
  const { code } = await transform(output[0].code, { minify: true });
  return sizes(code);
}

/** The file and every part it imports at once. @param {string} file @returns {Set<string>} */
function loadedWith(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const code = readFileSync(file, 'utf8');
  const imports = /(?:\bfrom|\bimport) ?"(\.[^"]+)"|\bimport\(new URL\("([^"]+)"/g;
  for (const [, part, script] of code.matchAll(imports))
    loadedWith(join(dirname(file), part ?? script), seen);
  return seen;
}

/** As people read them: thousands of bytes, one decimal. @param {number} bytes */
export function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
