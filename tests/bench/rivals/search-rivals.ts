/**
 * What else finds words among the same passages: each is asked for a first page, and nothing of conditions or kinds.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRival } from './install-rivals.ts';

/** A search as FTS5 is asked for it, and the words of it. */
export type Asked = { readonly query: string; readonly words: readonly string[]; readonly isPrefix: boolean };
export type Rival = {
  readonly name: string;
  /** Answers false where it does not know what is asked. */
  ask(asked: Asked): boolean;
};

type NativeDatabase = {
  exec(sql: string): void;
  prepare(sql: string): {
    all(...values: readonly unknown[]): unknown;
    run(...values: readonly unknown[]): void;
  };
  transaction(act: () => void): () => void;
};

const nativeFts5 = (path: string, passages: readonly string[]): Rival | null => {
  const Native = loadRival('better-sqlite3') as (new (path: string) => NativeDatabase) | null;
  if (Native === null) return null;
  const database = new Native(path);
  database.exec("CREATE VIRTUAL TABLE plain USING fts5(text, prefix='2 3')");
  const insert = database.prepare('INSERT INTO plain VALUES (?)');
  database.transaction(() => {
    for (const passage of passages) insert.run(passage);
  })();
  const select = database.prepare(
    "SELECT rowid, snippet(plain, 0, '[', ']', '…', 30) FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT 20",
  );
  return {
    name: 'native FTS5',
    ask({ query }) {
      select.all(query);
      return true;
    },
  };
};

type MiniSearchLike = {
  addAll(documents: readonly unknown[]): void;
  search(text: string, options: { readonly combineWith: 'AND' | 'OR'; readonly prefix: boolean }): unknown;
};

const miniSearch = (passages: readonly string[]): Rival | null => {
  const loaded = loadRival('minisearch') as
    | (new (options: {
        readonly fields: readonly string[];
      }) => MiniSearchLike)
    | null;
  if (loaded === null) return null;
  const index = new loaded({ fields: ['text'] });
  index.addAll(passages.map((text, id) => ({ id, text })));
  return {
    name: 'MiniSearch',
    ask({ query, words, isPrefix }) {
      if (/"|NEAR|NOT/.test(query)) return false;
      const combineWith = query.includes(' OR ') ? 'OR' : 'AND';
      index.search(words.join(' '), { combineWith, prefix: isPrefix });
      return true;
    },
  };
};

/** As it is called on the PATH. */
const RIPGREP = 'rg';

const ripgrep = (folder: string, passages: readonly string[]): Rival | null => {
  const file = join(folder, 'passages.txt');
  writeFileSync(file, passages.join('\n'));
  if (spawnSync(RIPGREP, ['--version']).status !== 0) {
    console.log(`  ${RIPGREP} is not on the PATH, and is not measured`);
    return null;
  }
  return {
    name: 'ripgrep',
    ask({ query, words, isPrefix }) {
      if (/NEAR|NOT/.test(query) || (words.length > 1 && !/"| OR /.test(query))) return false;
      const pattern = query.includes('"') ? words.join(' ') : words.join('|');
      spawnSync(RIPGREP, ['-i', '-m', '20', isPrefix ? `\\b(${pattern})` : `\\b(${pattern})\\b`, file]);
      return true;
    },
  };
};

/** All that can be had here, with the same passages in each. */
export const openRivals = (folder: string, passages: readonly string[]): readonly Rival[] =>
  [
    nativeFts5(join(folder, 'native.sqlite'), passages),
    miniSearch(passages),
    ripgrep(folder, passages),
  ].filter((rival) => rival !== null);
