#!/usr/bin/env node
// The command line: `npx user-pays-image quote …`, `npx user-pays-image prices …`.
import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { run } from './run.js';

/** False where this file is only imported: importing does nothing. */
function isCommand(): boolean {
  try {
    return realpathSync(process.argv[1] ?? '') === realpathSync(fileURLToPath(import.meta.url));
  } catch {
    return false;
  }
}

function start(): void {
  // Whoever reads may have seen enough: `| head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  void run(process.argv.slice(2), {
    now: () => Date.now(),
    read: (file) => (file === '-' ? text(process.stdin) : readFile(file, 'utf8')),
    out: (words) => process.stdout.write(words),
    err: (words) => process.stderr.write(words),
  }).then((code) => {
    process.exitCode = code;
  });
}

if (isCommand()) start();
