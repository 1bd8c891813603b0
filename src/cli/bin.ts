#!/usr/bin/env node
// The command line: `npx user-pays-image quote …`, `npx user-pays-image prices …`.
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { run } from './run.js';

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
