// Runs in the preview's page: shows the body the server wrote, marks the cursor's cell, scrolls with the text.
const vscode = acquireVsCodeApi();
const report = document.getElementById('report');
let lastTop = -1;

addEventListener('message', ({ data }) => {
  if ('html' in data) {
    report.innerHTML = data.html || '<p class="nothing"></p>';
    const nothing = report.querySelector('.nothing');
    if (nothing) nothing.textContent = data.empty;
    for (const it of spans()) if (it.matches('td, th')) it.tabIndex = 0;
  }
  if ('cursor' in data) mark(data.cursor);
  if (data.top != null && data.top !== lastTop) {
    lastTop = data.top;
    scrollToOffset(data.top);
  }
});

report.addEventListener('click', ({ target }) => goTo(target));
report.addEventListener('keydown', ({ key, target }) => {
  if (key === 'Enter') goTo(target);
});

function goTo(target) {
  const cell = target.closest('[data-from]');
  if (cell)
    vscode.postMessage({ from: Number(cell.dataset.from), to: Number(cell.dataset.to ?? cell.dataset.from) });
}

const spans = () => report.querySelectorAll('[data-from]');

function mark(offset) {
  for (const it of report.querySelectorAll('.current')) it.classList.remove('current');
  for (const it of spans()) {
    if (Number(it.dataset.from) <= offset && offset <= Number(it.dataset.to)) it.classList.add('current');
  }
}

/** Brings the last place that does not start after `offset` to the top of the page. */
function scrollToOffset(offset) {
  let place = null;
  for (const it of spans()) {
    if (Number(it.dataset.from) > offset) break;
    place = it;
  }
  if (!place) return scrollTo({ top: 0 });
  const row = place.closest('tr') ?? place;
  scrollTo({ top: row.getBoundingClientRect().top + scrollY - 48 });
}

vscode.postMessage({ ready: true });
