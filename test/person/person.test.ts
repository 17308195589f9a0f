import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../vscode/host.mjs';
import { type Desk, desk } from './desk.ts';

describe('a person in VS Code', function () {
  this.timeout(120_000);
  let at: Desk;
  before(async () => {
    at = await desk();
  });
  after(() => at?.leave());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed')
      await at.page.screenshot({ path: join(root, '.vscode-test/failed.png') });
  });

  const openDesk = () =>
    at.page
      .locator('.activitybar .action-item', {
        has: at.page.locator('[aria-label^="年度报告"], [aria-label^="OGI Annual Reports"]'),
      })
      .first()
      .click();

  it('has installed a package of less than 1.3 MB', () => {
    const { size } = statSync(join(root, '.vscode-test/ogi-report.vsix'));
    assert.ok(size < 1.3 * 1024 * 1024, `${size} bytes`);
  });

  it('follows the walkthrough, whose steps tick themselves', async () => {
    await at.command('Welcome: Open Walkthrough...');
    await at.page.locator('.quick-input-widget input[placeholder*="alkthrough"]').waitFor();
    await at.page.keyboard.type('年度报告');
    await at.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: '年度报告' }).waitFor();
    await at.page.keyboard.press('Enter');
    await at.page.getByRole('button', { name: '打开示例' }).first().click();
    const sample = at.page.locator('.quick-input-list .monaco-list-row', { hasText: '2025' });
    await sample.first().click();
    await at.page.locator('.view-line', { hasText: '安澜市水务局2025年' }).first().waitFor();
    await at.page.locator('.tab', { hasText: 'Welcome' }).first().click();
    const ticked = at.page.locator('.codicon-getting-started-step-checked');
    await ticked.filter({ visible: true }).nth(1).waitFor();
    await at.page.waitForTimeout(1000);
    await at.picture('walkthrough');
    await at.page.locator('.tab', { hasText: 'Untitled' }).first().click();
    await at.command('View: Close All Editors');
    await at.page.getByRole('button', { name: "Don't Save" }).click();
  });

  it('sees findings underlined and listed', async () => {
    await at.openFile('2025');
    await at.page.keyboard.press('Control+Shift+M');
    const entry = at.page.locator('.markers-panel .monaco-list-row', { hasText: 'sum-mismatch' }).first();
    await entry.waitFor();
    await entry.dblclick();
    await at.page.locator('.squiggly-error').first().waitFor();
    await at.page.waitForTimeout(800);
    await at.picture('findings');
    await at.page.keyboard.press('Control+J');
  });

  it('reads the identities of a figure on hover', async () => {
    const hover = at.page.locator('.monaco-hover:not(.hidden) .monaco-hover-content', { hasText: '总计' });
    await at.pressInEditor(['Control+K', 'Control+I'], hover.first());
    await at.picture('hover');
    await at.page.keyboard.press('Escape');
  });

  it('sees the reports of the folder, the worst first, and goes to a finding', async () => {
    await openDesk();
    const rows = at.page.locator('.sidebar .monaco-list-row');
    const worst = rows.filter({ hasText: '安澜市水务局' }).first();
    await worst.waitFor();
    assert.match((await worst.getAttribute('aria-label')) ?? '', /安澜市水务局 2025 \d 个错误/);
    await worst.locator('.monaco-tl-twistie').click();
    const finding = rows.filter({ hasText: '总计与各项之和不符' }).first();
    await finding.click();
    await at.page.locator('.editor-instance .line-numbers.active-line-number').first().waitFor();
    await at.page.waitForTimeout(500);
    await at.picture('desk');
  });

  it('marks a report as checked', async () => {
    const rows = at.page.locator('.sidebar .monaco-list-row');
    const worst = rows.filter({ hasText: '安澜市水务局' }).first();
    await worst.hover();
    await worst.locator('.action-label[aria-label^="标记为已核"]').click();
    await rows.filter({ hasText: '已核' }).first().waitFor();
    await at.page.locator('.pane-body .message', { hasText: '已核 1' }).first().waitFor();
  });

  it('writes a note on a figure and sees it below the line and in the view', async () => {
    const rows = at.page.locator('.sidebar .monaco-list-row');
    await at.command('在此数上写批注');
    await at.page.locator('.quick-input-title', { hasText: '批注：' }).waitFor();
    await at.page.keyboard.type('请与台账核对');
    await at.page.keyboard.press('Enter');
    await rows.filter({ hasText: '请与台账核对' }).first().waitFor();
    await at.page.locator('.comment-thread-range-current, .comment-range-glyph').first().waitFor();
    await at.page.waitForTimeout(500);
    await at.picture('desk-note');
    await at.page.keyboard.press('Control+J');
    await at.page.keyboard.press('Control+Shift+E');
  });

  it('sees the outline', async () => {
    await at.command('Explorer: Focus on Outline View');
    const outline = at.page.locator('.outline-pane');
    await outline.locator('.monaco-list-row', { hasText: '总体情况' }).first().waitFor();
  });

  it('sees the official tables, and a click leads to the text', async () => {
    await at.page.locator('.editor-instance .view-lines').first().click();
    await at.page.locator('.editor-actions .codicon-open-preview').first().click();
    const frame = await at.preview();
    await frame.locator('.wrong').first().waitFor();
    await at.page.keyboard.press('F8');
    await at.page.keyboard.press('Escape');
    await at.page.waitForTimeout(1500);
    await at.picture('preview');
    await frame.locator('td.suspect[data-from]').first().click();
    await at.page.locator('.editor-instance .selected-text').first().waitFor();
  });

  it('moves from figure to figure by Tab, and hears where it is', async () => {
    const status = at.page.locator('#ogi-report\\.ogi-report\\.ogiReport\\.cell');
    await at.page.keyboard.press('Tab');
    await status.filter({ hasText: '商业企业' }).waitFor();
    await at.page.keyboard.press('Shift+Tab');
    await status.filter({ hasText: '自然人' }).waitFor();
    assert.match((await status.locator('a').first().getAttribute('aria-label')) ?? '', /自然人.*勾稽/);
  });

  it('sees totals and heads at half width, and goes from cell to cell by keyboard', async () => {
    await at.page.setViewportSize({ width: 860, height: 860 });
    await at.page.waitForTimeout(1500);
    await at.picture('preview-half');
    const frame = await at.preview();
    const inSight = await frame
      .locator('.applications tbody td:last-child')
      .evaluateAll((all) =>
        all.every((it) => it.getBoundingClientRect().right <= it.ownerDocument.documentElement.clientWidth),
      );
    assert.ok(inSight, 'a total is out of sight');
    await frame.locator('td.suspect').first().focus();
    for (const [key, cell] of [
      ['ArrowRight', '1'],
      ['ArrowUp', '0'],
      ['ArrowLeft', '0'],
    ] as const) {
      await at.page.keyboard.press(key);
      assert.equal(await frame.locator(':focus').textContent(), cell, key);
    }
    await at.page.keyboard.press('Enter');
    await at.page.locator('.editor-instance .selected-text').first().waitFor();
    await at.page.setViewportSize({ width: 1400, height: 860 });
  });

  it('sees the tables in every kind of theme', async () => {
    for (const [theme, name] of [
      ['Dark Modern', 'preview-dark'],
      ['Default High Contrast', 'preview-contrast'],
    ] as const) {
      await at.theme(theme);
      await at.picture(name);
    }
    await at.theme('Light Modern');
  });

  it('mends an error by the lightbulb', async () => {
    await at.openFile('2025');
    await at.page.locator('.editor-instance .view-lines').first().click();
    await at.page.keyboard.press('F8');
    await at.page.waitForTimeout(500);
    await at.page.keyboard.press('Escape');
    await at.page.keyboard.press('Control+.');
    await at.page.locator('.action-widget .monaco-list-row').first().waitFor();
    await at.page.waitForTimeout(300);
    await at.picture('fixes');
    const before = await count();
    await at.page.keyboard.press('Enter');
    for (let tries = 0; tries < 50 && (await count()) >= before; tries++) await at.page.waitForTimeout(100);
    assert.ok((await count()) < before);

    async function count(): Promise<number> {
      const badge = at.page.locator('#status\\.problems').first();
      return Number(/\d+/.exec((await badge.getAttribute('aria-label')) ?? '')?.[0] ?? 0);
    }
  });

  it('sees that a figure has changed since the report was marked', async () => {
    await openDesk();
    const rows = at.page.locator('.sidebar .monaco-list-row');
    await rows.filter({ hasText: '核后数字有改动' }).filter({ hasText: '→' }).first().waitFor();
    await at.picture('desk-changed');
    await at.page.keyboard.press('Control+Shift+E');
  });

  it('starts a new report with what last year carried over', async () => {
    await at.command('新建年度报告');
    for (const [prompt, answer] of [
      ['机关名称', '安澜市水务局'],
      ['报告年度', '2026'],
    ] as const) {
      await at.page.locator('.quick-input-message', { hasText: prompt }).waitFor();
      await at.page.keyboard.press('Control+A');
      await at.page.keyboard.type(answer);
      await at.page.keyboard.press('Enter');
    }
    await at.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: '规章' }).waitFor();
    await at.page.keyboard.press('Enter');
    await at.page.locator('.view-line', { hasText: '安澜市水务局2026年' }).first().waitFor();
    const carried = at.page.locator('.view-line', { hasText: '二、上年结转政府信息公开申请数量' }).first();
    await carried.waitFor();
    assert.match((await carried.textContent()) ?? '', /数量[\s|]+3/);
    await at.page.waitForTimeout(800);
    await at.picture('new-report');
  });

  it('reads what each bare number means', async () => {
    await at.openFile('青石镇');
    await at.page.locator('.view-line', { hasText: '总体情况' }).first().waitFor();
    await at.page.keyboard.press('Control+G');
    await at.page.keyboard.type('138');
    await at.page.keyboard.press('Enter');
    await at.page.waitForTimeout(1000);
    await at.picture('cell-per-line');
  });
});
