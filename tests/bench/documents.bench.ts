// Documents: how many pages and megabytes a second come in through the command line of the built app, and how near the
// text of a report in PDF is to the text that is known to stand in it.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { bodySchema } from '#domain/article/body/body.ts';
import { textBlockSpans, textBlockText } from '#domain/article/body/canonical-text.ts';
import { pagedRanges } from '#domain/article/pages.ts';
import { runCli } from '../support/app/run-cli.ts';
import { holdAgainst } from '../support/documents/hold-against.ts';
import { scanPages } from '../support/documents/scan-pages.ts';
import { type ReportLook, typesetReport } from '../support/documents/typeset-report.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { meets } from './figures.ts';

const SECTIONS = 120;
/** A second, on two cores: a thousand pages a minute. */
const PAGES_A_SECOND = 1000 / 60;
/** Starting the app and opening its page, which is no part of reading. */
const WARM = 'warm.txt';

type Imported = { readonly id: string; readonly status: string };

const folder = await makeTemporaryFolder();

/** Imports `name` into a new archive, and answers the milliseconds that it takes longer than a text of one line. */
const importTimed = async (
  name: string,
  options: readonly string[] = [],
): Promise<{ readonly ms: number; readonly archive: string; readonly id: string }> => {
  const archive = join(folder, `archive-${name}`);
  const run = async (files: readonly string[]) => {
    const startMs = performance.now();
    const answer = await runCli(['import', ...files, '--archive', archive, '--json'], {
      cwd: folder,
      timeoutMs: 300_000,
    });
    return { ms: performance.now() - startMs, imported: answer.json() as readonly Imported[] };
  };
  // The first makes the archive.
  await run([WARM]);
  const warm = await run([WARM]);
  const read = await run([name, ...options]);
  return { ms: Math.max(1, read.ms - warm.ms), archive, id: read.imported[0]?.id ?? '' };
};

const bodyOf = async (archive: string, id: string) =>
  bodySchema.parse(JSON.parse(await readFile(join(archive, 'articles', id, 'body.json'), 'utf8')).body);

const looks: Readonly<Record<string, ReportLook>> = {
  'one column': { columns: 1, sections: SECTIONS, hyphenates: false },
  'two columns, hyphenated': { columns: 2, sections: SECTIONS, hyphenates: true },
};

let isMet = true;
await writeFile(join(folder, WARM), 'A text to begin with.');
for (const [what, look] of Object.entries(looks)) {
  const report = typesetReport(look);
  const name = `${look.columns}.pdf`;
  await writeFile(join(folder, name), report.pdf);
  const { ms, archive, id } = await importTimed(name);
  const body = await bodyOf(archive, id);
  const pages = Math.max(0, ...pagedRanges(textBlockSpans(body)).map(({ index }) => index));
  const { exact, recall, precision, order } = holdAgainst(report, body);
  const share = (value: number): string => `${(100 * value).toFixed(2)} %`;
  console.log(
    `PDF, ${what}: ${pages} pages, ${((1000 * pages) / ms).toFixed(0)} pages/s, ${(report.pdf.length / 1e3 / ms).toFixed(2)} MB/s`,
  );
  console.log(
    `  blocks to the character ${share(exact)}, recall ${share(recall)}, precision ${share(precision)}, order ${share(order)}`,
  );
  isMet = meets('a page', ms / pages, 1000 / PAGES_A_SECOND, 'ms') && isMet;
  isMet = meets('what does not come out to the character', 100 * (1 - exact), 4, '%') && isMet;
}
/** So many sections of a report are printed and scanned. */
const SCANNED_SECTIONS = 3;
const wordsOf = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== '');

/** The share of `known` that stands among `found`, each word as often as it comes. */
const shareOfWords = (known: readonly string[], found: readonly string[]): number => {
  const counts = new Map<string, number>();
  for (const word of found) counts.set(word, (counts.get(word) ?? 0) + 1);
  const right = known.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left > 0;
  });
  return right.length / known.length;
};

for (const dpi of [150, 300]) {
  const report = typesetReport({ columns: 1, sections: SCANNED_SECTIONS, hyphenates: false });
  const name = `scan-${dpi}.pdf`;
  await writeFile(join(folder, name), scanPages(report.pdf, dpi));
  const { ms, archive, id } = await importTimed(name, ['--ocr']);
  const body = await bodyOf(archive, id);
  const spans = textBlockSpans(body);
  const pages = Math.max(0, ...pagedRanges(spans).map(({ index }) => index));
  const known = report.blocks.flatMap((block) =>
    wordsOf(block.role === 'table' ? block.rows.flat().join(' ') : block.text),
  );
  const right = shareOfWords(known, wordsOf(spans.map(({ block }) => textBlockText(block)).join(' ')));
  console.log(
    `Scan of ${dpi} dpi: ${pages} pages, ${((60_000 * pages) / ms).toFixed(1)} pages a minute, ${(100 * right).toFixed(1)} % of words right`,
  );
  isMet = meets('words of a scan that are wrong', 100 * (1 - right), 3, '%') && isMet;
}
const paragraphs = typesetReport({ columns: 1, sections: SECTIONS, hyphenates: false }).blocks.flatMap(
  (block) => (block.role === 'table' ? [] : [new Paragraph(block.text)]),
);
const word = await Packer.toBuffer(new Document({ sections: [{ children: paragraphs }] }));
await writeFile(join(folder, 'report.docx'), word);
const { ms } = await importTimed('report.docx');
console.log(
  `Word: ${paragraphs.length} paragraphs, ${(paragraphs.length / (ms / 1000)).toFixed(0)} a second, ${(word.length / 1e3 / ms).toFixed(2)} MB/s`,
);
await removeFolder(folder);
if (!isMet) process.exitCode = 1;
