// Draws bpmn/*.bpmn as src/docs/processes/<id>.svg where the picture is older than the model:
// `node render.mjs <Maven build folder>`, whose browser it uses. `lint.mjs` finds the pictures that are out of date.
import { createHash } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const PATIENCE_MS = 120_000;

export const COMMAND = 'mvn initialize exec:exec@process-pictures';

/** The picture's first lines hold this: it is of exactly this model. */
export const mark = (model) => `<!-- of model sha256:${createHash('sha256').update(model).digest('hex')} -->`;

export const pictureOf = (root, id) => join(root, 'src', 'docs', 'processes', `${id}.svg`);

async function render(root, target) {
  const models = readdirSync(join(root, 'bpmn'))
    .filter((name) => name.endsWith('.bpmn'))
    .sort()
    .map((name) => ({ id: basename(name, '.bpmn'), xml: readFileSync(join(root, 'bpmn', name), 'utf8') }))
    .filter(({ id, xml }) => {
      const picture = pictureOf(root, id);
      return !existsSync(picture) || !readFileSync(picture, 'utf8').includes(mark(xml));
    });
  if (models.length === 0) {
    return;
  }
  const { build } = await import('esbuild');
  const bundle = await build({
    absWorkingDir: here,
    stdin: { contents: DRAWING, resolveDir: here },
    bundle: true,
    write: false,
    format: 'iife',
    legalComments: 'none',
  });
  mkdirSync(join(root, 'src', 'docs', 'processes'), { recursive: true });
  const browser = start(target);
  try {
    const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    const evaluate = (expression) =>
      browser.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId);
    await evaluate(bundle.outputFiles[0].text);
    for (const { id, xml } of models) {
      const { result, exceptionDetails } = await evaluate(`draw(${JSON.stringify(xml)})`);
      if (exceptionDetails) {
        throw new Error(`${id}.bpmn: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
      }
      writeFileSync(pictureOf(root, id), result.value.replace(/<svg /, `${mark(xml)}\n<svg `));
      console.log(`Rendered src/docs/processes/${id}.svg: commit it with the model`);
    }
  } finally {
    browser.stop();
  }
}

/** The browser of the tests, spoken to over two pipes: no package, no port. */
function start(target) {
  const unpacked = spawnSync('node', [join(here, 'chromium.mjs'), target], { stdio: 'inherit' });
  const packed = join(target, 'chromium');
  const chromium = process.env.PORCHLIGHT_CHROMIUM ?? join(packed, 'chromium');
  if (unpacked.status !== 0 || !existsSync(chromium)) {
    throw new Error('No Chromium to draw with: name one in PORCHLIGHT_CHROMIUM');
  }
  const browser = spawn(
    chromium,
    ['--headless=old', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking',
      '--remote-debugging-pipe'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      env: { ...process.env, LD_LIBRARY_PATH: `${join(packed, 'lib')}:${packed}`, FONTCONFIG_PATH: packed },
    });
  const asked = new Map();
  let heard = '';
  let last = 0;
  const failAll = (why) => asked.forEach(({ reject }) => reject(new Error(why)));
  const patience = setTimeout(() => failAll(`the browser does not answer within ${PATIENCE_MS / 1000} s`), PATIENCE_MS);
  browser.on('error', (failure) => failAll(failure.message));
  browser.on('exit', () => failAll('the browser ended'));
  browser.stdio[4].setEncoding('utf8').on('data', (text) => {
    const messages = (heard + text).split('\0');
    heard = messages.pop();
    for (const { id, result, error } of messages.map((message) => JSON.parse(message))) {
      const waiting = asked.get(id);
      asked.delete(id);
      error ? waiting?.reject(new Error(error.message)) : waiting?.resolve(result);
    }
  });
  return {
    send: (method, params, sessionId) =>
      new Promise((resolve, reject) => {
        asked.set(++last, { resolve, reject });
        browser.stdio[3].write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
      }),
    stop() {
      clearTimeout(patience);
      browser.kill('SIGKILL');
    },
  };
}

// The watermark of bpmn.io is in the SVG's own comment; the page that shows diagrams shows it too.
const DRAWING = `
import Viewer from 'bpmn-js/lib/Viewer.js';
globalThis.draw = async (xml) => {
  const container = document.createElement('div');
  document.body.append(container);
  const viewer = new Viewer({ container });
  await viewer.importXML(xml);
  const { svg } = await viewer.saveSVG();
  viewer.destroy();
  return svg;
};
`;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const target = resolve(process.argv[2] ?? join(here, '..', '..', 'target'));
  await render(resolve(here, '..', '..'), target);
}
