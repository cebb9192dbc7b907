/**
 * The fields of a template: those of Precis, `{{title}}`, which may be split into any number of runs, and Word's own,
 * of which only those that depend on nothing but the document keep working.
 */
import { FIELD_SIGN, signOf, templateFields } from '#domain/memo/form/word/house-template.ts';
import { ancestorNamed, isOn, WORD, wordChild, wordNamed, wordValue } from './clean-xml.ts';

const pages: Readonly<Record<string, string>> = { page: 'PAGE', pages: 'NUMPAGES' };
const MEMO = 'memo';

const byName: ReadonlyMap<string, string> = new Map(
  [...templateFields, ...Object.keys(pages), MEMO].map((name) => [name.toLowerCase(), name]),
);

const FIELD = /\{\{\s*([A-Za-z]+)\s*\}\}/gu;

/** Word fields that are kept: they depend only on the document and the date. */
const harmless: ReadonlySet<string> = new Set([
  ...['PAGE', 'NUMPAGES', 'SECTIONPAGES', 'SECTION', 'STYLEREF', 'TITLE', 'SUBJECT', 'AUTHOR', 'NUMWORDS'],
  ...['NUMCHARS', 'DATE', 'TIME'],
]);

const instructionName = (instruction: string): string =>
  /^\s*([A-Za-z]+)/u.exec(instruction)?.[1]?.toUpperCase() ?? '';

const runIn = (document: Document, like: Element | null, child: Element): Element => {
  const run = document.createElementNS(WORD, 'w:r');
  if (like !== null) run.append(like.cloneNode(true));
  run.append(child);
  return run;
};

/** A complex field: the runs of its markers and instruction, without its result. */
type Open = { readonly runs: Element[]; instruction: string; isRead: boolean; isNested: boolean };

/**
 * Keeps only the results of complex fields that are not harmless, so that nothing evaluates them again. A field that
 * contains another, or is inside one, is not harmless: its instruction is only known when evaluated.
 */
class FieldReader {
  hasFlattened = false;
  readonly #open: Open[] = [];

  run(run: Element): void {
    const sign = wordValue(wordChild(run, 'fldChar'), 'fldCharType');
    if (sign === 'begin') this.#begin(run);
    else if (sign === null) this.#inside(run);
    else this.#sign(run, sign);
  }

  /** Fields without an end. */
  end(): void {
    for (const field of this.#open.splice(0)) this.#close({ ...field, isNested: true });
  }

  #begin(run: Element): void {
    for (const outer of this.#open) outer.isNested = true;
    this.#open.push({ runs: [run], instruction: '', isRead: false, isNested: this.#open.length > 0 });
  }

  #inside(run: Element): void {
    const field = this.#open.at(-1);
    if (field === undefined || field.isRead) return;
    field.instruction += wordNamed(run, 'instrText')
      .map(({ textContent }) => textContent)
      .join('');
    field.runs.push(run);
  }

  #sign(run: Element, sign: string): void {
    const field = this.#open.at(-1);
    if (field === undefined) {
      run.remove();
      return;
    }
    field.runs.push(run);
    if (sign === 'separate') field.isRead = true;
    else {
      this.#open.pop();
      this.#close(field);
    }
  }

  #close({ runs, instruction, isNested }: Open): void {
    if (!isNested && harmless.has(instructionName(instruction))) return;
    this.hasFlattened = true;
    for (const run of runs) run.remove();
  }
}

const flattenComplex = (root: Element): boolean => {
  const reader = new FieldReader();
  for (const run of wordNamed(root, 'r')) reader.run(run);
  reader.end();
  return reader.hasFlattened;
};

const flattenSimple = (root: Element): boolean => {
  let hasFlattened = false;
  for (const field of wordNamed(root, 'fldSimple')) {
    if (harmless.has(instructionName(wordValue(field, 'instr') ?? ''))) continue;
    hasFlattened = true;
    field.replaceWith(...field.childNodes);
  }
  return hasFlattened;
};

/** Replaces Word fields that are not harmless by their results; returns whether there were any. */
export const flattenFields = (root: Element): boolean => {
  const complex = flattenComplex(root);
  return flattenSimple(root) || complex;
};

type Letters = { readonly node: Element; readonly text: string; readonly from: number };

const lettersOf = (paragraph: Element): readonly Letters[] => {
  let from = 0;
  return wordNamed(paragraph, 't')
    .filter((node) => ancestorNamed(node, 'p') === paragraph)
    .map((node) => {
      const text = node.textContent ?? '';
      const letters = { node, text, from };
      from += text.length;
      return letters;
    });
};

const setText = (node: Element, text: string): void => {
  node.textContent = text;
  node.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:space', 'preserve');
};

/** Cuts a field out of its runs; returns the text element where it began, with the text after it. */
const cutField = (letters: readonly Letters[], start: number, end: number): Letters | null => {
  const first = letters.find(({ from, text }) => start >= from && start < from + text.length);
  if (first === undefined) return null;
  for (const { node, text, from } of letters) {
    if (from + text.length <= start || from >= end) continue;
    const before = text.slice(0, Math.max(0, start - from));
    const after = text.slice(Math.max(0, end - from));
    setText(node, node === first.node ? before : after);
    if (node === first.node && after !== '') {
      const rest = node.cloneNode(true) as Element;
      setText(rest, after);
      const run = runIn(node.ownerDocument, wordChild(node.parentElement, 'rPr'), rest);
      node.parentElement?.after(run);
    }
  }
  return first;
};

const pageField = (document: Document, instruction: string, look: Element | null): Element => {
  const field = document.createElementNS(WORD, 'w:fldSimple');
  field.setAttributeNS(WORD, 'w:instr', ` ${instruction} `);
  const words = document.createElementNS(WORD, 'w:t');
  words.textContent = '1';
  field.append(runIn(document, look, words));
  return field;
};

/** The replacement of a field: words get a run with its formatting, a marking has its own runs. */
const placed = (document: Document, name: string, look: Element | null): Node => {
  const instruction = pages[name];
  if (instruction !== undefined) return pageField(document, instruction, look);
  if (name === 'marking') return document.createTextNode(signOf(name));
  const words = document.createElementNS(WORD, 'w:t');
  setText(words, signOf(name));
  return runIn(document, look, words);
};

/** The next Precis field in a paragraph; null if there is none. */
const nextField = (paragraph: Element) => {
  const letters = lettersOf(paragraph);
  const text = letters.map((each) => each.text).join('');
  for (const { 0: whole, 1: said = '', index } of text.matchAll(FIELD)) {
    const name = byName.get(said.toLowerCase());
    if (name !== undefined) return { name, letters, start: index, end: index + whole.length };
  }
  return null;
};

/** More than any real paragraph has. */
const MAX_FIELDS = 50;

/**
 * The fields of one paragraph, each cut out of its runs; since each cut changes those, the search restarts until none
 * is left.
 */
const signParagraph = (paragraph: Element): readonly string[] => {
  const names: string[] = [];
  while (names.length < MAX_FIELDS) {
    const field = nextField(paragraph);
    const first = field === null ? null : cutField(field.letters, field.start, field.end);
    if (field === null || first === null) break;
    names.push(field.name);
    const run = first.node.parentElement;
    if (field.name !== MEMO) run?.after(placed(paragraph.ownerDocument, field.name, wordChild(run, 'rPr')));
  }
  return names;
};

/** Replaces the Precis fields below `root` with placeholders; calls `onMemo` for each paragraph with `{{memo}}`. */
export const signFields = (root: Element, onMemo?: (paragraph: Element) => void): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const paragraph of wordNamed(root, 'p')) {
    const found = signParagraph(paragraph);
    if (found.includes(MEMO)) onMemo?.(paragraph);
    for (const name of found) if (name !== MEMO) names.add(name);
  }
  return names;
};

/** Removes characters that could be taken for placeholders. */
export const dropSigns = (root: Element): void => {
  for (const words of wordNamed(root, 't'))
    if (words.textContent?.includes(FIELD_SIGN) === true)
      words.textContent = words.textContent.replaceAll(FIELD_SIGN, '');
};

/** Whether the section has a different first page. */
export const hasTitlePage = (section: Element | null): boolean => isOn(wordChild(section, 'titlePg'));
