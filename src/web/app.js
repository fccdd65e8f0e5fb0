// Every page: htmx, told to keep to the content security policy.
import htmx from 'htmx.org/dist/htmx.esm.js';

htmx.config.includeIndicatorStyles = false;
htmx.config.allowEval = false;
htmx.config.selfRequestsOnly = true;
globalThis.htmx = htmx;

document.addEventListener('htmx:configRequest', (event) => {
  const token = document.querySelector('meta[name="csrf-token"]');
  const header = document.querySelector('meta[name="csrf-header"]');
  if (token && header) {
    event.detail.headers[header.content] = token.content;
  }
});

// Chinese has a font of its own, which comes when a page or a part of one needs it.
const CHINESE = /\p{Script=Han}/u;
function showChinese() {
  if (CHINESE.test(document.body.textContent) && !document.querySelector('link[data-chinese]')) {
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.dataset.chinese = '';
    style.href = new URL('chinese.css', import.meta.url).href;
    document.head.append(style);
  }
}
showChinese();
document.addEventListener('htmx:afterSettle', showChinese);

// After a refused submission the summary of errors is where a reader must start.
document.querySelector('[data-focus-on-load]')?.focus();

document.querySelector('[data-print]')?.addEventListener('click', () => globalThis.print());

// Single keys, where a page offers them: a link or button is pressed, a field is entered. Never while somebody types.
document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, textarea, select, [contenteditable]');
  if (typing || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  const wanted = [...document.querySelectorAll('[data-key]')].find((each) => each.dataset.key === event.key);
  if (wanted) {
    event.preventDefault();
    wanted.matches('a, button') ? wanted.click() : wanted.focus();
  }
});

// The diagrams of a case are large: their script and style come when somebody opens the fold.
const diagrams = document.querySelector('[data-diagrams]');
diagrams?.addEventListener(
  'toggle',
  async () => {
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = new URL('diagram.css', import.meta.url).href;
    const styled = new Promise((done) => style.addEventListener('load', done, { once: true }));
    document.head.append(style);
    const [{ start }] = await Promise.all([import(new URL('diagram.js', import.meta.url).href), styled]);
    start(diagrams);
  },
  { once: true });
