import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { type Host, launchBrowser, root, startHost, workspaceCopy } from '../vscode/host.mjs';

const images = join(root, 'docs/images');

/** A person before VS Code: the page, and what hands do on it. */
export interface Desk {
  readonly page: Page;
  /** Runs a command of the palette, by its whole title. */
  command(title: string): Promise<void>;
  /** Presses keys in the editor, and again, until something is seen: the page takes a moment to move the focus. */
  pressInEditor(keys: readonly string[], seen: Locator): Promise<void>;
  /** Opens the file of the workspace whose name holds `part`. */
  openFile(part: string): Promise<void>;
  /** Saves what is seen as docs/images/`name`.png when UPDATE_IMAGES is set, else below .vscode-test. */
  picture(name: string): Promise<void>;
  /** The preview's innermost frame, once it shows a table. */
  preview(): Promise<Frame>;
  theme(name: string): Promise<void>;
  leave(): Promise<void>;
}

const settings = {
  'editor.wordWrap': 'off',
  'editor.minimap.enabled': false,
  'files.autoSave': 'afterDelay',
};

/** Packages the extension as for the marketplace, installs that package, and sits down before it. */
export async function desk(): Promise<Desk> {
  const vsix = join(root, '.vscode-test/ogi-report.vsix');
  mkdirSync(join(root, '.vscode-test'), { recursive: true });
  mkdirSync(images, { recursive: true });
  packageTo(vsix);
  const workspace = workspaceCopy(settings);
  const host: Host = await startHost({ vsix });
  const browser: Browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1400, height: 860 }, locale: 'zh-CN' });
  // Without a language pack the workbench itself stays English; extensions are told the display language all
  // the same. As text, since the test's compiler puts helpers into functions that a page does not have.
  await page.addInitScript(
    "Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => 'zh-cn', set: () => {} })",
  );
  await page.goto(`${host.address}/?folder=${encodeURIComponent(workspace)}`);
  await page.locator('.monaco-workbench .explorer-folders-view').waitFor({ timeout: 60_000 });
  await page
    .locator('.part.auxiliarybar .codicon-close')
    .click({ timeout: 5000 })
    .catch(() => {});

  async function pick(keys: string, text: string): Promise<void> {
    await page.keyboard.press(keys);
    const input = page.locator('.quick-input-widget input[type="text"]').first();
    await input.waitFor();
    await page.keyboard.type(text);
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text }).waitFor();
    await page.keyboard.press('Enter');
  }

  if (await page.locator('.part.auxiliarybar').isVisible())
    await pick('F1', 'View: Toggle Secondary Side Bar Visibility');

  return {
    page,
    command: (title) => pick('F1', title),
    async pressInEditor(keys, seen) {
      for (let tries = 0; tries < 10; tries++) {
        await page.keyboard.press('Control+1');
        await page.waitForTimeout(300);
        for (const key of keys) await page.keyboard.press(key);
        const shown = await seen.waitFor({ timeout: 5000 }).then(
          () => true,
          () => false,
        );
        if (shown) return;
      }
      throw new Error(`nothing seen after ${keys.join(' ')}`);
    },
    async openFile(part) {
      await page.locator('.explorer-folders-view .monaco-list-row', { hasText: part }).first().dblclick();
      await page.locator('.editor-instance .view-line').first().waitFor();
    },
    async picture(name) {
      await page.mouse.move(1, 1);
      await page.locator('.notifications-toasts').evaluateAll((all) => {
        for (const it of all) (it as unknown as { remove(): void }).remove();
      });
      const folder = process.env.UPDATE_IMAGES ? images : join(root, '.vscode-test');
      await page.screenshot({ path: join(folder, `${name}.png`) });
    },
    async preview() {
      for (let tries = 0; tries < 100; tries++) {
        for (const frame of page.frames()) {
          const tables = await frame
            .locator('#report table')
            .count()
            .catch(() => 0);
          if (tables > 0) return frame;
        }
        await page.waitForTimeout(100);
      }
      throw new Error('the preview shows no table');
    },
    async theme(name) {
      writeFileSync(
        join(workspace, '.vscode/settings.json'),
        JSON.stringify({ ...settings, 'workbench.colorTheme': name }),
      );
      await page.waitForTimeout(1500);
    },
    async leave() {
      await browser.close();
      await host.stop();
      rmSync(workspace, { recursive: true, force: true });
    },
  };
}

function packageTo(vsix: string): void {
  const node = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${args.join(' ')}: ${stdout}${stderr}`);
  };
  node('scripts/build.mjs', '--production');
  node(
    'node_modules/@vscode/vsce/vsce',
    'package',
    '--no-dependencies',
    '--no-rewrite-relative-links',
    '-o',
    vsix,
  );
}
