/**
 * Reads the entries of a BibTeX or BibLaTeX file: braces and quotation marks around values, `#` between their parts,
 * `@string`, comments between entries. A value stays in the markup of LaTeX; `latexText` makes text of it. An entry that
 * is broken ends where the next begins.
 */

export type BibtexEntry = { readonly type: string; readonly fields: Readonly<Record<string, string>> };

/** Walks over a text. */
class Scanner {
  at = 0;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  take(pattern: RegExp): string | null {
    const sticky = new RegExp(pattern.source, 'uy');
    sticky.lastIndex = this.at;
    const [found = null] = sticky.exec(this.text) ?? [];
    if (found !== null) this.at += found.length;
    return found;
  }

  skipSpace(): void {
    this.take(/\s*/);
  }

  /** What stands between braces, or between quotation marks outside of braces; null where it never ends. */
  takeEnclosed(close: '}' | '"'): string | null {
    const start = this.at + 1;
    let depth = 0;
    for (let at = start; at < this.text.length; at += 1) {
      const character = this.text[at];
      if (character === '\\') at += 1;
      else if (depth === 0 && character === close) {
        this.at = at + 1;
        return this.text.slice(start, at);
      } else if (character === '{') depth += 1;
      else if (character === '}') depth -= 1;
    }
    return null;
  }
}

type Strings = Map<string, string>;

const takePart = (scanner: Scanner, strings: Strings): string | null => {
  scanner.skipSpace();
  if (scanner.text[scanner.at] === '{') return scanner.takeEnclosed('}');
  if (scanner.text[scanner.at] === '"') return scanner.takeEnclosed('"');
  const word = scanner.take(/[^\s,#{}()"=]+/);
  return word === null ? null : (strings.get(word.toLowerCase()) ?? word);
};

/** A value of one or more parts, joined by `#`. */
const takeValue = (scanner: Scanner, strings: Strings): string | null => {
  let value = takePart(scanner, strings);
  for (; value !== null; ) {
    scanner.skipSpace();
    if (scanner.take(/#/) === null) return value;
    const next = takePart(scanner, strings);
    if (next === null) return value;
    value += next;
  }
  return null;
};

/** `name = value` pairs up to the end of the entry, or up to where they break off. */
const takeFields = (scanner: Scanner, strings: Strings): Record<string, string> => {
  const fields: [string, string][] = [];
  for (;;) {
    scanner.take(/[\s,]*/);
    const name = scanner.take(/[^\s,#{}()"=@]+/);
    scanner.skipSpace();
    if (name === null || scanner.take(/=/) === null) break;
    const value = takeValue(scanner, strings);
    if (value === null) break;
    fields.push([name.toLowerCase(), value]);
  }
  // The first of two fields of one name holds, as in BibTeX.
  return Object.fromEntries(fields.toReversed());
};

/** What stands between entries, and what says nothing of a text. */
const PASSED_OVER: ReadonlySet<string> = new Set(['comment', 'preamble']);

/** The entry of that type whose fields begin at `at`, and where it ends. An entry begins with its key, `@string` does not. */
const readEntry = (
  text: string,
  type: string,
  at: number,
  strings: Strings,
): { readonly entry: BibtexEntry; readonly end: number } => {
  const scanner = new Scanner(text);
  scanner.at = at;
  if (type !== 'string') scanner.take(/[^,={}]*,/);
  const fields = takeFields(scanner, strings);
  return { entry: { type, fields }, end: Math.max(scanner.at, at) };
};

/** The entries of `text` in their order; empty where it holds none. */
export const parseBibtex = (text: string): readonly BibtexEntry[] => {
  const strings: Strings = new Map();
  const entries: BibtexEntry[] = [];
  const opening = /@\s*([a-z]+)\s*[{(]/giu;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const type = (match[1] ?? '').toLowerCase();
    if (PASSED_OVER.has(type)) continue;
    const { entry, end } = readEntry(text, type, opening.lastIndex, strings);
    opening.lastIndex = end;
    if (type !== 'string') entries.push(entry);
    else for (const [name, value] of Object.entries(entry.fields)) strings.set(name, value);
  }
  return entries;
};
