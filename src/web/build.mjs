// Makes the web assets: `node build.mjs <Maven build folder>` writes <build folder>/web, which the application serves
// as /assets. Installs packages only when the lock file changed, bundles only when an input changed.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const OLDEST_NODE = 20;

function stop(message) {
  console.error(`Web assets: ${message}`);
  process.exit(1);
}

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  stop(`Node ${process.versions.node} is too old: install Node ${OLDEST_NODE} or newer and put it first on the PATH.`);
}
if (!process.argv[2]) {
  stop('name the build folder: node build.mjs ../../target');
}

const out = resolve(process.argv[2], 'web');
const hash = (...parts) => parts.reduce((sum, part) => sum.update(part), createHash('sha256')).digest('hex');
const stamp = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

// USWDS and form-js name fonts of their own at every component. Noto Sans takes their place: it has the scripts of the
// families' languages, and one font file per script is loaded only where a page needs it.
const OUR_FONTS = 'Noto Sans,Noto Sans Arabic,Noto Sans SC Variable,Noto Sans TC Variable';
const FONTS = `${OUR_FONTS},Helvetica,Arial,sans-serif`;
const ourFonts = {
  name: 'our-fonts',
  setup(builder) {
    builder.onLoad({ filter: /(uswds\.min|form-js)\.css$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace(/background-image:url\(\.\.\/img\/hero\.jpg\);?/g, '')
        .replace(/@font-face\s*{[^}]*}/g, '')
        .replace(/font-family:\s*(Source Sans Pro|Merriweather) Web[^;}]*/g, `font-family:${FONTS}`)
        .replace(/(['"]?)IBM Plex Sans\1/g, OUR_FONTS),
      loader: 'css',
    }));
    // Only woff2: every browser that runs these pages reads it.
    builder.onLoad({ filter: /@fontsource.*\.css$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, ''),
      loader: 'css',
    }));
  },
};

install();
await fonts();
await bundle();

// For printed letters: Java reads woff, and no woff2.
async function fonts() {
  const folder = join(out, '..', 'fonts');
  mkdirSync(folder, { recursive: true });
  for (const name of ['noto-sans', 'noto-sans-arabic']) {
    const files = join(here, 'node_modules', '@fontsource', name, 'files');
    for (const file of readdirSync(files).filter((one) => one.endsWith('-400-normal.woff'))) {
      copyFileSync(join(files, file), join(folder, file));
    }
  }
  const lock = hash(readFileSync(join(here, 'package-lock.json')));
  const made = join(out, '..', 'fonts.inputs');
  if (stamp(made) !== lock) {
    await chinese('noto-sans-sc', folder);
    await chinese('noto-sans-tc', folder);
    writeFileSync(made, lock);
  }
}

// Chinese comes in a hundred files, each of many weights, as woff2. A list says which file has which characters.
async function chinese(name, folder) {
  const { default: subset } = await import('subset-font');
  const font = join(here, 'node_modules', '@fontsource-variable', name);
  const parts = Object.entries(JSON.parse(readFileSync(join(font, 'unicode.json'), 'utf8')))
    .map(([part, ranges]) => [part.match(/^\[(\d+)]$/)?.[1], ranges])
    .filter(([part]) => part);
  for (const [part, ranges] of parts) {
    const packed = readFileSync(join(font, 'files', `${name}-${part}-wght-normal.woff2`));
    const plain = await subset(packed, characters(ranges), { targetFormat: 'woff', variationAxes: { wght: 400 } });
    writeFileSync(join(folder, `${name}-${part}-400-normal.woff`), plain);
  }
  writeFileSync(join(folder, `${name}.txt`), parts.map(([part, ranges]) => `${part} ${ranges}\n`).join(''));
}

// "U+20-22,U+27" as text.
function characters(ranges) {
  let text = '';
  for (const range of ranges.split(',')) {
    const [first, last = first] = range.slice(2).split('-').map((hex) => parseInt(hex, 16));
    for (let each = first; each <= last; each++) {
      text += String.fromCodePoint(each);
    }
  }
  return text;
}

function install() {
  const lock = hash(readFileSync(join(here, 'package-lock.json')));
  const installed = join(here, 'node_modules', '.porchlight-lock');
  if (stamp(installed) === lock) {
    return;
  }
  console.log('Web assets: installing the locked npm packages');
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: here,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  });
  if (npm.error) {
    stop(`npm does not start (${npm.error.code}): install Node ${OLDEST_NODE} or newer with npm.`);
  }
  if (npm.status !== 0) {
    stop(`npm ci failed; is the package registry reachable?\n${npm.stderr}`);
  }
  writeFileSync(installed, lock);
}

async function bundle() {
  const inputs = readdirSync(here, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !file.startsWith(join(here, 'node_modules')))
    .sort();
  const sum = hash(...inputs.map((file) => file.slice(here.length)), ...inputs.map((file) => readFileSync(file)));
  const bundled = join(out, '..', 'web.inputs');
  if (stamp(bundled) === sum && existsSync(out)) {
    return;
  }
  const { build } = await import('esbuild');
  // Into a folder of its own first: an interrupted build leaves no half of one.
  const fresh = `${out}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  await build({
    absWorkingDir: here,
    entryPoints: ['app.js', 'form.js', 'diagram.js', 'app.css', 'form.css', 'diagram.css', 'chinese.css'],
    outdir: fresh,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022'],
    legalComments: 'linked',
    logLevel: 'warning',
    assetNames: 'files/[name]-[hash]',
    loader: { '.woff': 'file', '.woff2': 'file', '.svg': 'file', '.png': 'file', '.jpg': 'file', '.webp': 'file', '.ttf': 'file' },
    plugins: [ourFonts],
  }).catch(() => stop('the bundle failed, see above.'));
  copyFileSync(join(here, 'icon.svg'), join(fresh, 'icon.svg'));
  rmSync(out, { recursive: true, force: true });
  renameSync(fresh, out);
  writeFileSync(bundled, sum);
}
