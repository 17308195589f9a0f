// The HTML frame of the preview. Its body arrives by message from `preview-panel.ts`, and the script
// `client/media/preview.js` shows it.

import { env, l10n, Uri, type Webview } from 'vscode';

/** The page loads the two files named here and nothing else. */
export function pageOf(webview: Webview, media: Uri): string {
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((it) => it.toString(16).padStart(2, '0'))
    .join('');
  const address = (file: string) => webview.asWebviewUri(Uri.joinPath(media, file));
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${env.language.startsWith('zh') ? 'zh-CN' : env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" nonce="${nonce}" href="${address('preview.css')}">
<title>OGI Report</title>
</head>
<body>
<p id="keys">${l10n.t('Arrow keys go from cell to cell, Enter goes to the text.')}</p>
<main id="report" aria-describedby="keys"></main>
<script nonce="${nonce}" src="${address('preview.js')}"></script>
</body>
</html>`;
}
