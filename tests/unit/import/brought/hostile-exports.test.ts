// Exports of every tool whose fields all hold hostile words: what comes in of them, and what is written of it again.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outIds } from '#domain/exchange/outs.ts';
import type { Tool } from '#domain/exchange/tools.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import { printCsv } from '#domain/text/print-csv.ts';
import { type BringingIn, importText, openBringingIn } from '../../../support/exchange/bring-in.ts';
import { expectInertCsv, expectInertMarkdown, parseXml } from '../../../support/exchange/held-inert.ts';
import { hostileCount, hostileWords, mapStrings } from '../../../support/exchange/hostile-words.ts';
import { createRandom } from '../../../support/texts/made-words.ts';
import { succeed } from '../../../support/workbench/results.ts';

const SEED = 2408;
const ROUNDS = 3;
const ADDRESS = 'https://a.example/lock';

/** The next hostile words. */
type Words = () => string;
type Files = Readonly<Record<string, string | Uint8Array>>;

const inXml = (words: Words): string =>
  escapeHtml(words().replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' '));
const page = (w: Words): string =>
  `<html><head><title>${w()}</title><base href="${w()}"><meta name="author" content="${w()}"></head><body><article><h1>${w()}</h1>
<p>Forty ships were turned back at the lock of Vessen on Monday. <a href="${w()}">${w()}</a> <a href='${w()}'>x</a>
<a href="javascript:alert(1)">y</a><a href="vbscript:x">y</a><a href=" &#106;avascript:alert(1)">z</a><img src="${w()}" onerror=x alt="${w()}"></p>
<p>The checks would last for nine days, an official said: ${w()}</p><blockquote>${w()}</blockquote><table><tr><td>${w()}</td></tr></table></article></body></html>`;

const exports: Readonly<Record<Tool, (w: Words, at: number) => Files>> = {
  readwise: (w, at) => ({
    [`r${at}.csv`]: printCsv([
      'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags'.split(
        ',',
      ),
      [`A ${w()} b`, w(), w(), w(), w(), w(), `${w()}, x`, w(), w(), w(), w()],
    ]),
  }),
  kindle: (w, at) => ({
    [`k${at}.txt`]: [
      `${w().replace(/[\r\n]+/gu, ' ')} (${w().replace(/[\r\n]+/gu, ' ')})`,
      `- Your Highlight on page ${w().replace(/[\r\n]+/gu, ' ')} | Added on Monday, 4 March 2024 10:15:00`,
      '',
      `A ${w()} b`,
      '==========',
      '',
    ].join('\r\n'),
  }),
  hypothesis: (w, at) => ({
    [`h${at}.json`]: JSON.stringify({
      rows: [
        {
          id: `a${at}`,
          uri: `${ADDRESS}/${at}`,
          user: w(),
          text: w(),
          tags: [w(), w()],
          document: { title: [w()] },
          target: [
            { selector: [{ type: 'TextQuoteSelector', exact: `A ${w()} b`, prefix: w(), suffix: w() }] },
          ],
        },
        {
          id: `b${at}`,
          uri: w(),
          user: w(),
          text: w(),
          tags: [w()],
          target: [{ selector: [{ type: 'TextQuoteSelector', exact: w() }] }],
        },
      ],
    }),
  }),
  obsidian: (w, at) => ({
    [`o${at}.md`]: `---\ntitle: ${JSON.stringify(w())}\nauthor: ${JSON.stringify(w())}\ntags: [${JSON.stringify(w())}]\nsource: ${JSON.stringify(w())}\n---\n# ${w()}\n\nForty ==ships were== turned. ${w()}\n\n[${w()}](${w()}) ![${w()}](${w()})\n\n[a](javascript:alert(1)) <javascript:alert(1)>\n\n==A ${w()}==\n`,
  }),
  zotero: (w, at) => ({
    [`z${at}.json`]: JSON.stringify({
      items: [
        {
          itemType: 'report',
          itemID: 7,
          title: w(),
          url: at === 0 ? w() : `${ADDRESS}/z${at}`,
          DOI: w(),
          language: w(),
          publisher: w(),
          date: w(),
          creators: [{ creatorType: 'author', firstName: w(), lastName: w() }],
          tags: [{ tag: w() }],
          notes: [{ note: `<p>${w()}</p><script>alert(1)</script>` }],
          attachments: [
            {
              path: 'lock.html',
              annotations: [
                {
                  annotationType: 'highlight',
                  annotationText: 'Forty ships were',
                  annotationComment: w(),
                  annotationPageLabel: w(),
                  tags: [{ tag: w() }],
                },
              ],
            },
          ],
        },
      ],
      collections: { A: { name: w(), items: [7], parent: 'B' } },
    }),
  }),
  omnivore: (w, at) => ({
    [`m${at}.zip`]: zipSync({
      'metadata_0_to_20.json': strToU8(
        JSON.stringify([
          {
            slug: 'lock',
            title: w(),
            author: w(),
            description: w(),
            url: `${ADDRESS}/m${at}`,
            thumbnail: w(),
            state: 'Archived',
            labels: [w(), w()],
          },
        ]),
      ),
      'content/lock.html': strToU8(page(w)),
      'highlights/lock.md': strToU8(`${w()}\n\n> Forty ships were turned back \n\n#count\n\n${w()}\n`),
    }),
  }),
  wallabag: (w, at) => ({
    [`w${at}.json`]: JSON.stringify([
      {
        url: `${ADDRESS}/w${at}`,
        title: w(),
        content: page(w),
        is_archived: 1,
        language: w(),
        published_at: w(),
        published_by: [w()],
        tags: [w()],
        annotations: [{ quote: 'Forty ships', text: w(), ranges: [] }],
      },
    ]),
  }),
  pocket: (w, at) => ({
    [`p${at}.csv`]: printCsv([
      ['title', 'url', 'time_added', 'tags', 'status'],
      [w(), ADDRESS, '1700000000', `${w()}|${w()}`, w()],
      [w(), w(), w(), w(), w()],
    ]),
  }),
  instapaper: (w, at) => ({
    [`i${at}.csv`]: printCsv([
      ['URL', 'Title', 'Selection', 'Folder', 'Timestamp', 'Tags'],
      [`${ADDRESS}/i${at}`, w(), `A ${w()} b`, w(), '1700000000', JSON.stringify([w()])],
      [w(), w(), w(), w(), w(), w()],
    ]),
  }),
  refi: (w, at) => {
    const guid = (n: number): string => `00000000-0000-4000-8000-00000000${at}00${n}`;
    const xml = `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="${inXml(w)}"><CodeBook><Codes><Code guid="${guid(1)}" name="${inXml(w)}" isCodable="true"><Description>${inXml(w)}</Description></Code></Codes></CodeBook><Sources><TextSource guid="${guid(2)}" name="${inXml(w)}" plainTextPath="internal://t.txt"><Description>${inXml(w)}</Description><PlainTextSelection guid="${guid(3)}" startPosition="0" endPosition="11" name="${inXml(w)}"><Description>${inXml(w)}</Description><Coding guid="${guid(4)}"><CodeRef targetGUID="${guid(1)}"/></Coding></PlainTextSelection></TextSource></Sources></Project>`;
    return {
      [`q${at}.qdpx`]: zipSync({
        'project.qde': strToU8(xml),
        'sources/t.txt': strToU8(`Forty ships ${w()} were ${at}`),
      }),
    };
  },
  codebook: (w, at) => ({
    [`c${at}.csv`]: printCsv([
      ['tag', 'useWhen', 'notWhen', 'example', 'aliases', 'group'],
      [w(), w(), w(), w(), w(), w()],
      [w(), w(), w(), w(), w(), w()],
    ]),
  }),
  sources: (w, at) => ({
    [`s${at}.csv`]: printCsv([
      ['source', 'kind', 'aliases', 'reliability', 'access', 'possibleBias'],
      [w(), 'person', w(), 'B', w(), w()],
      [w(), w(), w(), w(), w(), w()],
    ]),
  }),
  calendar: (w, at) => ({
    [`t${at}.ics`]: `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTODO\r\nUID:u${at}\r\nSUMMARY:${w()}\r\nDESCRIPTION:${w()}\r\nORGANIZER;CN="${w().replaceAll('"', '')}":mailto:a@b.example\r\nSTATUS:NEEDS-ACTION\r\nURL:${w().replace(/[\r\n]+/gu, ' ')}\r\nEND:VTODO\r\nEND:VCALENDAR\r\n`,
  }),
  bibliography: (w, at) => ({
    [`b${at}.json`]: JSON.stringify([
      {
        type: 'report',
        title: w(),
        author: [{ literal: w() }],
        publisher: w(),
        URL: at === 0 ? ADDRESS : w(),
        DOI: w(),
        language: w(),
        keyword: w(),
      },
    ]),
    [`b${at}.ris`]: `TY  - JOUR\r\nTI  - ${w()}\r\nAU  - ${w()}\r\nUR  - ${ADDRESS}\r\nKW  - ${w()}\r\nER  - \r\n`,
    [`b${at}.bib`]: `@article{a, title={${w()}}, author={${w()}}, url={${ADDRESS}}, keywords={${w()}}}`,
  }),
};

let scene: BringingIn;
beforeEach(async () => {
  scene = await openBringingIn();
  await importText(scene, 'Forty ships were turned back.', { url: ADDRESS, title: null });
});
afterEach(() => scene.close());

/** No link of a body leads elsewhere than to the web or a mailbox, and no picture is asked for elsewhere. */
const expectInertBody = (body: unknown): void => {
  mapStrings(body, (text, path) => {
    // A picture whose address is none keeps its place.
    if (/\/(?:href|src)$/u.test(path) && text !== '') expect(text).toMatch(/^(?:https?:\/\/|mailto:)/iu);
    return text;
  });
};

const expectInertFiles = (folder: string): void => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((each) => each.endsWith('.md'))) {
    const [, yaml = '', body = ''] =
      /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
    expect(yaml).not.toContain('<');
    expectInertMarkdown(body);
  }
  for (const file of files.filter((each) => each.endsWith('.csv')))
    expectInertCsv(readFileSync(join(folder, file), 'utf8'));
  for (const file of files.filter((each) => each.endsWith('.qdc')))
    parseXml(readFileSync(join(folder, file), 'utf8'));
  for (const file of files.filter((each) => each.endsWith('.qdpx')))
    parseXml(strFromU8(unzipSync(readFileSync(join(folder, file)))['project.qde'] ?? new Uint8Array()));
};

/** Brings in several exports of a tool, each with other words; answers how many of them were taken. */
const bringIn = async (tool: Tool, words: Words): Promise<number> => {
  let taken = 0;
  for (let at = 0; at < ROUNDS; at += 1) {
    for (const [name, content] of Object.entries(exports[tool](words, at))) {
      const read = await scene.preview(tool, { [name]: content }, { 'lock.html': page(words) });
      if (!read.ok) continue;
      const { draftId } = read.value;
      succeed(await scene.handlers['import:take-brought']({ draftId, label: 'context' }));
      taken += 1;
    }
  }
  return taken;
};

describe(`exports of other tools that are hostile in each field (seed ${SEED})`, () => {
  it.each(Object.keys(exports) as Tool[])('of %s bring words in, and nothing else', async (tool) => {
    const random = createRandom(SEED);
    const draw = (to: number): number => Math.floor(random() * to);
    const words: Words = () => hostileWords(draw(hostileCount), `zq${draw(1e9).toString(36)}q`);
    expect(await bringIn(tool, words)).toBeGreaterThan(0);
    for (const { article, body } of await scene.articles()) {
      expectInertBody(body);
      if (article.bibliography.url !== null) expect(article.bibliography.url).toMatch(/^https?:\/\//u);
    }
    for (const out of outIds) {
      const folder = join(scene.folder, `out-${out}`);
      succeed(await scene.exportTo(out, folder, true));
      expectInertFiles(folder);
    }
  });
});
