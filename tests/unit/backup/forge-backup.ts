/** Backups as somebody writes them who can write in their folder: lists, parts and contents of their own making. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Sha256, sha256Schema } from '#domain/ids.ts';

const sha256Of = (bytes: string | Uint8Array): Sha256 =>
  sha256Schema.parse(createHash('sha256').update(bytes).digest('hex'));

/** A line of a part, true or not. */
export type ForgedFile = Readonly<Record<string, unknown>>;

export type ForgedBackup = {
  readonly root: string;
  /** The files that the newest backup names. */
  readonly files: readonly ForgedFile[];
  /** The hashes of its parts, that of the root first. */
  readonly parts: readonly unknown[];
  /** What the head of the newest backup says. */
  readonly head: Readonly<Record<string, unknown>>;
  /** Lays a content and answers the line of a file that has it. */
  content(path: string, bytes: string | Uint8Array): Promise<ForgedFile>;
  /** Where the content of that hash lies. */
  pathOf(sha256: unknown): string;
  /** Lays a list that is newer than all others, in parts of such texts; answers its id. */
  lay(parts: readonly string[], head?: Readonly<Record<string, unknown>>): Promise<string>;
};

export const linesOf = (records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

/** Opens the only backups below `disk` for forging. */
export const forgeBackup = async (disk: string): Promise<ForgedBackup> => {
  const [name = ''] = (await readdir(disk)).filter((each) => each.startsWith('precis-backup-'));
  const root = join(disk, name);
  const pathOf = (sha256: unknown): string =>
    join(root, 'objects', String(sha256).slice(0, 2), String(sha256));
  const put = async (bytes: string | Uint8Array): Promise<Sha256> => {
    const sha256 = sha256Of(bytes);
    await mkdir(dirname(pathOf(sha256)), { recursive: true });
    await writeFile(pathOf(sha256), bytes);
    return sha256;
  };
  const [newest = ''] = (await readdir(join(root, 'lists'))).sort().reverse();
  const [head, ...parts] = (await readFile(join(root, 'lists', newest), 'utf8'))
    .trim()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line));
  const texts = await Promise.all(
    parts.flatMap(({ part }) => (part === undefined ? [] : readFile(pathOf(part), 'utf8'))),
  );
  const files = texts
    .join('')
    .trim()
    .split('\n')
    .map((line): ForgedFile => JSON.parse(line));
  let laid = 0;
  return {
    root,
    files,
    parts: parts.flatMap(({ part }) => part ?? []),
    head: head ?? {},
    pathOf,
    async content(path, bytes) {
      const size = Buffer.from(bytes as string).length;
      return { path, sha256: await put(bytes), size, mtimeNs: '1', ctimeNs: '1', inode: '1' };
    },
    async lay(texts, changed = {}) {
      laid += 1;
      const lines = await Promise.all(
        texts.map(async (text) => ({ part: await put(text), files: text.split('\n').length - 1 })),
      );
      const body = linesOf([{ ...head, ...changed }, ...lines]);
      const id = `29${String(laid).padStart(6, '0')}T000000000Z-00000000`;
      await writeFile(join(root, 'lists', `${id}.list`), `${body}${linesOf([{ sha256: sha256Of(body) }])}`);
      return id;
    },
  };
};
