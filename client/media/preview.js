// Runs in the preview's page: shows the body the server wrote, marks the cursor's cell, scrolls with the text. By keyboard
// the arrow keys go from place to place, of which one can be reached by Tab, and Enter goes to the text.
const vscode = acquireVsCodeApi();
const report = document.getElementById('report');
let lastTop = -1;

addEventListener('message', ({ data }) => {
  if ('html' in data) {
    const focused = spans().indexOf(document.activeElement);
    report.innerHTML = data.html || '<p class="nothing"></p>';
    const nothing = report.querySelector('.nothing');
    if (nothing) nothing.textContent = data.empty;
    const all = spans();
    for (const it of all) it.tabIndex = -1;
    const reached = all[focused] ?? all[0];
    if (reached) reached.tabIndex = 0;
    if (focused >= 0) reached?.focus();
  }
  if ('cursor' in data) mark(data.cursor);
  if (data.top != null && data.top !== lastTop) {
    lastTop = data.top;
    scrollToOffset(data.top);
  }
});

report.addEventListener('click', ({ target }) => goTo(target));
report.addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, altKey, metaKey } = event;
  if (ctrlKey || altKey || metaKey) return;
  if (key === 'Enter') return goTo(target);
  const next = beside(target, key);
  if (!next) return;
  event.preventDefault();
  target.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
});

function goTo(target) {
  const cell = target.closest('[data-from]');
  if (cell)
    vscode.postMessage({ from: Number(cell.dataset.from), to: Number(cell.dataset.to ?? cell.dataset.from) });
}

const spans = () => [...report.querySelectorAll('[data-from]')];

/** The place that an arrow key leads to from one: up and down, the nearest of the next line. */
function beside(place, key) {
  const all = spans();
  const at = all.indexOf(place);
  if (key === 'ArrowRight') return all[at + 1];
  if (key === 'ArrowLeft') return all[at - 1];
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined;
  const from = place.getBoundingClientRect();
  const isDown = key === 'ArrowDown';
  const gap = (it) => (isDown ? it.top - from.bottom : from.top - it.bottom);
  const boxes = all
    .map((it) => ({ it, box: it.getBoundingClientRect() }))
    .filter(({ box }) => gap(box) >= -4);
  const least = Math.min(...boxes.map(({ box }) => gap(box)));
  const off = ({ box }) => Math.abs((box.left + box.right - from.left - from.right) / 2);
  const line = boxes.filter(({ box }) => gap(box) < least + 8);
  return line.sort((a, b) => off(a) - off(b))[0]?.it;
}

function mark(offset) {
  for (const it of report.querySelectorAll('.current')) it.classList.remove('current');
  for (const it of spans()) {
    if (Number(it.dataset.from) <= offset && offset <= Number(it.dataset.to)) it.classList.add('current');
  }
}

/** Brings the last place that does not start after `offset` to the top of the page, below the heads of its table. */
function scrollToOffset(offset) {
  const place = spans().findLast((it) => Number(it.dataset.from) <= offset);
  if (!place) return scrollTo({ top: 0 });
  const row = place.closest('tr') ?? place;
  const heads = place.closest('table')?.tHead?.offsetHeight ?? 0;
  scrollTo({ top: row.getBoundingClientRect().top + scrollY - heads - 48 });
}

vscode.postMessage({ ready: true });
