/** A document model as plain text, block by block: for comparison, and for reading without a page layout. */
import { quotedParagraphs } from '../document/lay-document.ts';
import { figureInWords } from '../document/print-figure.ts';
import { printPinpoints } from '../document/print-pinpoints.ts';
import { runsOfNote } from '../document-run.ts';
import type { DocumentBlock, FrozenDocument, Run } from '../memo-document.ts';
import { englishWords } from '../print/printed-words.ts';
import { OMISSION_WITHIN_MARKS } from '../verbatim/omission-mark.ts';

const plainRun = (run: Run): string => {
  switch (run.kind) {
    case 'text':
    case 'quote':
    case 'reference':
      return run.text;
    case 'break':
      return '\n';
    case 'footnote':
      return ` (${run.original?.text ?? ''}${runsOfNote(run).map(plainRun).join('')})`;
    case 'citation':
      return ` ${printPinpoints(run.pinpoints)}`;
  }
};

/** The runs of a block as they are read. */
export const plainRuns = (runs: readonly Run[]): string => runs.map(plainRun).join('').trim();

/** One block of a document as text. */
export type PlainBlock = {
  /** The heading of its section; null for the head of the memo. */
  readonly section: string | null;
  readonly text: string;
};

/** So many characters tell two pictures apart. */
const HASH_SHOWN = 12;

const plainBlock = (block: DocumentBlock): readonly string[] => {
  switch (block.kind) {
    case 'paragraph':
      return [`${block.number === undefined ? '' : `${block.number}. `}${plainRuns(block.runs)}`];
    case 'heading':
      return [block.text];
    case 'page-break':
      return [];
    case 'figure':
      return [
        ...figureInWords(block, englishWords),
        `Picture file: ${block.picture.sha256.slice(0, HASH_SHOWN)}`,
      ];
    case 'own-quotation':
      return block.blocks.flatMap(plainBlock);
    case 'list':
      return block.items.flatMap((item) => item.flatMap(plainBlock));
    case 'table':
      return block.cells.map(({ blocks }) => blocks.flatMap(plainBlock).join('\n'));
    case 'judgement':
      return [
        plainRuns(block.statement),
        ...[block.confidence, block.assumptions, block.wouldChange].filter((note) => note !== null),
      ];
    case 'quotation':
      return [
        `${quotedParagraphs(block)
          .map((lines) => `“${lines.join('\n')}”`)
          .join(OMISSION_WITHIN_MARKS)} ${printPinpoints([block.pinpoint])}`,
        ...(block.original === undefined ? [] : [block.original.quotes.join(OMISSION_WITHIN_MARKS)]),
        [block.attribution, block.grade].filter((part) => part !== null).join('; '),
      ];
  }
};

/** The text of a document in reading order: its head, each section with its heading, the follow-ups and the sources. */
export const plainDocument = (document: FrozenDocument): readonly PlainBlock[] => {
  const head = [
    document.title,
    `For: ${document.for}`,
    `From: ${document.from}`,
    `Period: ${document.period ?? ''}`,
    `As of: ${document.asOf}`,
    `Marking: ${document.marking?.text ?? 'none'}`,
    `Restrictions: ${document.restrictions}`,
  ];
  const named = [
    ...document.sections.map(({ heading, blocks }) => ({ heading, texts: blocks.flatMap(plainBlock) })),
    {
      heading: 'Follow-up',
      texts: document.tasks.map(({ title, owner, due, isDone }) =>
        [isDone ? `${title} (done)` : title, owner, due].filter((part) => part !== '').join(', '),
      ),
    },
    {
      heading: 'Sources',
      texts: document.sources.map(({ number, text, url, reliability, descriptor }) =>
        [`${number}. ${text}`, url, reliability, descriptor].filter((part) => part !== null).join(' '),
      ),
    },
  ];
  return [
    ...head.filter((text) => !text.endsWith(': ')).map((text) => ({ section: null, text })),
    ...named.flatMap(({ heading, texts }) =>
      texts.filter((text) => text !== '').map((text) => ({ section: heading, text })),
    ),
  ];
};
