// The rules for decision tables (see bpmn/README.md): one decision a file, named after it; a table that the application's
// own evaluator understands; every rule has a cell for each column and says in words what it is for.

const elements = (text, name) => [...text.matchAll(new RegExp(`<${name}[ >][\\s\\S]*?</${name}>`, 'g'))].map((match) => match[0]);
const attribute = (element, name) => element.match(new RegExp(`^<[^>]*\\b${name}="([^"]*)"`))?.[1] ?? '';

/** Reports (element id, what to change). */
export function lintDecision(xml, name, report) {
  const decisions = elements(xml, 'decision');
  if (decisions.length !== 1 || attribute(decisions[0] ?? '', 'id') !== name) {
    report('file', `one decision with the file's name as its id: ${name}`);
    return;
  }
  const table = elements(xml, 'decisionTable')[0];
  if (!table || attribute(table, 'hitPolicy') !== 'FIRST') {
    report(name, 'a decision table of hit policy FIRST');
    return;
  }
  const inputs = elements(table, 'input').length;
  const outputs = [...table.matchAll(/<output /g)].length;
  const rules = elements(table, 'rule');
  for (const rule of rules) {
    const id = attribute(rule, 'id');
    if (elements(rule, 'inputEntry').length !== inputs || elements(rule, 'outputEntry').length !== outputs) {
      report(id, 'a cell for each input and output');
    }
    if (!/<description>[^<]+<\/description>/.test(rule)) {
      report(id, 'say in words what the rule is for (description)');
    }
  }
  const last = rules.at(-1);
  if (!last || !elements(last, 'inputEntry').some((cell) => /<text>-<\/text>/.test(cell))) {
    report(name, 'end with a rule that catches the rest');
  }
}
