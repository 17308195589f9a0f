// Renders client/media/icon.svg to the PNG that the marketplace wants: node scripts/icon.mjs
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { launchBrowser } from '../test/vscode/host.mjs';

const media = resolve(import.meta.dirname, '../client/media');
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
const svg = readFileSync(resolve(media, 'icon.svg'), 'utf8');
await page.setContent(`<body style="margin:0">${svg}</body>`);
await page.screenshot({ path: resolve(media, 'icon.png'), omitBackground: true });
await browser.close();
