/**
 * A citation style as Typst's engine is to read it. The file stays as it came: what is changed is changed for one run,
 * in the elements of the style, where the engine does otherwise than CSL says.
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
  /** The same with marks around the names in it. */
  readonly withNamesMarked: string;
  /** What stands in place of an author who is the same as in the entry before; null where the author stands again. */
  readonly sameAuthor: string | null;
  /**
   * Of works with fewer authors than this, nothing hangs on where they are cited first: letters that tell works of one
   * year apart may follow the list. Null where there are no such letters, or all hangs on it.
   */
  readonly lettersBelow: number | null;
  /** Whether words within titles may be kept from another case: not where titles are set in capitals. */
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

/** Conditions on a type that the engine lacks ask for the one it is exchanged for, and the other way round. */
const exchangeTypes = (element: MarkupElement): MarkupElement =>
  isBranch(element) ? withParts(element, 'type', (type) => exchangedTypes.get(type) ?? type) : element;

/** Short titles are not kept; the engine would take the title for one. */
const leaveShortTitles = (element: MarkupElement): MarkupElement =>
  withParts(element, 'variable', (variable) =>
    /^(?:container-)?title-short$/u.test(variable) ? NO_VARIABLE : variable,
  );

/**
 * Only authors are known. Other names count for the engine as no variable, and it prints a group of words and such
 * names ("Letter to …"), which is to be left out. Names in whose place something else stands are kept.
 */
const emptyNames = (element: MarkupElement): MarkupElement =>
  element.name !== 'names' ||
  partsOf(element, 'variable').includes('author') ||
  childrenOf(element).some(({ name }) => name === 'substitute')
    ? element
    : { name: 'text', attributes: new Map([['variable', NO_VARIABLE]]), inner: [] };

/** A part of a date that changes nothing of the date's form: the engine would take it for one in words. */
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
 * What parts two works in a citation would part the pieces of one too, where these stand in a branch and in no group.
 * A group says nothing where no variable does, so that a branch which may be "ibid." alone is left.
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

/** The engine leaves out the bracket at the end of a citation where another stands before it: "(Ports Act (2019)". */
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
 * As in a group, words of a macro ("translated by") go where all of its variables are empty; not words in place of a
 * name ("anon.").
 */
const groupMacro = (element: MarkupElement): MarkupElement =>
  element.name === 'macro' && !elementsIn(element).some(({ name }) => name === 'substitute')
    ? grouped(element)
    : element;

/** Behind the order of citations no key decides; the engine knows no such key, and keeps that order where none does. */
const endSort = (element: MarkupElement): MarkupElement => {
  if (element.name !== 'sort') return element;
  const keys = childrenOf(element);
  const end = keys.findIndex(({ attributes }) => attributes.get('variable') === 'citation-number');
  return end < 1 ? element : { ...element, inner: keys.slice(0, end) };
};

const isNumber = ({ name, attributes }: MarkupElement): boolean =>
  (name === 'text' || name === 'number') && attributes.get('variable') === 'citation-number';

/**
 * The list without numbers, and without a column for them: it has those of Precis, and the engine may count otherwise.
 */
const leaveNumbers: Change = (element) => {
  if (element.name !== 'bibliography') return element;
  const list = changeAll(element, (inner) =>
    isNumber(inner) ? withAttributes(inner, { variable: NO_VARIABLE }) : inner,
  );
  const attributes = [...list.attributes].filter(([name]) => name !== 'second-field-align');
  return { ...list, attributes: new Map(attributes) };
};

const SORTED = 'sorted: ';

/** A macro that makes a key to sort by, without quotation marks: the engine would put them behind most scripts. */
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

/** The style with each macro twice: as it is, and for keys to sort by. */
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

/** Marks around names; their labels ("ed.") are no names, and go. */
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

/** The first names in an entry of the marked style; empty where it has none. */
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

/** Whether an element may set a title in a case of which no word is exempt: by itself, or by what it calls. */
const setsWholeTitle = ({ attributes }: MarkupElement): boolean =>
  wholeCases.includes(attributes.get('text-case') ?? '') &&
  (attributes.has('macro') || /title|publisher/u.test(attributes.get('variable') ?? ''));

/** All names are replaced where all are the same. The other rules of CSL, which few styles have, are not followed. */
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
  // Names are cut off where a work is cited again.
  const cut = elements.flatMap(({ attributes }) => attributes.get('et-al-subsequent-min') ?? []);
  return Math.min(...cut.map(Number));
};

/** `csl`, of a style that cites as `kind`, for the engine, or what is wrong with it, in a sentence. */
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
