/**
 * How many elements a page has and how deep they stand in each other, told from its tags alone: a page that would
 * keep the parser busy for minutes has to be known before it is parsed. Never throws, whatever the text is.
 */

export type MarkupSize = { readonly elements: number; readonly depth: number };

/** Nothing stands in these, or the parser closes them itself where the next one begins. */
const NOT_DEEP: ReadonlySet<string> = new Set(
  (
    'area base body br col colgroup dd dt embed head hr html img input li link meta option p param rp rt source tbody td tfoot ' +
    'th thead tr track wbr'
  ).split(' '),
);
/** What stands in these is text, up to the closing tag of their own. */
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

/** The place behind the first `text` from `from` on; the end of `html` where there is none. */
const behind = (html: string, text: string, from: number): number => {
  const at = html.indexOf(text, from);
  return at === -1 ? html.length : at + text.length;
};

/** The place behind the tag in which `from` stands: a `>` in quotation marks does not end it. */
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

/** The place behind what begins with the `<` at `at` and is no tag: a comment, a declaration, or the sign itself. */
const endOfOther = (html: string, at: number): number => {
  if (html.startsWith('<!--', at)) return behind(html, '-->', at + 2);
  return /^[/!?]/.test(html[at + 1] ?? '') ? behind(html, '>', at) : at + 1;
};

/** The tags of `html` in their order, without what stands in comments and in raw text. */
function* tagsOf(html: string): Generator<Tag> {
  let at = html.indexOf('<');
  while (at !== -1) {
    const tag = tagAt(html, at);
    if (tag !== null) yield tag;
    at = html.indexOf('<', tag === null ? endOfOther(html, at) : endOfContent(html, tag));
  }
}

/** The place behind a tag, and behind the raw text that it opens. */
const endOfContent = (html: string, { name, isEnd, end }: Tag & { readonly end: number }): number =>
  isEnd || !RAW.has(name) ? end : endOfRaw(html, name, end);

const endOfRaw = (html: string, name: string, from: number): number =>
  name === 'plaintext'
    ? html.length
    : (matchAt(new RegExp(`</${name}(?=[\\s/>])`, 'gi'), html, from)?.index ?? html.length);

/** The elements that stand open, by their names. */
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

/** The size of the markup in `html`; `depth` is at least what the parser makes of it, short of tags in wrong places. */
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
