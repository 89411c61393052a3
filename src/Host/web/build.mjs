// Copies what the browser needs from the npm packages to the host's wwwroot. Nothing is bundled: browsers load modules.
import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('node_modules/', import.meta.url));
const target = fileURLToPath(new URL('../wwwroot/lib/', import.meta.url));

const files = {
  'idb/build/index.js': 'idb.js',
  'zxing-wasm/dist/es/share.js': 'zxing/share.js',
  'zxing-wasm/dist/es/reader/index.js': 'zxing/reader/index.js',
  'zxing-wasm/dist/reader/zxing_reader.wasm': 'zxing/reader/zxing_reader.wasm',
};

const ours = { from: fileURLToPath(new URL('scanner/', import.meta.url)), to: fileURLToPath(new URL('../wwwroot/scanner/', import.meta.url)) };

await rm(target, { recursive: true, force: true });
for (const [from, to] of Object.entries(files)) {
  await mkdir(dirname(target + to), { recursive: true });
  await cp(packages + from, target + to);
}

await rm(ours.to, { recursive: true, force: true });
await cp(ours.from, ours.to, { recursive: true });
