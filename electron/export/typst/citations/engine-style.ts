/**
 * A citation style adapted for Typst's engine. The file is not changed: for one run, elements of the style are modified
 * where the engine differs from CSL.
 */
import type { CitationKind } from '#domain/memo/form/citation-style.ts';
import { err, ok, type Result } from '#domain/result.ts';
import {
  childrenOf,
  elementsIn,
  type MarkupElement,
  type MarkupNode,
  printTree,
  treeOf,
} from '#domain/text/markup/markup-tree.ts';
import { readMarkup } from '#domain/text/markup/read-markup.ts';
import { exchangedTypes, NOTHING } from './hayagriva.ts';

export type EngineStyle = {
  readonly csl: string;
  /** The same style with marks around names. */
  readonly withNamesMarked: string;
  /** The text in place of an author who is the same as in the entry before; null if the author is repeated. */
  readonly sameAuthor: string | null;
  /**
   * For works with fewer authors than this, no text depends on which is cited first, so the letters that distinguish
   * works of one year may be given in the order of the list. Null if there are no such letters, or if all text depends
   * on that order.
   */
  readonly lettersBelow: number | null;
  /** Whether words within titles may be protected from a change of case: not in styles that set titles in capitals. */
  readonly keepsCase: boolean;
};

/** A variable that no source has. */
const NO_VARIABLE = 'annote';

const partsOf = (element: MarkupElement, attribute: string): readonly string[] =>
  (element.attributes.get(attribute) ?? '').split(/\s+/u).filter((part) => part !== '');

const withAttributes = (
  element: MarkupElement,
  changed: Readonly<Record<string, string>>,
): MarkupElement => ({
  ...element,
  attributes: new Map([...element.attributes, ...Object.entries(changed)]),
});

const withParts = (
  element: MarkupElement,
  attribute: string,
  change: (part: string) => string,
): MarkupElement =>
  element.attributes.has(attribute)
    ? withAttributes(element, { [attribute]: partsOf(element, attribute).map(change).join(' ') })
    : element;

type Change = (element: MarkupElement) => MarkupElement;

/** Each element below `root` changed, the inner ones first. */
const changeAll = (root: MarkupElement, change: Change): MarkupElement => ({
  ...root,
  inner: root.inner.map((node) => (typeof node === 'string' ? node : change(changeAll(node, change)))),
});

const isBranch = ({ name }: MarkupElement): boolean => name === 'if' || name === 'else-if' || name === 'else';

/** Exchanges the two types in conditions: one that the engine lacks for its substitute, and the other way round. */
const exchangeTypes = (element: MarkupElement): MarkupElement =>
  isBranch(element) ? withParts(element, 'type', (type) => exchangedTypes.get(type) ?? type) : element;

/** Short titles are not stored; the engine would use the title as one. */
const leaveShortTitles = (element: MarkupElement): MarkupElement =>
  withParts(element, 'variable', (variable) =>
    /^(?:container-)?title-short$/u.test(variable) ? NO_VARIABLE : variable,
  );

/**
 * Only authors are stored. The engine does not count other names as variables, and so prints a group of words and such
 * names ("Letter to …") that should be omitted. Names with a substitute are kept.
 */
const emptyNames = (element: MarkupElement): MarkupElement =>
  element.name !== 'names' ||
  partsOf(element, 'variable').includes('author') ||
  childrenOf(element).some(({ name }) => name === 'substitute')
    ? element
    : { name: 'text', attributes: new Map([['variable', NO_VARIABLE]]), inner: [] };

/** A part of a date that does not affect the date's form: the engine would take it for a part in words. */
const isPlainPart = (node: MarkupNode): boolean =>
  typeof node !== 'string' && node.name === 'date-part' && node.attributes.size === 1;

const keepDateForms = (element: MarkupElement): MarkupElement =>
  element.name === 'date' && element.attributes.has('form') && element.attributes.has('variable')
    ? { ...element, inner: element.inner.filter((node) => !isPlainPart(node)) }
    : element;

const grouped = (element: MarkupElement): MarkupElement => ({
  ...element,
  inner: [{ name: 'group', attributes: new Map(), inner: element.inner }],
});

/**
 * The delimiter between two works of a citation would also separate the pieces of one work, if these are in a branch
 * and not in a group. A group prints nothing if no variable in it does, so a branch that may be only "ibid." is
 * unchanged.
 */
const groupBranch = (branch: MarkupElement): MarkupElement =>
  childrenOf(branch).length < 2 || partsOf(branch, 'position').includes('ibid') ? branch : grouped(branch);

const groupBranches = (element: MarkupElement): MarkupElement => ({
  ...element,
  inner: element.inner.map((node) => {
    if (typeof node === 'string') return node;
    if (node.name === 'choose') return groupBranches(node);
    return isBranch(node) ? groupBranch(groupBranches(node)) : node;
  }),
});

/** The engine omits the bracket at the end of a citation if another one comes before it: "(Ports Act (2019)". */
const keepBracket = (layout: MarkupElement): MarkupElement => {
  const suffix = layout.attributes.get('suffix') ?? '';
  return /^[)\]]/u.test(suffix) ? withAttributes(layout, { suffix: `${NOTHING}${suffix}` }) : layout;
};

const groupPieces = (element: MarkupElement): MarkupElement =>
  element.name === 'citation'
    ? {
        ...element,
        inner: element.inner.map((node) =>
          typeof node !== 'string' && node.name === 'layout' ? keepBracket(groupBranches(node)) : node,
        ),
      }
    : element;

/**
 * As in a group, the words of a macro ("translated by") are omitted if all of its variables are empty; but not words in
 * place of a name ("anon.").
 */
const groupMacro = (element: MarkupElement): MarkupElement =>
  element.name === 'macro' && !elementsIn(element).some(({ name }) => name === 'substitute')
    ? grouped(element)
    : element;

/**
 * After the order of citations no sort key has any effect; the engine lacks that key, and keeps that order if there is
 * no key.
 */
const endSort = (element: MarkupElement): MarkupElement => {
  if (element.name !== 'sort') return element;
  const keys = childrenOf(element);
  const end = keys.findIndex(({ attributes }) => attributes.get('variable') === 'citation-number');
  return end < 1 ? element : { ...element, inner: keys.slice(0, end) };
};

const isNumber = ({ name, attributes }: MarkupElement): boolean =>
  (name === 'text' || name === 'number') && attributes.get('variable') === 'citation-number';

/** Removes the numbers of the list and their column: Precis adds its own, and the engine may count differently. */
const leaveNumbers: Change = (element) => {
  if (element.name !== 'bibliography') return element;
  const list = changeAll(element, (inner) =>
    isNumber(inner) ? withAttributes(inner, { variable: NO_VARIABLE }) : inner,
  );
  const attributes = [...list.attributes].filter(([name]) => name !== 'second-field-align');
  return { ...list, attributes: new Map(attributes) };
};

const SORTED = 'sorted: ';

/** A macro that makes a sort key, without quotation marks: the engine would sort them after most scripts. */
const forSorting: Change = (element) => {
  const { quotes, ...rest } = Object.fromEntries(element.attributes);
  const isCall = element.attributes.has('macro') || element.name === 'macro';
  const name = element.name === 'macro' ? 'name' : 'macro';
  return {
    ...element,
    attributes: new Map([
      ...Object.entries(rest),
      ...(isCall ? ([[name, `${SORTED}${element.attributes.get(name)}`]] as const) : []),
    ]),
  };
};

const callSorted: Change = (element) =>
  element.name === 'key' && element.attributes.has('macro')
    ? withAttributes(element, { macro: `${SORTED}${element.attributes.get('macro')}` })
    : element;

/** The style with each macro twice: unchanged, and in a version for sort keys. */
const partSorting = (root: MarkupElement): MarkupElement =>
  changeAll(
    {
      ...root,
      inner: root.inner.map((style) =>
        typeof style === 'string'
          ? style
          : {
              ...style,
              inner: style.inner.flatMap((node) =>
                typeof node === 'string' || node.name !== 'macro'
                  ? [node]
                  : [node, forSorting(changeAll(node, forSorting))],
              ),
            },
      ),
    },
    callSorted,
  );

const NAMES_START = '\uE000';
const NAMES_END = '\uE001';

/** Adds marks around names; their labels ("ed.") are not names, and are removed. */
const markNames = (element: MarkupElement): MarkupElement =>
  element.name === 'names'
    ? withAttributes(
        {
          ...element,
          inner: element.inner.filter((node) => typeof node === 'string' || node.name !== 'label'),
        },
        {
          prefix: `${element.attributes.get('prefix') ?? ''}${NAMES_START}`,
          suffix: `${NAMES_END}${element.attributes.get('suffix') ?? ''}`,
        },
      )
    : element;

/** The first names in an entry of the marked style; empty if there are none. */
export const markedNames = (entry: string): string =>
  new RegExp(`${NAMES_START}([^${NAMES_END}]*)${NAMES_END}`, 'u').exec(entry)?.[1] ?? '';

const changes: readonly Change[] = [
  exchangeTypes,
  leaveShortTitles,
  emptyNames,
  keepDateForms,
  groupPieces,
  groupMacro,
  endSort,
];

const changesFor = (kind: CitationKind): readonly Change[] =>
  kind === 'number' ? [...changes, leaveNumbers] : changes;

const wholeCases = ['uppercase', 'lowercase', 'capitalize-all'];

/**
 * Whether an element may set a title in a case without exempting any word: by itself, or through a macro that it calls.
 */
const setsWholeTitle = ({ attributes }: MarkupElement): boolean =>
  wholeCases.includes(attributes.get('text-case') ?? '') &&
  (attributes.has('macro') || /title|publisher/u.test(attributes.get('variable') ?? ''));

/** All names are replaced if all are the same. The other rules of CSL, which few styles use, are not supported. */
const sameAuthorOf = (bibliography: MarkupElement | undefined): string | null => {
  const said = bibliography?.attributes.get('subsequent-author-substitute') ?? '';
  const rule = bibliography?.attributes.get('subsequent-author-substitute-rule') ?? 'complete-all';
  return said === '' || rule !== 'complete-all' ? null : said;
};

const lettersBelowOf = (elements: readonly MarkupElement[]): number | null => {
  const hasLetters = elements.some(
    ({ name, attributes }) =>
      name === 'citation' && attributes.get('disambiguate-add-year-suffix') === 'true',
  );
  if (!hasLetters || elements.some(({ attributes }) => attributes.has('position'))) return null;
  // The list of names is shortened when a work is cited again.
  const cut = elements.flatMap(({ attributes }) => attributes.get('et-al-subsequent-min') ?? []);
  return Math.min(...cut.map(Number));
};

/**
 * Adapts `csl`, a style that cites as `kind`, for the engine; the failure is a sentence about what is wrong with it.
 */
export const readEngineStyle = (csl: string, kind: CitationKind): Result<EngineStyle, string> => {
  const read = readMarkup(csl);
  if (!read.ok) return err(`Line ${read.error.line}: ${read.error.message}`);
  const tree = partSorting(
    changeAll(treeOf(read.value), (element) =>
      changesFor(kind).reduce((changed, change) => change(changed), element),
    ),
  );
  const elements = elementsIn(tree);
  const named = (element: string) => elements.find(({ name }) => name === element);
  return ok({
    csl: printTree(tree),
    withNamesMarked: printTree(changeAll(tree, markNames)),
    sameAuthor: sameAuthorOf(named('bibliography')),
    lettersBelow: lettersBelowOf(elements),
    keepsCase: !elements.some(setsWholeTitle),
  });
};
