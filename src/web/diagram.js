// The ways of a case on a family's page: draws each process with the steps passed and the present one marked. Loaded by
// app.js when the fold is opened first; without it the page has the same in words.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer.js';

const FONT = '"Noto Sans", Helvetica, Arial, sans-serif';
const ids = (text) => (text ?? '').split(' ').filter(Boolean);

/** Shows the buttons and the way where the case stands now, or the first. */
export function start(host) {
  const ways = [...host.querySelectorAll('[data-way]')];
  const buttons = [...host.querySelectorAll('[data-show-way]')];
  const show = (name) => {
    buttons.forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.showWay === name)));
    ways.forEach((way) => (way.hidden = way.dataset.way !== name));
    const way = ways.find((each) => each.dataset.way === name);
    if (way && !way.dataset.drawn) {
      way.dataset.drawn = 'yes';
      draw(way).catch((failure) => {
        console.warn(failure);
        way.querySelector('[data-canvas]').textContent = host.dataset.textBroken;
      });
    }
  };
  buttons.forEach((button) => button.addEventListener('click', () => show(button.dataset.showWay)));
  host.querySelectorAll('[data-needs-script]').forEach((part) => (part.hidden = false));
  // The innermost process that goes on says most.
  const first = ways.findLast((way) => ids(way.dataset.now).length > 0) ?? ways[0];
  if (first) {
    show(first.dataset.way);
  }
}

async function draw(way) {
  const answer = await fetch(way.dataset.model, { headers: { Accept: 'application/xml' } });
  if (!answer.ok) {
    throw new Error(`The model answers ${answer.status}`);
  }
  const canvasHost = way.querySelector('[data-canvas]');
  canvasHost.replaceChildren();
  const viewer = new NavigatedViewer({
    container: canvasHost,
    textRenderer: { defaultStyle: { fontFamily: FONT }, externalStyle: { fontFamily: FONT } },
  });
  await viewer.importXML(await answer.text());
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  const mark = (id, marker) => {
    const element = registry.get(id);
    if (!element) {
      return;
    }
    canvas.addMarker(element, marker);
    if (element.children?.length > 0) {
      canvas.addMarker(element, 'pl-scope');
    }
  };
  ids(way.dataset.passed).forEach((id) => mark(id, 'pl-passed'));
  const now = ids(way.dataset.now);
  now.forEach((id) => mark(id, 'pl-now'));
  // The innermost: its label says "here" to those who do not tell the colours.
  const here = now.map((id) => registry.get(id)).filter((element) => element && !(element.children?.length > 0));
  here.forEach((element) => {
    const label = document.createElement('span');
    label.className = 'pl-here';
    label.textContent = way.dataset.textHere;
    viewer.get('overlays').add(element, { position: { top: -30, left: 0 }, html: label });
  });
  const svg = canvasHost.querySelector('svg');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', way.dataset.textPicture);
  const whole = () => canvas.zoom('fit-viewport', 'auto');
  const present = () => {
    if (here.length === 0) {
      whole();
      return;
    }
    const { width, height } = canvas.viewbox().outer;
    const scale = Math.min(1, width / 480);
    const at = { x: here[0].x + here[0].width / 2, y: here[0].y + here[0].height / 2 };
    canvas.viewbox({ x: at.x - width / scale / 2, y: at.y - height / scale / 2, width: width / scale, height: height / scale });
  };
  const actions = {
    whole,
    present,
    in: () => viewer.get('zoomScroll').stepZoom(1),
    out: () => viewer.get('zoomScroll').stepZoom(-1),
    left: () => canvas.scroll({ dx: 150, dy: 0 }),
    right: () => canvas.scroll({ dx: -150, dy: 0 }),
    up: () => canvas.scroll({ dx: 0, dy: 150 }),
    down: () => canvas.scroll({ dx: 0, dy: -150 }),
  };
  way.querySelectorAll('[data-view]').forEach((button) => button.addEventListener('click', actions[button.dataset.view]));
  // A turned phone shows the same place.
  new ResizeObserver(() => {
    if (canvasHost.clientWidth > 0) {
      canvas.resized();
      present();
    }
  }).observe(canvasHost);
  present();
  way.dataset.drawn = 'done';
}
