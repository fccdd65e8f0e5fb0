// Checks bpmn/*.bpmn (bpmnlint for Camunda 8.6, and the rules of bpmn/README.md) bpmn/*.dmn and forms/*.form (the subset that the
// server validates too): `node lint.mjs [folder that holds bpmn and forms]`. Exit code 1 with one line per finding.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import BpmnModdle from 'bpmn-moddle';
import Linter from 'bpmnlint/lib/linter.js';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import { lintDecision } from './lint-decision.mjs';
import { lintForm } from './lint-form.mjs';
import { lintProcess } from './lint-process.mjs';
import { COMMAND, mark, pictureOf } from './render.mjs';

const require = createRequire(import.meta.url);
const zeebe = require('zeebe-bpmn-moddle/resources/zeebe.json');
const root = resolve(process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..', '..'));
const findings = [];

function files(folder, ending) {
  const path = join(root, folder);
  return existsSync(path) ? readdirSync(path).filter((name) => name.endsWith(ending)).sort().map((name) => join(path, name)) : [];
}

const forms = new Set();
for (const file of files('forms', '.form')) {
  const name = basename(file, '.form');
  forms.add(name);
  try {
    lintForm(JSON.parse(readFileSync(file, 'utf8')), name, (where, what) => findings.push(`forms/${name}.form: ${where}: ${what}`));
  } catch (unreadable) {
    findings.push(`forms/${name}.form: not JSON: ${unreadable.message}`);
  }
}

const linter = new Linter({
  config: {
    extends: ['bpmnlint:recommended', 'plugin:camunda-compat/camunda-cloud-8-6'],
    rules: {
      // A label says nothing on a merge; our own rule asks for one on every split.
      'label-required': 'off',
      // Drawings are made by hand in the Modeler; overlap is no fault of the process.
      'no-overlapping-elements': 'off',
      // Timers and gateways join by design where a round is repeated.
      'superfluous-gateway': 'off',
      'fake-join': 'off',
    },
  },
  resolver: new NodeResolver({ require }),
});

const decisions = new Set();
for (const file of files('bpmn', '.dmn')) {
  const name = basename(file, '.dmn');
  decisions.add(name);
  lintDecision(readFileSync(file, 'utf8'), name, (where, what) => findings.push(`bpmn/${name}.dmn: ${where}: ${what}`));
}

for (const file of files('bpmn', '.bpmn')) {
  const name = basename(file, '.bpmn');
  const report = (where, what) => findings.push(`bpmn/${name}.bpmn: ${where}: ${what}`);
  const { rootElement, warnings } = await new BpmnModdle({ zeebe }).fromXML(readFileSync(file, 'utf8')).catch((unreadable) => {
    report('file', unreadable.message);
    return { warnings: [] };
  });
  warnings.forEach((warning) => report('file', warning.message));
  if (!rootElement) {
    continue;
  }
  for (const [rule, results] of Object.entries(await linter.lint(rootElement))) {
    for (const result of results) {
      if (result.category === 'error') {
        report(result.id ?? 'process', `${result.message} (${rule})`);
      }
    }
  }
  lintProcess(rootElement, name, forms, decisions, report);
  const picture = pictureOf(root, name);
  if (!process.argv[2] && !(existsSync(picture) && readFileSync(picture, 'utf8').includes(mark(readFileSync(file, 'utf8'))))) {
    report('picture', `src/docs/processes/${name}.svg is not of this model: run ${COMMAND}`);
  }
}

findings.forEach((finding) => console.error(finding));
if (findings.length > 0) {
  console.error(`Lint: ${findings.length} finding(s); the rules are in bpmn/README.md.`);
  process.exit(1);
}
