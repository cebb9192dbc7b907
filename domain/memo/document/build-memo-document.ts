import type { Task } from '../../task/task.ts';
import { type Marking, printMarking, TLP_BACKGROUND, tlpTable } from '../../tradecraft/marking.ts';
import type { MemoMaterial } from '../citations/memo-material.ts';
import { bareApparatus } from '../document-apparatus.ts';
import { printLexiconNote } from '../likelihood/print-lexicon-note.ts';
import { usedLikelihoods } from '../likelihood/used-likelihoods.ts';
import type { Memo } from '../memo.ts';
import type { MemoSection } from '../memo-content.ts';
import type {
  DocumentBlock,
  DocumentMarking,
  DocumentSection,
  DocumentTask,
  MemoDocument,
} from '../memo-document.ts';
import { asOfEpochSeconds, printAsOf, printDay, printPeriod } from '../print/print-date.ts';
import { type PrintedWords, printedLanguageOf } from '../print/printed-words.ts';
import { layParagraphs } from './lay-paragraphs.ts';
import { printBlocks } from './print-blocks.ts';
import { anchorOf, type PrintScope, printScopeOf } from './print-scope.ts';
import { printSources } from './print-source.ts';
import { printStatus } from './print-status.ts';
import { resolveReferences } from './resolve-references.ts';

/** An own banner is not a TLP label and must not look like one: only TLP is on black. */
const BANNER_BACKGROUND = '#3B4147';
const BANNER_COLOUR = '#FFFFFF';

/** A marking as it is printed, in its colours; null where there is none. */
export const printMarkingBand = (marking: Marking | null): DocumentMarking | null => {
  if (marking === null) return null;
  const text = printMarking(marking);
  if (marking.kind === 'banner') {
    return { text, textColour: BANNER_COLOUR, background: BANNER_BACKGROUND, disclosure: null };
  }
  const { colour, disclosure } = tlpTable[marking.label];
  return { text, textColour: colour, background: TLP_BACKGROUND, disclosure };
};

const printTask = (task: Task, words: PrintedWords): DocumentTask => ({
  title: task.title,
  owner: task.owner?.trim() ?? '',
  due: task.due === null ? '' : printDay(task.due, words),
  isDone: task.state === 'done',
});

/** The ticked tasks in the order in which they were ticked; deleted and cancelled ones are left out. */
const printTasks = (
  { printedTaskIds }: Memo,
  tasks: readonly Task[],
  words: PrintedWords,
): readonly DocumentTask[] =>
  printedTaskIds
    .flatMap((id) => tasks.find((task) => task.id === id) ?? [])
    .filter(({ deletedAt, state }) => deletedAt === null && state !== 'cancelled')
    .map((task) => printTask(task, words));

/** What the form prints for an empty section: "No change." */
const printEmpty = (whenEmpty: string): readonly DocumentBlock[] =>
  whenEmpty === '' ? [] : [{ kind: 'paragraph', runs: [{ kind: 'text', text: whenEmpty }] }];

/** A section without its prompt, which is for the analyst alone. */
const printSection = ({ attrs, content }: MemoSection, scope: PrintScope): DocumentSection => {
  const blocks = printBlocks(content, scope);
  const { role, heading, guide } = attrs;
  const says = blocks.some(({ kind }) => kind !== 'page-break');
  return {
    role,
    heading,
    ...anchorOf(attrs.anchor, scope),
    blocks: says ? blocks : printEmpty(guide?.whenEmpty ?? ''),
  };
};

/**
 * The document model of `memo`: what is printed, in any format. Pure and without a clock, so that the same memo on
 * the same evidence always gives the same document. Empty sections are left out, unless their form prints
 * something there; a citation whose evidence is missing is printed as missing (the checks refuse to export it).
 */
export const buildMemoDocument = (memo: Memo, material: MemoMaterial): MemoDocument => {
  const { head, content } = memo;
  const scope = printScopeOf(memo, material);
  const { words } = scope;
  const printedIn = printedLanguageOf(head.language);
  return {
    title: head.title.trim(),
    referenceNumber: head.referenceNumber,
    for: head.for.trim(),
    from: head.from.trim(),
    ...(head.period === undefined ? {} : { period: printPeriod(head.period, words) }),
    asOf: printAsOf(head.asOf, words),
    asOfEpochSeconds: asOfEpochSeconds(head.asOf),
    marking: printMarkingBand(head.marking),
    restrictions: head.restrictions.trim(),
    status: printStatus(memo, material.lineage, words),
    language: head.language,
    ...(printedIn === 'en' ? {} : { printedIn }),
    ...(material.terms === undefined ? {} : { terms: material.terms }),
    sections: resolveReferences(
      layParagraphs(
        content.content
          .map((section) => printSection(section, scope))
          .filter(({ blocks }) => blocks.length > 0),
        head.numbersParagraphs === true,
      ),
      words,
    ),
    tasks: printTasks(memo, material.tasks, words),
    sources: printSources(scope.numbers, material.articles, scope.sources, words),
    lexiconNote: printLexiconNote(head.lexicon, usedLikelihoods(memo, words.terms), words),
    ...bareApparatus,
    kind: words.kind.bluf,
  };
};
