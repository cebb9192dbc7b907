import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Importer } from '#electron/ports/importer.ts';
import { createJsdomImporter } from '../../../support/importer-in-jsdom.ts';
import { readDocument } from './read-document.ts';

let importer: Importer;
beforeAll(async () => {
  importer = await createJsdomImporter();
});
afterAll(() => importer.close());

const head = [
  'From: =?utf-8?Q?Jana_Nov=C3=A1kov=C3=A1?= <jana@harbour.example>',
  'To: Desk <desk@office.example>, second@office.example',
  'Subject: Strait closed =?utf-8?B?4oCTIGFnYWlu?=',
  'Date: Mon, 22 Apr 2024 10:00:00 +0200',
  'MIME-Version: 1.0',
];

const plain = [
  ...head,
  'Content-Type: text/plain; charset=utf-8',
  '',
  'It is closed.',
  '',
  '> Is it?',
  'Yes.',
];

const mail = (lines: readonly string[]): string => lines.join('\r\n');

describe('a mail', () => {
  it('is its head as it reads, and its text', async () => {
    const { text, found } = await readDocument(importer, 'eml', mail(plain));
    expect(text).toBe(
      [
        'Strait closed – again',
        'From: Jana Nováková <jana@harbour.example>',
        'To: Desk <desk@office.example>, second@office.example',
        'Date: Mon, 22 Apr 2024 10:00:00 +0200',
        'It is closed.',
        '> Is it?',
        'Yes.',
      ].join('\n'),
    );
    expect(found.byline).toEqual({ value: 'Jana Nováková', foundIn: 'mail-header' });
    expect(found.publishedAt?.foundIn).toBe('mail-header');
  });

  it('is its HTML where it has some, without what acts', async () => {
    const html = [
      ...head,
      'Content-Type: text/html; charset=utf-8',
      '',
      '<html><body onload="globalThis.canary=1"><p>Closed <b>again</b>.</p><img src="https://leak.example/x.png" onerror="globalThis.canary=1"><script>globalThis.canary=1</script><form action="https://leak.example"><button>Go</button></form></body></html>',
    ];
    const { text, body } = await readDocument(importer, 'eml', mail(html));
    expect(text).toContain('Closed again.');
    expect(JSON.stringify(body)).not.toMatch(/canary|onload|onerror/);
    expect(Reflect.get(globalThis, 'canary')).toBeUndefined();
  });

  it('is read in UTF-7, in its head, its text and its parts, and a plus sign stays one', async () => {
    const old = [
      'From: Harbour <port@harbour.example>',
      'Subject: =?UTF-7?Q?Stra=C3?= =?utf-7?Q?+AOk-clus?=e closed',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Type: text/plain; charset="UTF-7"',
      '',
      'Die Geb+APw-hr stieg um 3 +- 1 Euro, +IKw-40.=',
      ' F+APw-r alle.',
      '--b',
      'Content-Type: text/plain; charset=us-ascii',
      '',
      'Call +49-30 now, C+A+B-.',
      '--b--',
    ];
    const { text } = await readDocument(importer, 'eml', mail(old));
    expect(text).toContain('Die Gebühr stieg um 3 + 1 Euro, €40. Für alle.');
    expect(text).toContain('Call +49-30 now, C+A+B-.');
  });

  it('names what is attached, and shows attached mails', async () => {
    const mixed = [
      ...head,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'See below.',
      '--b',
      'Content-Type: application/pdf; name="list of calls.pdf"',
      'Content-Disposition: attachment; filename="list of calls.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      'JVBERi0=',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'From: port@harbour.example',
      'Subject: The first one',
      '',
      'We close.',
      '--b--',
    ];
    const { text, remarks } = await readDocument(importer, 'eml', mail(mixed));
    expect(text).toContain('See below.\nThe first one\nFrom: port@harbour.example\nWe close.');
    expect(remarks).toEqual([{ kind: 'attachments', names: ['list of calls.pdf'] }]);
  });

  it('ends within itself, whatever its HTML leaves open', async () => {
    const open = [
      'From: a@b.example',
      'Subject: One',
      'Content-Type: text/html',
      '',
      '<p>First <!-- <plaintext>',
    ];
    const box = `From a@b.example Mon Apr 22 10:00:00 2024\n${open.join('\n')}\n\nFrom c@d.example Mon Apr 22 11:00:00 2024\nFrom: c@d.example\nSubject: Two\n\n>From here on it is closed.\n`;
    const { text } = await readDocument(importer, 'mbox', box);
    expect(text).toBe('One\nFrom: a@b.example\nFirst\nTwo\nFrom: c@d.example\nFrom here on it is closed.');
  });

  it('of mails in mails without end is still read', async () => {
    let nested = 'From: a@b.example\r\nSubject: last\r\n\r\nDeep.';
    for (let depth = 0; depth < 30; depth += 1) {
      nested = `From: a@b.example\r\nSubject: ${depth}\r\nContent-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\nContent-Type: message/rfc822\r\n\r\n${nested}\r\n--b${depth}--`;
    }
    const { text, remarks } = await readDocument(importer, 'eml', nested);
    expect(text).toContain('29\nFrom: a@b.example\n28');
    expect(remarks?.[0]?.kind).toBe('attachments');
  });
});

describe('a page saved in one file', () => {
  const page = (charset: string, html: string) =>
    mail([
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://harbour.example/strait',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="----b"',
      '',
      '------b',
      `Content-Type: text/html${charset}`,
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Location: https://harbour.example/strait',
      '',
      html,
      '------b',
      'Content-Type: text/html',
      'Content-Location: https://ads.example/frame',
      '',
      '<p>An advert of another page.</p>',
      '------b--',
    ]);

  it('is the page, without its frames, and says where it was', async () => {
    const html =
      '<html><head><title>Strait</title></head><body><article><h1>Strait closed</h1><p>The harbour office said =E2=80=9Cno=E2=80=9D to all ships that want to pass the strait be=\r\nfore Friday, and gave no reason for it.</p></article></body></html>';
    const { text, found } = await readDocument(importer, 'mhtml', page('; charset="utf-8"', html));
    expect(text).toBe(
      'Strait closed\nThe harbour office said “no” to all ships that want to pass the strait before Friday, and gave no reason for it.',
    );
    expect(found.url).toEqual({ value: 'https://harbour.example/strait', foundIn: 'saved-page' });
  });

  it('is read in the encoding that it declares itself', async () => {
    const html =
      '<html><head><meta charset="windows-1251"></head><body><p>=CF=F0=EE=EB=E8=E2 =E7=E0=EA=F0=FB=F2</p></body></html>';
    expect((await readDocument(importer, 'mhtml', page('', html))).text).toBe('Пролив закрыт');
  });
});
