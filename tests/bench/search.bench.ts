// Search of an archive of years: how long its index takes to build and to catch up, how long main is held meanwhile,
// and how long each class of search takes, the first page with rank and marked parts, as main waits for it. Beside it
// the same words asked of others in one table of the passages, without kinds, conditions, folding or a process: of FTS5
// in the same SQLite and in a native one, of MiniSearch and of ripgrep, those of them that can be had.
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { richTextFromPlain } from '#domain/rich-text.ts';
import { type ArchiveIndex, openArchiveIndex } from '#electron/index/open-archive-index.ts';
import { type Database, openDatabase } from '#electron/index/store/open-database.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';
import { openArchive } from '#electron/storage/open-archive.ts';
import { articleWithPassages } from '../support/archives/reader-archive.ts';
import { writeArticles } from '../support/archives/write-articles.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { buildIndexProcess } from '../support/spawn-built-index.ts';
import { createRandom, madeWords, madeWord as wordOf } from '../support/texts/made-words.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { type Asked, openRivals, type Rival } from './rivals/search-rivals.ts';

const ARTICLES = Number(process.env.PRECIS_BENCH_ARTICLES ?? 10_000);
const PASSAGES_EACH = 10;
const PARAGRAPHS = 10;
const WORDS = 60;
const PASSAGE_WORDS = 25;
const ROUNDS = 40;
const CHANGED = 100;

const random = createRandom(11);
const anyWords = (count: number): string => madeWords(random, count);

type Passages = string[];

async function makeArchive(folder: string): Promise<Passages> {
  const quotes: Passages = [];
  const articles = Array.from({ length: ARTICLES }, (_, number) => {
    const texts = Array.from({ length: PARAGRAPHS }, () => anyWords(WORDS));
    let start = 0;
    const ranges = texts.slice(0, PASSAGES_EACH).map((text) => {
      const end = start + text.split(' ').slice(0, PASSAGE_WORDS).join(' ').length;
      const range = { start, end };
      quotes.push(text.slice(0, end - start));
      start += text.length + 1;
      return range;
    });
    return articleWithPassages(`Report ${number}`, paragraphs(...texts), ranges);
  });
  await writeArticles(folder, articles);
  return quotes;
}

const ofRanks = (from: number, to: number): string => wordOf(from + Math.floor(random() * (to - from)));
const pairOf = (quotes: Passages): readonly [string, string] => {
  const words = (quotes[Math.floor(random() * quotes.length)] ?? '').split(' ');
  const at = Math.floor(random() * (words.length - 2));
  return [words[at] ?? '', words[at + 1] ?? ''];
};

/** The classes, each as we and as plain FTS5 are asked. */
const classes = (quotes: Passages): Readonly<Record<string, () => readonly [string, string]>> => {
  const same = (text: string) => [text, text] as const;
  return {
    rare: () => same(ofRanks(5000, 20_000)),
    common: () => same(ofRanks(60, 300)),
    'two words': () => same(`${ofRanks(20, 200)} ${ofRanks(20, 200)}`),
    phrase: () => same(`"${pairOf(quotes).join(' ')}"`),
    near: () => {
      const [a, b] = pairOf(quotes);
      return [`${a} NEAR/5 ${b}`, `NEAR(${a} ${b}, 5)`];
    },
    not: () => {
      const [a, b] = [ofRanks(60, 300), ofRanks(2, 10)];
      return same(`${a} NOT ${b}`);
    },
    'prefix of two': () => same(`${ofRanks(300, 4000).slice(0, 2)}*`),
    'prefix of four': () => same(`${ofRanks(300, 4000).slice(0, 4)}*`),
    'in over a tenth': () => same(ofRanks(2, 12)),
    'OR of such': () => same(`${ofRanks(2, 12)} OR ${ofRanks(2, 12)}`),
  };
};

const timed = async (act: () => unknown): Promise<number> => {
  const began = performance.now();
  await act();
  return performance.now() - began;
};
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const print = (took: readonly number[]): string => {
  if (took.length === 0) return '–'.padStart(16);
  const sorted = took.toSorted((a, b) => a - b);
  return `${at(sorted, 0.5).toFixed(1)} / ${at(sorted, 0.95).toFixed(1)}`.padStart(16);
};

function plainTable(path: string, quotes: Passages): Database {
  const database = openDatabase(path);
  database.exec("CREATE VIRTUAL TABLE plain USING fts5(text, prefix='2 3')");
  database.transact(() => {
    for (const quote of quotes) database.run('INSERT INTO plain VALUES (?)', [quote]);
  });
  return database;
}

const askedOf = (query: string): Asked => ({
  query,
  words: (query.match(/[a-z]+/gu) ?? []).slice(0, query.includes('NOT') ? 1 : undefined),
  isPrefix: query.endsWith('*'),
});

async function measureClasses(
  index: Catalogue,
  plain: Database,
  { quotes, rivals }: { readonly quotes: Passages; readonly rivals: readonly Rival[] },
): Promise<void> {
  const heads = ['search', 'facets', 'plain FTS5', ...rivals.map(({ name }) => name)];
  console.log(`  ${''.padEnd(18)}${heads.map((head) => head.padStart(16)).join('')}   p50 / p95`);
  for (const [name, make] of Object.entries(classes(quotes))) {
    const took: [number[], number[], number[]] = [[], [], []];
    const others = rivals.map((): number[] => []);
    for (let round = 0; round < ROUNDS; round += 1) {
      const [text, query] = make();
      const question = { text, limit: 5, order: 'best', isTyping: false, isWhole: false } as const;
      took[0].push(await timed(() => index['search:archive'](question)));
      took[1].push(await timed(() => index['search:facets']({ text, isTyping: false })));
      const sql =
        "SELECT rowid, snippet(plain, 0, '[', ']', '…', 30) FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT 20";
      took[2].push(await timed(() => plain.all(sql, [query])));
      for (const [at, rival] of rivals.entries()) {
        let isKnown = false;
        const ms = await timed(() => {
          isKnown = rival.ask(askedOf(query));
        });
        if (isKnown) others[at]?.push(ms);
      }
    }
    console.log(`  ${name.padEnd(18)}${[...took, ...others].map(print).join('')}`);
  }
}

function changeSome(folder: string): void {
  const articles = join(folder, 'articles');
  for (const id of readdirSync(articles).slice(0, CHANGED)) {
    const file = join(articles, id, 'annotations.json');
    const said = JSON.parse(readFileSync(file, 'utf8')) as { about: { note: unknown } };
    said.about.note = richTextFromPlain('noted');
    writeFileSync(file, JSON.stringify(said));
  }
}

const folder = await makeTemporaryFolder();
const archive = join(folder, 'archive');
const path = join(folder, 'index/search.sqlite');
// Optimised as in the app.
const { spawn } = await buildIndexProcess({ execArgv: [] });
const quotes = await makeArchive(archive);
const { id } = JSON.parse(readFileSync(join(archive, 'archive.json'), 'utf8')) as { id: string };
const opened = await openArchive({ folder: archive, machine: { nowMs: Date.now, newId: randomUUID } });
if (!opened.ok) throw new Error(opened.error.code);
const { value: reader } = opened;
const open = (): ArchiveIndex =>
  openArchiveIndex(reader, {
    machine: { nowMs: Date.now },
    spawn: () => spawn(archive, id, path),
    report: console.error,
  });
const whole = { text: 'noted', limit: 5, order: 'best', isTyping: false, isWhole: true } as const;
try {
  console.log(`search of ${ARTICLES} articles and ${quotes.length} passages, in ms`);
  const held = monitorEventLoopDelay({ resolution: 5 });
  held.enable();
  const first = open();
  console.log(
    `  built in ${(await timed(() => first.catalogue['search:archive'](whole))).toFixed(0)}, main held ${(held.max / 1e6).toFixed(0)} at most`,
  );
  held.disable();
  const plain = plainTable(join(folder, 'plain.sqlite'), quotes);
  await measureClasses(first.catalogue, plain, { quotes, rivals: openRivals(folder, quotes) });
  plain.close();
  await first.close();
  const { catalogue: again, close } = open();
  console.log(
    `  first answer of a new start ${(await timed(() => again['search:archive']({ ...whole, isWhole: false }))).toFixed(0)}`,
  );
  console.log(`  looked through again ${(await timed(() => again['search:archive'](whole))).toFixed(0)}`);
  changeSome(archive);
  console.log(
    `  caught up with ${CHANGED} changed files ${(await timed(() => again['search:archive'](whole))).toFixed(0)}`,
  );
  await close();
  await reader.close();
} finally {
  await removeFolder(folder);
}
process.exit();
