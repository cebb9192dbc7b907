/** Rules on the form of a memo: its marking, its head, its sections, lists, figures and glyphs. */
import { beginningOf } from '../../text/beginning-of.ts';
import { inQuotationMarks } from '../../text/quotation-marks.ts';
import { highestTlp, type Marking, tlpLabels, tlpOf } from '../../tradecraft/marking.ts';
import { citedArticles } from '../citations/cited-articles.ts';
import { citedName } from '../citations/cited-name.ts';
import type { CitedArticle, MemoMaterial } from '../citations/memo-material.ts';
import { isEmptyBlock } from '../content/is-empty-block.ts';
import { blocksOfDocument, unprintableFigures } from '../document/blocks-of-document.ts';
import { MAX_LIST_LEVELS } from '../document/flatten-list.ts';
import { isBuiltIn } from '../form/built-in-form-ids.ts';
import { placeInForm } from '../form/built-in-forms.ts';
import type { Form } from '../form/form.ts';
import type { Memo, MemoHead } from '../memo.ts';
import type { MemoBlock, MemoSection } from '../memo-content.ts';
import type { DocumentBlock, FigureBlock, Run } from '../memo-document.ts';
import { wordsOf } from '../print/printed-words.ts';
import { plainRuns } from '../snapshot/plain-document.ts';
import type { CheckedMemo } from './checked-memo.ts';
import type { Found, Level } from './finding.ts';
import { listWords, nameAll } from './name-all.ts';
import type { Rule } from './rule.ts';

/** So much of a paragraph names it. */
const MAX_SHOWN = 80;

/** A marking that the evidence was received with and the memo falls short of. */
export type NeededMarking = {
  readonly level: Exclude<Level, 'hint'>;
  readonly needed: Marking;
  /** The names of the articles that are marked so, in the order of the list of sources. */
  readonly articles: readonly string[];
};

const namesOf = (
  articles: readonly CitedArticle[],
  isSo: (marking: Marking | null) => boolean,
): readonly string[] => articles.filter(({ about }) => isSo(about.marking)).map((cited) => citedName(cited));

/**
 * With an own banner the check is off, since banners have no order. A banner spelled like a label counts as the
 * label.
 */
const tlpLevel = (
  { marking }: MemoHead,
  needed: Marking & { kind: 'tlp' },
): NeededMarking['level'] | null => {
  const own = tlpOf(marking);
  if (own === null) return marking !== null || needed.label === 'TLP:CLEAR' ? null : 'error';
  return tlpLabels.indexOf(own) < tlpLabels.indexOf(needed.label) ? 'error' : null;
};

const checkTlp = ({ head }: Memo, articles: readonly CitedArticle[]): readonly NeededMarking[] => {
  const label = highestTlp(articles.map(({ about }) => about.marking));
  if (label === null) return [];
  const needed = { kind: 'tlp', label } as const;
  const level = tlpLevel(head, needed);
  if (level === null) return [];
  return [{ level, needed, articles: namesOf(articles, (marking) => tlpOf(marking) === label) }];
};

/** Letters and white space make no other banner. */
const folded = (text: string): string => text.toLowerCase().replaceAll(/\s+/gu, ' ').trim();

/** A banner is carried where the memo's own holds its words, or the restrictions beside the marking do. */
const carries = ({ marking, restrictions }: MemoHead, banner: string): boolean =>
  [marking?.kind === 'banner' ? marking.text : '', restrictions].some((text) =>
    folded(text).includes(folded(banner)),
  );

/**
 * Banners have no order, so the memo has to carry the same words. A missing banner is an error under a TLP label,
 * which does not cover it, and without any marking; under another banner it is a warning, since the choice is the
 * writer's.
 */
const checkBanners = ({ head }: Memo, articles: readonly CitedArticle[]): readonly NeededMarking[] => {
  const banners = new Map(
    articles.flatMap(({ about: { marking } }) =>
      marking?.kind === 'banner' && tlpOf(marking) === null && !carries(head, marking.text)
        ? [[folded(marking.text), marking]]
        : [],
    ),
  );
  return [...banners].map(([words, needed]) => ({
    level: head.marking?.kind === 'banner' ? 'warning' : 'error',
    needed,
    articles: namesOf(articles, (marking) => marking?.kind === 'banner' && folded(marking.text) === words),
  }));
};

/** The markings that the memo's own marking falls short of: the highest TLP label of the articles, and each banner. */
export const markingsNeededBy = (memo: Memo, articles: readonly CitedArticle[]): readonly NeededMarking[] => [
  ...checkTlp(memo, articles),
  ...checkBanners(memo, articles),
];

/** The same of what it cites. */
export const neededMarkings = (memo: Memo, material: MemoMaterial): readonly NeededMarking[] =>
  markingsNeededBy(memo, citedArticles(memo.content, material));

const toFound = ({ level, needed, articles }: NeededMarking): Found => {
  const isMarked = `${nameAll(articles)} ${articles.length === 1 ? 'is' : 'are'} marked`;
  const message =
    needed.kind === 'tlp'
      ? `${isMarked} ${needed.label}: mark the memo at least as high.`
      : `${isMarked} “${needed.text}”: use the same marking, or add it to the restrictions.`;
  return { place: { kind: 'head', field: 'marking' }, message, level, subject: message };
};

/** Marked below what it cites, or not at all while what it cites is marked; beside an own banner a warning. */
export const markingBelowEvidence: Rule = {
  level: 'error',
  check: ({ memo, material }) => neededMarkings(memo, material).map(toFound),
};

/** Characters that no font has, known once the memo was printed. */
export const missingGlyphs: Rule = {
  level: 'error',
  check: (memo) =>
    memo.missingGlyphs.map(({ character, codePoint, place }) => ({
      place: { kind: 'text', words: character },
      message: `No font has ${character} (${codePoint}) in “${place}”. Remove the character, or print its number.`,
      subject: null,
    })),
};

/** Sections that the form requires and that the memo no longer has, under any heading. */
const removedSections = ({ memo, material }: CheckedMemo): readonly string[] => {
  if (memo.kind === 'withdrawal') return [];
  const left = memo.content.content.map(({ attrs }) => attrs);
  // A memo has the headings of the language in which it was begun.
  const isIt = (heading: string, at: number, asked: string): boolean =>
    heading === asked || (isBuiltIn(memo.template) && placeInForm(memo.template, heading) === at);
  return (material.form?.sections ?? []).flatMap(({ isRequired, role, heading }, at) => {
    const isThere = left.some(
      (each) => isIt(each.heading, at, heading) || (role !== 'own' && each.role === role),
    );
    return isRequired && !isThere ? [heading] : [];
  });
};

/** Empty sections that the form requires, each as its own finding: shown at the end, when the memo is exported. */
export const requiredSections: Rule = {
  level: 'warning',
  told: 'at-export',
  check: (checked) => [
    ...checked.memo.content.content
      .filter(({ attrs, content }) => attrs.guide?.isRequired === true && content.every(isEmptyBlock))
      .map(
        ({ attrs: { heading } }): Found => ({
          place: { kind: 'section', heading },
          message: `The form asks for “${heading}”, which is empty.`,
          subject: heading,
        }),
      ),
    ...removedSections(checked).map(
      (heading): Found => ({
        place: { kind: 'section', heading: checked.memo.content.content.at(-1)?.attrs.heading ?? heading },
        message: `The form asks for “${heading}”, which the memo does not have.`,
        subject: `removed ${heading}`,
      }),
    ),
  ],
};

type Field = Form['requiredFields'][number];

const names: Readonly<Record<Field, string>> = { for: 'For', from: 'From', period: 'Period' };

/** Of a memo whose form can't be read. */
const usualFields: readonly Field[] = ['for', 'from'];

const saysNothing = (head: MemoHead, field: Field): boolean =>
  field === 'period' ? head.period === undefined : head[field].trim() === '';

/** Empty lines of the head, of those that the form requires. */
export const headIncomplete: Rule = {
  level: 'warning',
  check: ({ memo: { head }, material }) =>
    (material.form?.requiredFields ?? usualFields)
      .filter((field) => saysNothing(head, field))
      .map((field) => ({
        place: { kind: 'head', field },
        message: `“${names[field]}” is empty.`,
        subject: field,
      })),
};

/** Whether an empty section is left out of print; a section that the form requires is covered by another rule. */
const isLeftOut = ({ guide }: MemoSection['attrs']): boolean =>
  guide === undefined || (guide.whenEmpty === '' && !guide.isRequired);

/** All empty sections in one finding: most are empty while a memo is written, so it is shown only on export. */
export const emptySections: Rule = {
  level: 'hint',
  told: 'at-export',
  check: ({ memo }): readonly Found[] => {
    const headings = memo.content.content
      .filter(({ attrs, content: blocks }) => isLeftOut(attrs) && blocks.every(isEmptyBlock))
      .map(({ attrs }) => attrs.heading);
    const [first] = headings;
    if (first === undefined) return [];
    const named = listWords(headings.map((heading) => `“${heading}”`));
    return [
      {
        place: { kind: 'section', heading: first },
        message: `${named} ${headings.length === 1 ? 'is' : 'are'} empty and will not be printed.`,
        subject: named,
      },
    ];
  },
};

const deepest = (blocks: readonly MemoBlock[]): number => Math.max(0, ...blocks.map(levelsOf));

/** How many lists stand within each other. */
const levelsOf = (block: MemoBlock): number => {
  switch (block.type) {
    case 'bulletList':
    case 'orderedList':
      return 1 + deepest(block.content.flatMap(({ content }) => content));
    case 'table':
      return deepest(block.content.flatMap(({ content }) => content.flatMap((cell) => cell.content)));
    default:
      return 0;
  }
};

/** A section with a list that is printed with fewer levels than it has: deeper items are printed at the last level. */
export const listTooDeep: Rule = {
  level: 'warning',
  check: ({ memo }) =>
    memo.content.content
      .filter(({ content: blocks }) => deepest(blocks) > MAX_LIST_LEVELS)
      .map(({ attrs: { heading } }) => ({
        place: { kind: 'section', heading },
        message: `A list in “${heading}” has more than ${MAX_LIST_LEVELS} levels. Deeper levels are printed as the last one.`,
        subject: heading,
      })),
};

const brokenReferences = (runs: readonly Run[]): readonly string[] =>
  runs.some((run) => run.kind === 'reference' && run.target === null) ? [plainRuns(runs)] : [];

const textsWithBroken = (block: DocumentBlock): readonly string[] => {
  if (block.kind === 'paragraph') return brokenReferences(block.runs);
  return block.kind === 'judgement' ? brokenReferences(block.statement) : [];
};

/** A cross reference whose target was taken out, or is a paragraph that has no number. */
export const referenceMissing: Rule = {
  level: 'error',
  check: ({ document }) =>
    blocksOfDocument(document.sections)
      .flatMap(textsWithBroken)
      .map((text) => ({
        // The words before it are the writer's.
        place: { kind: 'text', words: text.split(wordsOf(document).reference.missing)[0]?.trim() ?? '' },
        message: `A cross reference points at nothing: ${inQuotationMarks(beginningOf(text, MAX_SHOWN))}. Insert it again, or remove it.`,
        subject: null,
      })),
};

const tell =
  (message: (figure: FigureBlock) => string) =>
  (figure: FigureBlock): Found => ({
    place: { kind: 'figure', number: figure.number },
    message: message(figure),
    subject: null,
  });

/** A picture that another program has taken away or changed. */
export const pictureMissing: Rule = {
  level: 'error',
  check: ({ document, material }) =>
    unprintableFigures(document, material.pictures ?? null).missing.map(
      tell(
        ({ number, picture }) =>
          `The picture of figure ${number} is missing or was replaced: “${picture.sha256.slice(0, 12)}….${picture.format}” in the folder of the memo. Insert it again, or restore it from a backup.`,
      ),
    ),
};

/** A picture that some readers can't see (PDF/UA-1, ISO 14289-1, 7.3; WCAG 2.2, 1.1.1). Nothing is guessed for them. */
export const figureNotDescribed: Rule = {
  level: 'error',
  check: ({ document }) =>
    unprintableFigures(document, null).undescribed.map(
      tell(
        ({ number }) =>
          `Figure ${number} has no description. Say what it shows, for readers who can’t see it (PDF/UA-1).`,
      ),
    ),
};
