// `npm start`: installs what is missing, builds, and serves the demo. PORT says where to start
// looking for a free port.
import { ensureInstalled, run } from './install.mjs';
import { serve } from './static-server.mjs';

ensureInstalled();
const code = run(process.execPath, ['test/config/build/build.mjs']);
if (code !== 0) process.exit(code);

const wanted = Number(process.env.PORT ?? 8000);
const { url } = await serve({
  port: Number.isInteger(wanted) && wanted >= 0 && wanted < 65536 ? wanted : 8000,
});
console.log(`\nThe demo is at ${url}  (Ctrl+C stops it)`);
