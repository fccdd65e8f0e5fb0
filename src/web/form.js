// The page of one task: shows its Camunda form, keeps a draft of what is typed, sends it, and says what is wrong.
import { Form } from '@bpmn-io/form-js-viewer';

const DRAFT_DELAY_MS = 800;

const host = document.getElementById('task-form');
const page = host?.closest('[data-task]');
if (host && page) {
  start().catch((failure) => {
    console.error(failure);
    say(page.dataset.textBroken);
  });
}

async function start() {
  const schema = JSON.parse(host.dataset.schema);
  const form = new Form({ container: host });
  await form.importSchema(schema, JSON.parse(host.dataset.values));
  host.removeAttribute('aria-busy');
  const readOnly = host.dataset.readOnly === 'true';
  if (readOnly) {
    form.setProperty('readOnly', true);
    return;
  }
  const button = page.querySelector('[data-submit]');
  if (schema.components.some((part) => part.type === 'button' && (part.action ?? 'submit') === 'submit')) {
    button.hidden = true;
  } else {
    button.addEventListener('click', () => form.submit());
  }
  const draft = keepDraft(form);
  form.on('submit', async ({ data, errors }) => {
    if (Object.keys(errors).length > 0) {
      summarize(form, byKey(form, errors));
      return;
    }
    await draft.settle();
    await send(form, data, button);
  });
}

/** What was typed survives a closed page, a lost session and another device. */
function keepDraft(form) {
  if (page.dataset.drafts === 'none') {
    return { settle: () => Promise.resolve() };
  }
  let timer;
  let last = Promise.resolve();
  const save = () => {
    timer = undefined;
    last = post(`${page.dataset.task}/draft`, form._getSubmitData(), { keepalive: true })
      .then((answer) => status(answer.ok ? page.dataset.textDraftSaved : page.dataset.textDraftLost))
      .catch(() => status(page.dataset.textDraftLost));
    return last;
  };
  form.on('changed', () => {
    // "Draft kept" is about what stands there now, not about what stood there before.
    status('');
    clearTimeout(timer);
    timer = setTimeout(save, DRAFT_DELAY_MS);
  });
  addEventListener('pagehide', () => timer && (clearTimeout(timer), save()));
  return {
    settle() {
      clearTimeout(timer);
      timer = undefined;
      return last;
    },
  };
}

async function send(form, data, button) {
  button.disabled = true;
  try {
    const answer = await post(page.dataset.task, data);
    if (answer.ok || answer.status === 409) {
      location.assign((await answer.json()).next);
      return;
    }
    if (answer.status === 422) {
      const { errors } = await answer.json();
      mark(form, errors);
      summarize(form, errors);
      return;
    }
    say(answer.status === 403 || answer.redirected ? page.dataset.textSignedOut : page.dataset.textBroken);
  } catch {
    say(page.dataset.textOffline);
  } finally {
    button.disabled = false;
  }
}

function post(path, data, more = {}) {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
  headers[document.querySelector('meta[name="csrf-header"]').content] =
    document.querySelector('meta[name="csrf-token"]').content;
  return fetch(path, { method: 'POST', headers, body: JSON.stringify(data), redirect: 'manual', ...more });
}

const fields = (form) => form.get('formFieldRegistry').getAll();

/** The form names errors by field id, the server by field key. */
function byKey(form, errors) {
  const found = {};
  for (const field of fields(form)) {
    if (errors[field.id]) {
      found[field.key] = [errors[field.id]].flat(3).join(' ');
    }
  }
  return found;
}

function mark(form, errors) {
  const marked = {};
  for (const field of fields(form)) {
    if (errors[field.key]) {
      marked[field.id] = [errors[field.key]];
    }
  }
  form._setState({ errors: marked });
}

function summarize(form, errors) {
  const items = Object.entries(errors).map(([key, message]) => {
    const item = document.createElement('li');
    const field = fields(form).find((each) => each.key === key);
    const label = field?.label ?? field?.dateLabel ?? field?.timeLabel ?? page.dataset.textWholeForm;
    const words = `${label}${/[?:.]$/.test(label) ? ' ' : ': '}${message}`;
    if (!field) {
      item.textContent = words;
      return item;
    }
    const link = document.createElement('a');
    link.href = '#task-form';
    link.className = 'usa-link';
    link.textContent = words;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      control(field.id)?.focus();
    });
    item.append(link);
    return item;
  });
  const list = document.createElement('ul');
  list.className = 'usa-list';
  list.append(...items);
  say(page.dataset.textMend, list);
}

const control = (id) =>
  [...host.querySelectorAll('input, select, textarea')].find(
    (each) => each.id.endsWith(`-${id}`) || each.id.includes(`-${id}-`));

function say(text, more) {
  const box = page.querySelector('[data-errors]');
  const heading = document.createElement('h2');
  heading.className = 'usa-alert__heading';
  heading.textContent = text;
  const body = box.querySelector('.usa-alert__body');
  body.replaceChildren(heading, ...(more ? [more] : []));
  box.hidden = false;
  box.focus();
}

function status(text) {
  page.querySelector('[data-status]').textContent = text;
}
