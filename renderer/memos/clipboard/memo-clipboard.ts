import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { DOMParser, Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, Selection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { raiseText } from '#domain/article/body/raised-text.ts';
import { isEmptyBlock } from '#domain/memo/content/is-empty-block.ts';
import { isPrintableAddress } from '#domain/memo/content/link-address.ts';
import { isNumberedSection } from '#domain/memo/document/lay-paragraphs.ts';
import type { MemoBlock, SectionRole } from '#domain/memo/memo-content.ts';
import { sayDone } from '#renderer/window/notices.ts';
import { placeFigure } from '../figure/insert-figure.ts';
import { referenceNames } from '../references/memo-references.ts';
import type { CitationBook } from '../state/citation-book.ts';
import type { MemoStore } from '../state/memo-store.ts';
import { createClipboardScope } from './clipboard-scope.ts';
import { takeBlocks, takeLists } from './pasted-blocks.ts';
import { takeLines } from './pasted-lines.ts';
import { addressOf, takeFootnotes } from './pasted-notes.ts';
import {
  readPastedPage,
  rename,
  sayLeftOut,
  stripAttributes,
  styleOf,
  tableOfText,
  takeReview,
  unwrap,
  wordsOf,
} from './pasted-page.ts';
import { createClipboardSerializer, isSection } from './write-clipboard-html.ts';
import { writeClipboardText } from './write-clipboard-text.ts';

/** A selection within one section is copied without its heading. */
const withoutSection = (slice: Slice): Slice => {
  const { content, openStart, openEnd } = slice;
  const section = content.childCount === 1 ? content.firstChild : null;
  return isSection(section) && openStart > 0 && openEnd > 0
    ? new Slice(section.content, openStart - 1, openEnd - 1)
    : slice;
};

/** Content before the first pasted heading: it goes to the caret. */
const isLead = (section: Node): boolean =>
  section.attrs.heading === section.type.spec.attrs?.heading?.default;

/** Blocks in the form of a section, which is never empty. */
const filled = (section: Node): Node =>
  section.childCount > 0
    ? section
    : section.copy(Fragment.from(section.type.schema.nodes.paragraph?.create() ?? null));

/** Pasted sections come after the section of the caret, which is not split by them. */
const pasteSections = (view: EditorView, { content }: Slice): boolean => {
  const all = content.content.filter(isSection).map(filled);
  if (all.length === 0) return false;
  const { tr } = view.state;
  const [lead] = all.filter(isLead);
  if (lead !== undefined) tr.replaceSelection(Slice.maxOpen(lead.content));
  const sections = all.filter((section) => section !== lead);
  const at = tr.selection.$to.after(1);
  tr.insert(at, sections);
  const end = at + sections.reduce((size, section) => size + section.nodeSize, 0);
  tr.setSelection(Selection.near(tr.doc.resolve(end - 1), -1));
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
  return true;
};

/** A figure is a direct child of its section, wherever in that the caret is. */
const pasteFigure = (view: EditorView, { content }: Slice): boolean => {
  const figure = content.childCount === 1 ? content.firstChild : null;
  if (figure?.type.name !== 'figure') return false;
  const { tr } = view.state;
  placeFigure(tr, figure);
  view.dispatch(tr.setMeta('paste', true).setMeta('uiEvent', 'paste'));
  return true;
};

/** Markup that memos write themselves; its attributes are validated. */
const OWN =
  'span[data-citation], span[data-reference], p[data-paragraph], blockquote[data-quotation], sup[data-footnote], ' +
  'table[data-table], figure[data-figure], div[data-judgement], section[data-section], [data-statement], [data-content]';

/** Formatting in a pasted page: bold and italic by style, superscript and subscript by their own tags, links. */

const isBold = (style: string): boolean => /(?:^|;)font-weight:(?:bold|bolder|[6-9]00)/iu.test(style);
const isItalic = (style: string): boolean => /(?:^|;)font-style:(?:italic|oblique)/iu.test(style);
const isStruck = (style: string): boolean =>
  /(?:^|;)text-decoration(?:-line)?:[^;]*line-through/iu.test(style);
const isUnderlined = (style: string): boolean =>
  /(?:^|;)text-decoration(?:-line)?:[^;]*underline/iu.test(style);
const isSmallCaps = (style: string): boolean => /(?:^|;)font-variant(?:-caps)?:[^;]*small-caps/iu.test(style);
const isPlain = (style: string): boolean => /(?:^|;)font-weight:(?:normal|[1-5]00)/iu.test(style);

const wrapContent = (element: Element, tag: string): HTMLElement => {
  const wrapper = element.ownerDocument.createElement(tag);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
  return wrapper;
};

const takeStyle = (element: Element): void => {
  const style = styleOf(element);
  if (isBold(style)) wrapContent(element, 'strong');
  if (isItalic(style)) wrapContent(element, 'em');
  if (isUnderlined(style)) wrapContent(element, 'u');
  if (isStruck(style)) wrapContent(element, 's');
  if (isSmallCaps(style)) wrapContent(element, 'span').dataset.smallCaps = '';
  const raised = /vertical-align:(?<how>super|sub)/iu.exec(style)?.groups?.how;
  if (raised !== undefined) rename(element, raised === 'super' ? 'sup' : 'sub');
};

/** Google Docs wraps everything that is copied into a `b` that is not bold, and formats bold words by style. */
const takeStyles = (page: Document): void => {
  for (const element of page.querySelectorAll('b, strong')) if (isPlain(styleOf(element))) unwrap(element);
  for (const element of page.querySelectorAll('span, font')) takeStyle(element);
};

const BLOCK = 'p, li, td, th, div, h1, h2, h3, h4, h5, h6, body';

/** The words of an element's block before it. */
const wordsBefore = (element: Element): string => {
  const range = element.ownerDocument.createRange();
  const block = element.closest(BLOCK);
  if (block === null) return '';
  range.setStart(block, 0);
  range.setEndBefore(element);
  return range.toString();
};

const takeRaised = (page: Document, made: ReadonlySet<Element>): void => {
  for (const element of page.querySelectorAll('sup, sub')) {
    if (made.has(element)) continue;
    const mark = element.localName === 'sup' ? 'superscript' : 'subscript';
    element.replaceWith(raiseText(element.textContent ?? '', mark, wordsBefore(element)).text);
  }
};

/** Programs underline a link, inside or around it: that underline belongs to the link. */
const isOfLink = (line: Element): boolean =>
  line.closest('a') !== null ||
  [...line.querySelectorAll('a')].some((link) => wordsOf(link) === wordsOf(line));

const takeLinks = (page: Document): void => {
  for (const line of page.querySelectorAll('u')) if (isOfLink(line)) unwrap(line);
  for (const link of page.querySelectorAll('a')) {
    const href = addressOf(link.getAttribute('href') ?? '');
    if (isPrintableAddress(href)) link.setAttribute('href', href);
    else unwrap(link);
  }
};

/** Keeps the formatting that a memo supports. */
const takeWords = (page: Document, made: ReadonlySet<Element>): void => {
  takeRaised(page, made);
  takeLinks(page);
};

/**
 * HTML copied in another program, reduced to what a memo can read: sections, lists, tables, footnotes, links, bold and
 * italic words. Everything else becomes plain words. Content copied from a memo is not changed.
 */
const cleanPastedHtml = (html: string): string => {
  const page = readPastedPage(html);
  if (page.querySelector('[data-pm-slice]') !== null) return page.body.innerHTML;
  const leftOut = sayLeftOut(takeReview(page));
  takeLines(page);
  if (leftOut !== null) sayDone(leftOut);
  takeStyles(page);
  const made = new Set([...page.querySelectorAll(OWN), ...takeFootnotes(page)]);
  takeLists(page);
  takeWords(page, made);
  for (const section of takeBlocks(page)) made.add(section);
  stripAttributes(page, made);
  return page.body.innerHTML;
};

/** ProseMirror reads the text itself if there is no table; its type does not tell so. */
const parseTable = (schema: Schema, html: string | null): Slice => {
  if (html === null) return undefined as unknown as Slice;
  const page = readPastedPage(cleanPastedHtml(html));
  return DOMParser.fromSchema(schema).parseSlice(page.body);
};

/** After a table at the end of a section the caret stays in it, and does not go on to the next section. */
const stayInSection = (before: EditorState, { tr, doc, selection }: EditorState): Transaction => {
  const { $to } = before.selection;
  if (doc.childCount !== before.doc.childCount || selection.$from.index(0) <= $to.index(0)) return tr;
  const start = selection.$from.before(1);
  return tr.setSelection(Selection.near(doc.resolve(start - 1), -1));
};

type Selected = { readonly from: number; readonly to: number };

const isNumbered = (node: Node, parent: Node | null): boolean =>
  parent?.type.name === 'section' &&
  isNumberedSection({ role: parent.attrs.role as SectionRole }) &&
  !isEmptyBlock(node.toJSON() as MemoBlock);

/** A part of one paragraph is copied as plain words; the first, partly selected paragraph has no number. */
const showsNumber = (pos: number, end: number, { from, to }: Selected): boolean =>
  from <= pos + 1 && (to >= end - 1 || from < pos);

/** The printed numbers of the selected paragraphs, in reading order; null for one without a number. */
const numbersIn = (doc: Node, selected: Selected): readonly (number | null)[] => {
  const numbers: (number | null)[] = [];
  let last = 0;
  doc.descendants((node, pos, parent) => {
    if (node.type.name !== 'paragraph') return;
    const number = isNumbered(node, parent) ? ++last : null;
    const end = pos + node.nodeSize;
    if (end <= selected.from || pos >= selected.to) return;
    numbers.push(number !== null && showsNumber(pos, end, selected) ? number : null);
  });
  return numbers;
};

/** How many paragraphs are copied: if they differ from those of the selection, none shows a number. */
const countParagraphs = (nodes: readonly Node[]): number =>
  nodes.reduce(
    (count, node) => count + (node.type.name === 'paragraph' ? 1 : countParagraphs(node.children)),
    0,
  );

/** Copies from a memo are complete, and become what they were when pasted back. */
export const MemoClipboard = Extension.create<{ book: CitationBook; store: MemoStore }>({
  name: 'memoClipboard',
  priority: 1000,
  addProseMirrorPlugins() {
    const { book, store } = this.options;
    const begin = (copied: readonly Node[]) => {
      const { lexicon, numbersParagraphs, language, terms } = store.getState();
      const { doc, selection } = this.editor.state;
      const numbers = numbersParagraphs ? numbersIn(doc, selection) : [];
      const names = referenceNames(doc, { numbersParagraphs, language });
      const shown = numbers.length === countParagraphs(copied) ? numbers : [];
      return createClipboardScope(
        book,
        { lexicon, language, ...(terms === undefined ? {} : { terms }) },
        shown,
        names,
      );
    };
    return [
      new Plugin({
        props: {
          transformCopied: withoutSection,
          clipboardSerializer: createClipboardSerializer(this.editor.schema, begin),
          clipboardTextSerializer: (slice) => writeClipboardText(slice, begin(slice.content.content)),
          transformPastedHTML: cleanPastedHtml,
          // The line break at the end of a copied line is no paragraph.
          transformPastedText: (text) => text.replace(/(?<=\S\s*)[\r\n]+$/u, ''),
          clipboardTextParser: (text, _, isPlain) =>
            parseTable(this.editor.schema, isPlain ? null : tableOfText(text)),
          handlePaste: (view, _, slice) => {
            // An undo step of its own, even right after typing.
            view.dispatch(closeHistory(view.state.tr));
            return pasteFigure(view, slice) || pasteSections(view, slice);
          },
        },
        // And another step for what is typed next.
        appendTransaction: (transactions, before, after) =>
          transactions.some((each) => each.getMeta('paste') === true)
            ? closeHistory(stayInSection(before, after))
            : null,
      }),
    ];
  },
});
