/**
 * The number of elements of a page and their depth, from its tags only: a page that would keep the parser busy for
 * minutes has to be recognised before parsing. Never throws, whatever the text.
 */

export type MarkupSize = { readonly elements: number; readonly depth: number };

/** These are void, or the parser closes them itself before the next one. */
const NOT_DEEP: ReadonlySet<string> = new Set(
  (
    'area base body br col colgroup dd dt embed head hr html img input li link meta option p param rp rt source tbody td tfoot ' +
    'th thead tr track wbr'
  ).split(' '),
);
/** Their content is text, up to their own closing tag. */
const RAW: ReadonlySet<string> = new Set(
  'iframe noembed noframes plaintext script style textarea title xmp'.split(' '),
);
/** In these, `/>` closes an element. */
const FOREIGN: ReadonlySet<string> = new Set(['math', 'svg']);

const NAME = /[a-z][^\s/>]*/iy;
const SIGNIFICANT = /[>=]/g;
const VALUE_QUOTE = /\s*(["']?)/y;

/** The first match of `pattern` in `html` from `from` on; null for none. */
const matchAt = (pattern: RegExp, html: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from;
  return pattern.exec(html);
};

/** The position after the first `text` from `from` on; the end of `html` if there is none. */
const behind = (html: string, text: string, from: number): number => {
  const at = html.indexOf(text, from);
  return at === -1 ? html.length : at + text.length;
};

/** The position after the tag that contains `from`: a `>` in quotation marks does not end it. */
const endOfTag = (html: string, from: number): number => {
  let at = from;
  for (;;) {
    const found = matchAt(SIGNIFICANT, html, at);
    if (found === null) return html.length;
    at = found.index + 1;
    if (found[0] === '>') return at;
    const quote = matchAt(VALUE_QUOTE, html, at)?.[1] ?? '';
    if (quote !== '') at = behind(html, quote, html.indexOf(quote, at) + 1);
  }
};

type Tag = { readonly name: string; readonly isEnd: boolean; readonly closesItself: boolean };

const tagAt = (html: string, at: number): (Tag & { readonly end: number }) | null => {
  const isEnd = html[at + 1] === '/';
  const [name] = matchAt(NAME, html, at + (isEnd ? 2 : 1)) ?? [];
  if (name === undefined) return null;
  const end = endOfTag(html, at + 1 + name.length);
  return { name: name.toLowerCase(), isEnd, closesItself: html[end - 2] === '/', end };
};

/** The position after a `<` at `at` that does not begin a tag: a comment, a declaration, or the character itself. */
const endOfOther = (html: string, at: number): number => {
  if (html.startsWith('<!--', at)) return behind(html, '-->', at + 2);
  return /^[/!?]/.test(html[at + 1] ?? '') ? behind(html, '>', at) : at + 1;
};

/** The tags of `html` in order, without those in comments and raw text. */
function* tagsOf(html: string): Generator<Tag> {
  let at = html.indexOf('<');
  while (at !== -1) {
    const tag = tagAt(html, at);
    if (tag !== null) yield tag;
    at = html.indexOf('<', tag === null ? endOfOther(html, at) : endOfContent(html, tag));
  }
}

/** The position after a tag, and after the raw text that it opens. */
const endOfContent = (html: string, { name, isEnd, end }: Tag & { readonly end: number }): number =>
  isEnd || !RAW.has(name) ? end : endOfRaw(html, name, end);

const endOfRaw = (html: string, name: string, from: number): number =>
  name === 'plaintext'
    ? html.length
    : (matchAt(new RegExp(`</${name}(?=[\\s/>])`, 'gi'), html, from)?.index ?? html.length);

/** The open elements, by name. */
class OpenElements {
  depth = 0;
  readonly #counts = new Map<string, number>();

  open({ name, closesItself }: Tag): void {
    if (NOT_DEEP.has(name) || (closesItself && this.#isForeign())) return;
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    this.depth += 1;
  }

  close({ name }: Tag): void {
    const count = this.#counts.get(name) ?? 0;
    if (count === 0) return;
    this.#counts.set(name, count - 1);
    this.depth -= 1;
  }

  #isForeign(): boolean {
    return [...FOREIGN].some((name) => (this.#counts.get(name) ?? 0) > 0);
  }
}

/** The size of the markup in `html`; `depth` is at least that of the parsed tree, apart from misplaced tags. */
export const measureMarkup = (html: string): MarkupSize => {
  const open = new OpenElements();
  let elements = 0;
  let depth = 0;
  for (const tag of tagsOf(html)) {
    if (tag.isEnd) open.close(tag);
    else {
      elements += 1;
      open.open(tag);
      depth = Math.max(depth, open.depth);
    }
  }
  return { elements, depth };
};
