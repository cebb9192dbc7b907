import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chosenFiles } from '#electron/import/chosen-files.ts';
import { partsOfFile, readPartOf } from '#electron/import/parts-of-file.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';

let folder: string;
let box: string;
beforeEach(async () => {
  folder = await makeTemporaryFolder();
  box = join(folder, 'port.mbox');
});
afterEach(() => removeFolder(folder));

const FROM = 'From jane@example.org Mon Apr 22 10:00:00 2024\n';
const mailOf = (subject: string, body: string) =>
  `From: Jane Roe <jane@example.org>\nSubject: ${subject}\n\n${body}\n`;
const boxOf = (...mails: readonly string[]) => mails.map((mail) => `${FROM}${mail}\n`).join('');
const MAX = 1024 ** 2 * 20;

const readAll = async (): Promise<readonly string[]> => {
  const paths = (await partsOfFile(box)) ?? [];
  const read = await Promise.all(paths.map((path) => readPartOf(path, MAX)));
  return read.map((each) => (each.ok ? new TextDecoder().decode(each.value.bytes) : each.error));
};

describe('a mailbox of several mails', () => {
  it('is a file a mail, each as it was sent', async () => {
    const mails = [mailOf('First', 'One.'), mailOf('Second', 'Two.\n\n>From here on:\n>>From there')];
    await writeFile(box, boxOf(...mails));
    const files = [`${box}#1`, `${box}#2`];
    expect(await partsOfFile(box)).toEqual(files);
    expect(await readAll()).toEqual([
      `${mails[0]}\n`,
      `${mailOf('Second', 'Two.\n\nFrom here on:\n>From there')}\n`,
    ]);
    expect(await chosenFiles.laidOpen([box])).toEqual({
      holdsMany: true,
      files: [
        { path: `${box}#1`, name: 'port.mbox#1' },
        { path: `${box}#2`, name: 'port.mbox#2' },
      ],
    });
  });

  it('is read with line ends of either kind', async () => {
    await writeFile(box, boxOf(mailOf('A', 'One.'), mailOf('B', 'Two.')).replaceAll('\n', '\r\n'));
    expect(await partsOfFile(box)).toHaveLength(2);
  });

  it('is parted only where headers follow: a sentence may begin with "From"', async () => {
    await writeFile(
      box,
      boxOf(mailOf('A', 'Dear all,\n\nFrom the port we hear\nthat ships wait.'), mailOf('B', '.')),
    );
    expect(await partsOfFile(box)).toHaveLength(2);
  });

  it.each([-40, -12, -5, -1, 0, 1, 5, 30])(
    'is parted where a mail begins %d bytes beside the end of a piece',
    async (beside) => {
      const first = mailOf('A', '');
      const filler = 'x'.repeat(1024 ** 2 + beside - FROM.length - first.length - 1);
      await writeFile(box, boxOf(mailOf('A', filler), mailOf('B', 'Two.'), mailOf('C', 'Three.')));
      const [a, ...others] = await readAll();
      expect(a).toHaveLength(first.length + filler.length + 1);
      expect(others).toEqual([`${mailOf('B', 'Two.')}\n`, `${mailOf('C', 'Three.')}\n`]);
    },
  );

  it('is listed anew after it has grown', async () => {
    await writeFile(box, boxOf(mailOf('A', '.'), mailOf('B', '.')));
    expect(await partsOfFile(box)).toHaveLength(2);
    await appendFile(box, boxOf(mailOf('C', '.')));
    expect(await partsOfFile(box)).toHaveLength(3);
  });

  it('has no mail of another number', async () => {
    await writeFile(box, boxOf(mailOf('A', '.'), mailOf('B', '.')));
    for (const path of [`${box}#3`, `${box}#0`, `${join(folder, 'none.mbox')}#1`, join(folder, 'none.txt')])
      expect(await readPartOf(path, MAX)).toEqual({ ok: false, error: 'file-missing' });
    expect(await readPartOf(`${box}#1`, 5)).toEqual({ ok: false, error: 'file-too-large' });
  });
});

describe('a feed of several items', () => {
  const feedOf = (...items: readonly string[]) =>
    `<?xml version="1.0"?>\n<rss><channel><title>Häfen</title>${items.join('\n')}</channel></rss>`;
  const one = '<item><title>One</title><x>no <![CDATA[</item>]]> <!-- </item> --></x></item>';
  const two = '<item a=">"><title>Zwei ü</title></item>';
  const three = '<item/>';

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ] as const)('in %s is a file an item, each a feed of that item', async (_, encode) => {
    const feed = join(folder, 'news.xml');
    await writeFile(feed, encode(feedOf(one, two, three)));
    expect(await partsOfFile(feed)).toEqual([`${feed}#1`, `${feed}#2`]);
    const read = await readPartOf(`${feed}#2`, MAX);
    expect(read).toEqual({
      ok: true,
      value: { ending: 'xml', bytes: encode(feedOf(two, three)) },
    });
    expect(await readPartOf(`${feed}#3`, MAX)).toEqual({ ok: false, error: 'file-missing' });
  });

  it('of one item, or with a name that is no feed’s, is a file like any other', async () => {
    const feed = join(folder, 'news.xml');
    await writeFile(feed, feedOf(one));
    expect(await partsOfFile(feed)).toBeNull();
    await writeFile(feed, feedOf(one, two).replaceAll('rss', 'list'));
    expect(await partsOfFile(feed)).toBeNull();
  });
});

it.each([
  ['one mail', boxOf(mailOf('A', 'One.'))],
  ['a text that begins so', 'From the port we hear that ships wait.\n\nFrom the harbour: nothing.\n'],
  ['an empty file', ''],
])('%s is a file like any other', async (_, content) => {
  await writeFile(box, content);
  expect(await partsOfFile(box)).toBeNull();
  expect(await chosenFiles.laidOpen([box])).toEqual({
    holdsMany: false,
    files: [{ path: box, name: 'port.mbox' }],
  });
});
