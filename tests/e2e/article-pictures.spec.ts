import { readFileSync } from 'node:fs';
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { Document, ImageRun, Packer, Paragraph } from 'docx';
import { annotationsFileSchema } from '#domain/archive/files.ts';
import { bodySchema, type PictureNode } from '#domain/article/body/body.ts';
import { keptPictures } from '#domain/article/pictures/pictures-in-text.ts';
import { regionOf } from '#domain/passage/passage.ts';
import { pixelsOf } from '#domain/passage/region/region-selector.ts';
import { beginMemo, memoSection, writeIn } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { articleText, openArticle } from '../support/app/reader-page.ts';
import { runCli } from '../support/app/run-cli.ts';
import { chartSvg } from '../support/pictures/chart-svg.ts';
import { makePng } from '../support/pictures/make-png.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';
import { runByPalette } from '../support/window/run-by-palette.ts';

// Pictures that stand in imported files, read by the built app in its own sandboxed page and shown in its window.

const fixtures = join(import.meta.dirname, '../fixtures/import');

type Imported = { readonly id: string; readonly status: string; readonly remarks: readonly unknown[] };

const dataOf = (type: string, bytes: Uint8Array | string): string =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;

const words = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) => `Tankers ${at} waited off the strait while insurers asked for more.`,
  ).join(' ');

/** A PNG that says it is as large as no memory is, and holds next to nothing. */
const absurdPng = (): Uint8Array => {
  const bytes = Buffer.from(makePng(8, 8));
  bytes.writeUInt32BE(60_000, 16);
  bytes.writeUInt32BE(60_000, 20);
  return bytes;
};

const nestedUses = (): string => {
  const levels = Array.from(
    { length: 12 },
    (_, at) => `<g id="l${at + 1}">${`<use href="#l${at}"/>`.repeat(10)}</g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><defs><rect id="l0" width="9" height="9"/>${levels.join('')}</defs><use href="#l12"/></svg>`;
};

/** A drawing that would tell `address` of itself by every way that an SVG has. */
const tellingSvg = (address: string): string =>
  `<?xml version="1.0"?><?xml-stylesheet href="${address}/sheet"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="400" height="300" onload="fetch('${address}/onload')"><script>fetch('${address}/script')</script><style>@import url(${address}/import); rect { fill: url(${address}/fill) }</style><image href="${address}/image" width="9" height="9"/><foreignObject width="99" height="99"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${address}/frame"/></foreignObject><use xlink:href="${address}/use#a"/><rect width="400" height="300" fill="#1b5a63"/></svg>`;

/** The same within a page: what of it is HTML would act by itself. */
const inlineSvg = (address: string): string =>
  `<svg width="400" height="300" aria-label="inline" onload="fetch('${address}/in-onload')"><script>fetch('${address}/in-script')</script><style>@import url(${address}/in-import)</style><image href="${address}/in-image" width="9" height="9"/><foreignObject width="99" height="99"><iframe src="${address}/in-frame"></iframe><img src="${address}/in-img" onerror="fetch('${address}/in-error')"></foreignObject><use href="${address}/in-use#a"/><text x="20" y="40">Calls</text><rect x="50" y="80" width="300" height="200" fill="#1b5a63"/></svg>`;

const pictured = join(import.meta.dirname, '../fixtures/pictures');
const fixture = (name: string): Uint8Array => readFileSync(join(pictured, name));

const page = (
  address: string,
): string => `<html><head><title>Insurance of tankers</title></head><body><article><h1>Insurance of tankers</h1>
<p>${words(12)}</p>
<figure><img src="${dataOf('image/svg+xml', chartSvg)}" alt="Premiums by month"><figcaption>Premiums rose fourfold by May. Source: Lloyd’s List</figcaption></figure>
<p>${words(9)}</p>
<figure><img src="${dataOf('image/png', makePng(1600, 900))}" alt="Satellite image of the anchorage"><figcaption>The anchorage on 12 May.</figcaption></figure>
<p>${words(8)}</p>
<p><img src="https://cdn.news.example/photos/port.jpg" alt="The port of Fujairah"></p>
<p>${words(8)}</p>
<p><img src="${dataOf('image/png', absurdPng())}" alt="absurd"></p>
<p><img src="${dataOf('image/png', makePng(90, 90).subarray(0, 400))}" alt="half"></p>
<p><img src="${dataOf('image/svg+xml', nestedUses())}" alt="uses of uses"></p>
<p><img src="${dataOf('image/svg+xml', tellingSvg(address))}" alt="telling"></p>
<p><img src="${address}/remote.png" alt="remote"></p>
<figure>${inlineSvg(address)}<figcaption>Drawn in the page itself.</figcaption></figure>
<p><img src="${dataOf('image/tiff', fixture('lzw.tif'))}" alt="TIFF"> <img src="${dataOf('image/tiff', fixture('fax.tif'))}" alt="fax"> <img src="${dataOf('image/bmp', fixture('palette.bmp'))}" alt="BMP"></p>
<p><img src="${dataOf('image/tiff', fixture('endless.tif'))}" alt="TIFF without end"></p>
<p>${words(8)}</p></article></body></html>`;

const wordFile = async (): Promise<Uint8Array> =>
  new Uint8Array(
    await Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              new Paragraph('A word document with a picture in it, and words around it.'),
              new Paragraph({
                children: [
                  new ImageRun({
                    type: 'png',
                    data: Buffer.from(makePng(120, 80)),
                    transformation: { width: 120, height: 80 },
                    altText: { name: 'p', title: 'p', description: 'A map of the strait' },
                  }),
                ],
              }),
              new Paragraph({ style: 'Caption', text: 'Figure 1. The strait.' }),
            ],
          },
        ],
      }),
    ),
  );

const related = (type: string, html: string, bytes: Uint8Array): string =>
  [
    ...(type === 'eml'
      ? ['From: a@b.example', 'Subject: With a picture']
      : ['From: <Saved by Blink>', 'Snapshot-Content-Location: https://news.example/a']),
    'MIME-Version: 1.0',
    `Content-Type: multipart/related; type="text/html"; boundary="XX"`,
    '',
    '--XX',
    'Content-Type: text/html; charset=utf-8',
    'Content-Location: https://news.example/a',
    '',
    html,
    '--XX',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    'Content-ID: <pic@precis>',
    'Content-Location: https://news.example/img/a.png',
    'Content-Disposition: inline',
    '',
    Buffer.from(bytes).toString('base64'),
    '--XX--',
    '',
  ].join('\r\n');

const picturesOf = async (folder: string, id: string): Promise<readonly PictureNode['attrs'][]> => {
  const { body } = JSON.parse(await readFile(join(folder, 'archive/articles', id, 'body.json'), 'utf8'));
  return keptPictures(bodySchema.parse(body));
};

/** Label, description and edges of the regions of an article. */
const regionsOf = async (folder: string, id: string): Promise<readonly unknown[]> => {
  const file = join(folder, 'archive/articles', id, 'annotations.json');
  const { passages } = annotationsFileSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  return passages.map((passage) => {
    const region = regionOf(passage);
    return [passage.label, passage.description, region === null ? null : pixelsOf(region)];
  });
};

const listen = async (asked: string[]) => {
  const listener = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  return { listener, address: `http://127.0.0.1:${(listener.address() as AddressInfo).port}` };
};

const dialogOf = (window: Page) => window.getByRole('dialog');

test('pictures of a text are kept as pixels and shown where they stand', async ({ launch, folder }) => {
  const asked: string[] = [];
  const { listener, address } = await listen(asked);
  const files: readonly (readonly [string, Uint8Array | string])[] = [
    ['tankers.html', page(address)],
    ['word.docx', await wordFile()],
    [
      'mail.eml',
      related('eml', '<p>A mail with a picture <img src="cid:pic@precis" alt="in it"></p>', makePng(60, 50)),
    ],
    [
      'rich.rtf',
      `{\\rtf1\\ansi Rich {\\*\\shppict{\\pict{\\*\\blipuid 0a}\\pngblip ${Buffer.from(makePng(80, 50)).toString('hex')}}}{\\nonshppict{\\pict\\wmetafile8 0a0b}} words. {\\pict\\dibitmap0 ${Buffer.from(fixture('palette.bmp').subarray(14)).toString('hex')}}\\par}`,
    ],
    [
      'saved.mhtml',
      related(
        'mhtml',
        `<article><h1>Saved</h1><p>${words(9)}</p><img src="https://news.example/img/a.png" alt="saved"></article>`,
        makePng(70, 50),
      ),
    ],
  ];
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
  const saved = ['strait.webarchive', 'harbour-page.warc'];
  for (const name of saved) await copyFile(join(fixtures, name), join(folder, name));
  const answer = await runCli(
    ['import', ...files.map(([name]) => name), ...saved, '--archive', 'archive', '--json'],
    {
      cwd: folder,
      timeoutMs: 120_000,
    },
  );
  const imported = answer.json() as readonly Imported[];
  const [html, word, mail, rich, mhtml, safari, warc] = imported;

  await test.step('each as a file by its hash; what can’t be drawn is told', async () => {
    const kept = await picturesOf(folder, html?.id ?? '');
    expect(kept.map(({ alt }) => alt)).toEqual([
      'Premiums by month',
      'Satellite image of the anchorage',
      'telling',
      'inline',
      'TIFF',
      'fax',
      'BMP',
    ]);
    expect(kept.slice(-3)).toMatchObject(Array(3).fill({ width: 320, height: 200 }));
    expect(html?.remarks).toContainEqual({ kind: 'pictures-undrawn', count: 4 });
    const names = await readdir(join(folder, 'archive/articles', html?.id ?? '', 'media'));
    expect(names.sort()).toEqual(
      [...new Set(kept.map(({ sha256, format }) => `${sha256}.${format}`))].sort(),
    );
    expect(await picturesOf(folder, word?.id ?? '')).toMatchObject([
      { alt: 'A map of the strait', width: 120 },
    ]);
    expect(await picturesOf(folder, mail?.id ?? '')).toMatchObject([{ alt: 'in it', width: 60 }]);
    expect(await picturesOf(folder, rich?.id ?? '')).toMatchObject([{ width: 80 }, { width: 320 }]);
    expect(await picturesOf(folder, mhtml?.id ?? '')).toMatchObject([{ alt: 'saved', width: 70 }]);
    for (const each of [safari, warc])
      expect(await picturesOf(folder, each?.id ?? '')).toMatchObject([
        { alt: 'Calls', width: 320, height: 200 },
      ]);
    const check = await runCli(['check', '--archive', 'archive', '--json'], { cwd: folder });
    expect(check.json()).toMatchObject({ findings: [] });
    expect(asked).toEqual([]);
  });

  const { window } = await launch();
  await expect(window.getByRole('button', { name: 'New memo' })).toBeVisible();
  await openArticle(window, 'Insurance of tankers');
  const chart = articleText(window).getByRole('button', { name: 'Picture: Premiums by month. Enlarge' });

  await test.step('in the column, with the words of a remote one in its place', async () => {
    await expect(chart.locator('img')).toHaveJSProperty('complete', true);
    await expect(chart.locator('img')).not.toHaveJSProperty('naturalWidth', 0);
    await expect(articleText(window).getByText('cdn.news.example')).toBeVisible();
  });

  await test.step('enlarged by Enter, and back in the text by Esc', async () => {
    await chart.focus();
    await window.keyboard.press('Enter');
    await expect(dialogOf(window).getByRole('img', { name: 'Premiums by month' })).toBeVisible();
    await expect(dialogOf(window)).toContainText('Premiums rose fourfold by May.');
    await window.keyboard.press('Escape');
    await expect(dialogOf(window)).toHaveCount(0);
    await expect(articleText(window)).toBeFocused();
  });
  await test.step('a part of it is made a passage by keys, another with the pointer, off its edge', async () => {
    await runByPalette(window, 'Enlarge picture');
    const stage = dialogOf(window).getByRole('group', { name: /^Picture: Premiums by month/ });
    await expect(stage).toBeFocused();
    await window.keyboard.press('Enter');
    await window.keyboard.press('Control+ArrowLeft');
    await window.keyboard.press('Control+Shift+ArrowDown');
    await window.keyboard.press('Enter');
    await expect(dialogOf(window).getByRole('textbox', { name: 'Description' })).toBeFocused();
    await window.keyboard.type('The rise of March');
    await window.keyboard.press('Enter');
    await expect(stage).toBeFocused();
    await window.keyboard.press('3');
    const box = await stage.boundingBox();
    if (box === null) throw new Error('the picture is not shown');
    await window.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.5);
    await window.mouse.down();
    await window.mouse.move(box.x + box.width + 30, box.y + box.height + 30, { steps: 4 });
    await window.mouse.up();
    await dialogOf(window)
      .getByRole('button', { name: /^Claim/ })
      .click();
    await window.keyboard.type('May');
    await window.keyboard.press('Enter');
    await window.keyboard.press('Escape');
    await expect(dialogOf(window)).toHaveCount(0);
    await expect
      .poll(() => regionsOf(folder, html?.id ?? ''))
      .toEqual([
        ['view', 'The rise of March', { x: 299, y: 150, w: 600, h: 301 }],
        ['claim', 'May', { x: 900, y: 300, w: 300, h: 300 }],
      ]);
  });

  await test.step('drawn on the picture, deleted and taken back there, and found in Passages', async () => {
    const regions = chart.locator('[data-passage]');
    await expect(regions).toHaveCount(2);
    await expect(articleText(window)).toBeFocused();
    await window.keyboard.press('Delete');
    await expect(regions).toHaveCount(1);
    await window.keyboard.press('Control+z');
    await expect(regions).toHaveCount(2);
    await screenshotThemes(window, 'regions');
    await window.getByRole('button', { name: /^Passages/ }).click();
    await expect(window.getByRole('row', { name: /The rise of March/ }).locator('canvas')).toBeVisible();
    await screenshotThemes(window, 'regions-in-passages');
  });

  await test.step('cited in a memo as a figure of its pixels', async () => {
    await beginMemo(window, 'Premiums');
    await writeIn(window, 'Background');
    const cited = window.getByRole('row', { name: /The rise of March/ });
    await cited.getByRole('button', { name: 'Figure' }).click();
    const figure = memoSection(window, 'Background').locator('figure');
    await expect(figure.getByRole('img', { name: 'The rise of March' })).toHaveJSProperty(
      'naturalWidth',
      600,
    );
    await expect(figure).toContainText('Region of a picture in Insurance of tankers ¶2');
    await expect(cited).toContainText('used here');
    await window.getByRole('tab', { name: 'Preview' }).click();
    await expect(window.locator('canvas').first()).toBeVisible();
    await screenshotThemes(window, 'region-in-memo');
  });
  expect(asked).toEqual([]);
  listener.close();
});
