// The rules for forms: only what the server validates too (design: the listed subset).

const INPUTS = new Set(['textfield', 'textarea', 'number', 'datetime', 'select', 'radio', 'checkbox', 'checklist']);
const CHOICES = new Set(['select', 'radio', 'checklist']);
const OTHERS = new Set(['text', 'group', 'dynamiclist', 'separator', 'spacer']);
const KEY = /^[a-z][A-Za-z0-9]*$/;

/** Reports (field id, what to change). */
export function lintForm(form, name, report) {
  if (form.id !== name) {
    report('form', `its id must be the file's name: ${name}`);
  }
  if (!(form.schemaVersion <= 18)) {
    report('form', 'schemaVersion must be 18 or older: Camunda 8.6 reads no newer one');
  }
  const ids = new Set();
  fields(form.components ?? [], ids, new Set(), report);
}

function fields(components, ids, keys, report) {
  for (const field of components) {
    const where = field.id ?? field.key ?? field.type;
    if (!field.id || ids.has(field.id)) {
      report(where, 'needs an id of its own');
    }
    ids.add(field.id);
    if (!INPUTS.has(field.type) && !OTHERS.has(field.type)) {
      report(where, `type "${field.type}" is not one that the server can check: use ${[...INPUTS, ...OTHERS].join(', ')}`);
    }
    if (INPUTS.has(field.type)) {
      input(field, keys, where, report);
    }
    if (field.type === 'dynamiclist' && field.allowAddRemove !== false) {
      report(where, 'a dynamic list must be fixed: allowAddRemove false');
    }
    fields(field.components ?? [], ids, field.type === 'dynamiclist' ? new Set() : keys, report);
  }
}

function input(field, keys, where, report) {
  if (!KEY.test(field.key ?? '')) {
    report(where, 'needs a key in camelCase');
  }
  if (keys.has(field.key)) {
    report(where, `the key ${field.key} is taken by another field`);
  }
  keys.add(field.key);
  if (!field.label && !field.dateLabel && !field.timeLabel) {
    report(where, 'needs a label: screen readers have nothing else');
  }
  if (CHOICES.has(field.type) && !field.values?.length && !field.valuesKey) {
    report(where, 'needs options (values) or where they come from (valuesKey); expressions are not checked on the server');
  }
  const free = field.type === 'textfield' || field.type === 'textarea';
  const shownOnly = field.readonly === true || field.disabled === true;
  if (free && !shownOnly && !field.validate?.maxLength && !field.validate?.pattern && !field.validate?.validationType) {
    report(where, 'needs a maxLength');
  }
}
