import type { Browser, Page } from 'playwright-core';

export interface Host {
  readonly address: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

export interface WebExtension {
  readonly folder: string;
  readonly path: string;
}

export const root: string;
export function installHost(): void;
export function findChromium(): string;
export function launchBrowser(): Promise<Browser>;
export function startHost(options?: {
  port?: number;
  extension?: string;
  vsix?: string;
  locale?: string;
}): Promise<Host>;
export function workspaceCopy(settings?: object): string;
export function webExtension(): WebExtension;
export function loadWebExtension(page: Page, host: Host, extension: WebExtension): Promise<void>;
