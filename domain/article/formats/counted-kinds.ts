import { type ArticleFormat, formatOfEnding, openEndings } from './article-formats.ts';
import { type UnsupportedKind, unsupportedOfEnding } from './unsupported-formats.ts';

/**
 * The kind of a file by its name: a readable format, an unreadable one, or `unknown`, in which case the bytes
 * decide.
 */
export type NamedKind =
  | { readonly kind: 'read'; readonly format: ArticleFormat }
  | { readonly kind: 'unsupported'; readonly unsupported: UnsupportedKind }
  | { readonly kind: 'unknown' };

/** How many files are of a kind. */
export type CountedKind = NamedKind & { readonly count: number };

/** The ending of a name, and whether it names a part of that file: "feed.xml#2". */
const ENDING = /\.([^./\\#]+)(#\d{1,7})?$/u;

/** The kind indicated by a file name or path. Of files with generic extensions only feeds have parts. */
const kindOfName = (name: string): NamedKind => {
  const [, written = '', part] = ENDING.exec(name) ?? [];
  const ending = written.toLowerCase();
  const isOpen = openEndings.includes(ending);
  const format = isOpen && part !== undefined ? 'feed' : formatOfEnding(ending);
  if (format !== null) return { kind: 'read', format };
  const kind = isOpen ? undefined : unsupportedOfEnding(ending);
  // The JSON of a transcript is read, other JSON is not.
  return kind === undefined || kind === 'structured-data'
    ? { kind: 'unknown' }
    : { kind: 'unsupported', unsupported: kind };
};

const rank = ({ kind }: NamedKind): number => ['read', 'unknown', 'unsupported'].indexOf(kind);

/** The kinds of files by their names: those that are read, then the rest, of each the most frequent first. */
export const countKinds = (names: readonly string[]): readonly CountedKind[] => {
  const counted = new Map<string, CountedKind>();
  for (const name of names) {
    const kind = kindOfName(name);
    const key = JSON.stringify(kind);
    counted.set(key, { ...kind, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  return [...counted.values()].sort((a, b) => rank(a) - rank(b) || b.count - a.count);
};
