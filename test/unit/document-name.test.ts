// The names of documents: a file has one, however a program writes its address.

import { equal, ok } from 'node:assert/strict';
import {
  documentName,
  fileUri,
  folderName,
  isConfig,
  isOfficeName,
} from '../../server/src/lsp/document-name.ts';

describe('the name of a document', () => {
  it('is the same for a drive in capitals, in small letters and escaped', () => {
    const name = 'file:///c:/公开/a.txt';
    for (const uri of [
      'file:///c:/公开/a.txt',
      'file:///C:/公开/a.txt',
      'file:///c%3A/公开/a.txt',
      'file:///C%3a/%E5%85%AC%E5%BC%80/a.txt',
    ])
      equal(documentName(uri), name, uri);
  });

  it('keeps the letters of all else, and what is no escape', () => {
    equal(documentName('file:///home/C:/A.txt'), 'file:///home/C:/A.txt');
    equal(documentName('file:///a/100%.txt'), 'file:///a/100%.txt');
    equal(documentName('file://server/share/a.txt'), 'file://server/share/a.txt');
  });

  it('is that of the file for an Office file shown as a text, on a drive too', () => {
    equal(documentName('ogi-office:/c%3A/a.docx?file'), documentName('file:///C:/a.docx'));
    equal(fileUri('ogi-office:/home/a.docx?file'), 'file:///home/a.docx');
  });

  it('of a folder ends in one slash, and tells files in it', () => {
    equal(folderName('file:///C%3A/公开/'), 'file:///c:/公开/');
    ok(documentName('file:///c:/公开/b/a.txt').startsWith(folderName('file:///C:/公开')));
    ok(isConfig(documentName('file:///C%3A/公开/.ogi-report.json')));
    ok(isOfficeName(documentName('file:///C%3A/公开/A.DOCX')));
    ok(!isOfficeName(documentName('file:///C%3A/公开/~$A.DOCX')));
  });
});
