import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Importer } from '#electron/ports/importer.ts';
import { makeCompoundFile } from '../../../support/documents/messages/make-compound-file.ts';
import {
  type Message,
  type MessageProperties,
  messageFolder,
  packedRtf,
} from '../../../support/documents/messages/make-message.ts';
import { createJsdomImporter } from '../../../support/importer-in-jsdom.ts';
import { readDocument } from './read-document.ts';

let importer: Importer;
beforeAll(async () => {
  importer = await createJsdomImporter();
});
afterAll(() => importer.close());

const msg = (message: Message): Uint8Array => makeCompoundFile(messageFolder(message));
const read = (message: Message) => readDocument(importer, 'msg', msg(message));

const properties: MessageProperties = {
  '0037001F': 'Strait closed – again',
  '0042001F': 'Jana Nováková',
  '5D02001F': 'jana@harbour.example',
  '0065001F': '/o=Exchange/cn=jana',
  '00390040': new Date('2024-04-22T08:00:00Z'),
  '1000001F': 'It is closed.\r\n\r\n> Is it?\r\nYes.\0',
};

describe('a message of Outlook', () => {
  it('is its head as it reads, and its text', async () => {
    const { text, found, remarks } = await read({
      properties,
      recipients: [
        { '3001001F': 'Desk', '39FE001F': 'desk@office.example', '0C150003': 1 },
        { '3001001F': 'second@office.example', '3003001F': 'second@office.example', '0C150003': 2 },
        { '3001001F': 'Third', '3003001F': '/o=Exchange/cn=third', '0C150003': 3 },
      ],
    });
    expect(text).toBe(
      [
        'Strait closed – again',
        'From: Jana Nováková <jana@harbour.example>',
        'To: Desk <desk@office.example>',
        'Cc: second@office.example',
        'Bcc: Third',
        'Date: Mon, 22 Apr 2024 08:00:00 GMT',
        'It is closed.',
        '> Is it?',
        'Yes.',
      ].join('\n'),
    );
    expect(found.byline).toEqual({ value: 'Jana Nováková', foundIn: 'mail-header' });
    expect(found.publishedAt).toEqual({ value: '2024-04-22T08:00:00.000Z', foundIn: 'mail-header' });
    expect(remarks).toEqual([]);
  });

  it('says when it was sent as its own head does', async () => {
    const head = 'Received: by a\r\nDate: Mon, 22 Apr\r\n 2024 10:00:00 +0200\r\nSubject: x';
    const { text } = await read({ properties: { ...properties, '007D001F': head } });
    expect(text).toContain('Date: Mon, 22 Apr 2024 10:00:00 +0200\n');
  });

  it.for([
    ['its own code page', { '3FFD0003': 1251 }],
    ['the encoding of its mail', { '3FDE0003': 20866 }],
  ] as const)('is read in %s', async ([, said]) => {
    const { text } = await read({
      properties: { ...said, '0037001E': '\xcf\xf0\xee\xeb\xe8\xe2', '1000001E': '\xe7\xe0\xea\xf0\xfb\xf2' },
    });
    expect(text).toBe('Пролив\nзакрыт');
  });

  it('is its HTML, also where RTF wraps it, with what the RTF says twice said once', async () => {
    const html = new TextEncoder().encode('<p onclick="globalThis.canary=1">Closed <b>again</b>.</p>');
    expect((await read({ properties: { ...properties, '10130102': html, '3FDE0003': 65001 } })).text).toMatch(
      /GMT\nClosed again\.$/,
    );
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}}{\colortbl\red0;}
{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Closed \u8211? caf\'e9 {\*\htmltag84 <b>}\htmlrtf {\b\htmlrtf0 again{\*\htmltag92 </b>}\htmlrtf }\htmlrtf0 {\*\htmltag84 &lt;}\htmlrtf <\htmlrtf0 end\htmlrtf\par}\htmlrtf0
{\*\htmltag72 </p>}{\*\mhtmltag72 <p>twice</p>}}`;
    const { text } = await read({ properties: { '10090102': packedRtf(rtf), '1000001F': 'plain' } });
    expect(text).toBe('Closed – café again<end');
  });

  it('is its RTF where that is all, and its plain text where the RTF wraps that', async () => {
    const rich = String.raw`{\rtf1\ansi Closed {\b again}.\par Until Friday.}`;
    expect((await read({ properties: { '10090102': packedRtf(rich) } })).text).toBe(
      'Closed again.\nUntil Friday.',
    );
    const wrapped = String.raw`{\rtf1\ansi\fromtext \deff0 Closed.\par }`;
    expect((await read({ properties: { '10090102': packedRtf(wrapped), '1000001F': 'Closed.' } })).text).toBe(
      'Closed.',
    );
  });

  it('unpacks what Outlook packs by references', async () => {
    // The example of [MS-OXRTFCP] 4.1.2: its second half repeats its first.
    const packed = Uint8Array.from(
      Buffer.from('1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0', 'hex'),
    );
    const { text } = await read({ properties: { '10090102': packed, '0037001F': 'x' } });
    expect(text).toBe('x\nWXYZWXYZWXYZWXYZWXYZ');
  });

  it('names what is attached, shows its pictures and the messages attached to it', async () => {
    const { text, remarks } = await read({
      properties: { ...properties, '10130102': new TextEncoder().encode('<p>See <img src="cid:a@b"></p>') },
      attachments: [
        { '3707001F': 'list of calls.pdf', '370E001F': 'application/pdf', '37010102': new Uint8Array(9) },
        { '3707001F': 'a.png', '370E001F': 'image/png', '3712001F': 'a@b', '37010102': new Uint8Array(5000) },
        { message: { properties: { '0037001F': 'The first one', '1000001F': 'We close.' } } },
      ],
    });
    expect(text).toContain('See ￼\nThe first one\nWe close.');
    expect(remarks?.[0]).toEqual({ kind: 'attachments', names: ['list of calls.pdf'] });
  });
});

describe('a message that means harm', () => {
  const failureOf = async (bytes: Uint8Array) => {
    const answer = await importer.parse({ format: 'msg', bytes });
    return answer.ok ? 'read' : answer.error;
  };

  it('acts on nothing', async () => {
    const html =
      '<img src=x onerror="globalThis.canary=1"><script>globalThis.canary=1</script><p>Only text.</p>';
    const rtf = `{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag64 ${html}}}`;
    const { body } = await read({ properties: { '10090102': packedRtf(rtf) } });
    expect(JSON.stringify(body)).not.toMatch(/canary|onerror/);
    expect(Reflect.get(globalThis, 'canary')).toBeUndefined();
  });

  it('in messages without end is read to a depth', async () => {
    let message: Message = { properties: { '0037001F': 'last' } };
    for (let depth = 0; depth < 40; depth += 1)
      message = { properties: { '0037001F': `nr ${depth}` }, attachments: [{ message }] };
    const { text, remarks } = await read(message);
    expect(text.split('\n')).toHaveLength(7);
    expect(remarks?.[0]?.kind).toBe('attachments');
  });

  it('is refused where its chains and trees lead round', async () => {
    const bytes = msg({ properties: { ...properties, '1000001F': 'long '.repeat(5000) } });
    const looped = bytes.slice();
    const fatAt = (new DataView(looped.buffer).getUint32(76, true) + 1) * 512;
    // Every sector leads to the first.
    for (let at = 0; at < 128; at += 1) new DataView(looped.buffer).setUint32(fatAt + at * 4, 0, true);
    expect(await failureOf(looped)).toBe('document-damaged');
    const tree = bytes.slice();
    const directoryAt = (new DataView(tree.buffer).getUint32(48, true) + 1) * 512;
    for (let entry = 0; entry < 4; entry += 1)
      for (const pointer of [68, 72, 76])
        new DataView(tree.buffer).setUint32(directoryAt + entry * 128 + pointer, 1, true);
    expect(await failureOf(tree)).not.toBe('importer-crashed');
  });

  it('is refused where each of its messages holds all of them', async () => {
    const bytes = msg({
      properties,
      attachments: Array.from({ length: 30 }, () => ({ message: { properties: { '0037001F': 'x' } } })),
    });
    const view = new DataView(bytes.buffer);
    const directoryAt = (view.getUint32(48, true) + 1) * 512;
    const all = view.getUint32(directoryAt + 76, true);
    const embedded = new Uint8Array(Buffer.from('__substg1.0_3701000D', 'utf16le'));
    for (let at = directoryAt; at + 128 <= bytes.length; at += 128)
      if (embedded.every((byte, index) => bytes[at + index] === byte)) view.setUint32(at + 76, all, true);
    expect(await failureOf(bytes)).toBe('document-unsafe');
  });

  it('is told as damaged where it is cut, is no message, or is noise', async () => {
    const bytes = msg({ properties });
    for (const length of [9, 100, 511, 512, 700])
      expect(await failureOf(bytes.slice(0, length))).toBe('document-damaged');
    expect(await failureOf(makeCompoundFile({ WordDocument: new Uint8Array(5000) }))).toBe(
      'document-damaged',
    );
    const noise = bytes.slice();
    for (let at = 76; at < noise.length; at += 1) noise[at] = (at * 7919) % 251;
    expect(await failureOf(noise)).toBe('document-damaged');
  });
});
