import {
  annexLead,
  type LaidAnnex,
  type LaidKey,
  type LaidPassage,
} from '#domain/memo/document/lay-apparatus.ts';
import {
  documentFacts,
  type LaidPart,
  layDocument,
  sourceQuality,
} from '#domain/memo/document/lay-document.ts';
import { addressBeside, type SourceLabel } from '#domain/memo/document/list-styled-sources.ts';
import type { AnnexWords } from '#domain/memo/document-apparatus.ts';
import type { DocumentSource, MemoDocument, Run } from '#domain/memo/memo-document.ts';
import type { PrintedWords } from '#domain/memo/print/printed-words.ts';
import { printManifest } from '#domain/memo/verify/manifest.ts';
import { isolateDirection, isolateNames, isolateSign } from '../isolate-direction.ts';
import { joinParagraphs, PARAGRAPHS } from '../text/paragraphs.ts';
import { beginWriting, type Writing } from '../writing.ts';
import { escapeAddress, escapeHeading, escapeInline, escapeLine } from './escape-markdown.ts';
import {
  blocksToMarkdown,
  plainRunsToMarkdown,
  quoted,
  styledToMarkdown,
  wordsToMarkdown,
} from './markdown-blocks.ts';

const sourceToMarkdown = (source: DocumentSource, label: SourceLabel, printed: PrintedWords): string => {
  const url = addressBeside(source);
  const address = url === null ? '' : ` <${escapeAddress(url)}>`;
  const words =
    source.entry === undefined
      ? escapeLine(isolateNames(source.text, printed))
      : styledToMarkdown(source.entry.words);
  const behind = label === 'behind' ? ` ${escapeInline(`[${source.number}]`)}` : '';
  const before = label === 'before' ? `${source.number}.`.padEnd(4) : '-   ';
  const quality = sourceQuality(source);
  const more = quality === '' ? '' : `${PARAGRAPHS}    ${escapeLine(quality)}`;
  return `${before}${words}${address}${behind}${more}`;
};

/** The parts that an export adds to a memo, as Markdown. */

type Notes = Writing;

/** The paragraphs of the key below its heading. */
const keyToMarkdown = ({ entries }: LaidKey, { words: { sign } }: Notes): readonly string[] =>
  entries.flatMap(({ name, text, table }) => [
    `**${escapeInline(name)}${sign.stop}** ${escapeInline(text)}`,
    ...(table === null ? [] : [wordsToMarkdown([table.columns, ...table.rows])]),
  ]);

const paragraphToMarkdown = (words: readonly AnnexWords[], { dir }: LaidPassage, notes: Notes): string => {
  const runs = words.map(({ text, isCited }): Run => ({ kind: 'text', text, bold: isCited }));
  return isolateDirection(plainRunsToMarkdown(runs, notes), dir);
};

const passageToMarkdown = (passage: LaidPassage, notes: Notes): string =>
  [
    `**${escapeInline(`${isolateSign(passage.place, notes.words)} ${passage.grade}`)}** ${escapeInline(isolateNames(passage.from, notes.words))}`,
    ...passage.paragraphs.map((words) => quoted(paragraphToMarkdown(words, passage, notes))),
    ...passage.notes.map(({ lead, text }) => `*${escapeInline(lead)}* ${escapeInline(text)}`),
  ].join(PARAGRAPHS);

/** The paragraphs of the annex below its heading. */
const annexToMarkdown = ({ passages }: LaidAnnex, notes: Notes): readonly string[] => [
  escapeLine(annexLead(notes.words.annex.citedInMarkdown, notes.words)),
  ...passages.map((passage) => passageToMarkdown(passage, notes)),
];

const partToMarkdown = (part: LaidPart, notes: Notes): string => {
  const heading = `## ${escapeHeading(part.heading)}`;
  switch (part.kind) {
    case 'section': {
      const note = part.lexiconNote === null ? [] : [`*${escapeInline(part.lexiconNote)}*`];
      return [heading, blocksToMarkdown(part.blocks, notes), ...note].join(PARAGRAPHS);
    }
    case 'table':
      return [heading, wordsToMarkdown([part.columns, ...part.rows])].join(PARAGRAPHS);
    case 'sources':
      return [
        heading,
        part.sources.map((source) => sourceToMarkdown(source, part.label, notes.words)).join(PARAGRAPHS),
      ].join(PARAGRAPHS);
    case 'key':
      return [heading, ...keyToMarkdown(part, notes)].join(PARAGRAPHS);
    case 'annex':
      return [heading, ...annexToMarkdown(part, notes)].join(PARAGRAPHS);
  }
};

/** The beginning of the comment that contains the manifest. */
export const MANIFEST_COMMENT = 'precis-manifest';

/**
 * The memo as Markdown, with the marking at its head and its foot. Quoted text is always escaped, never read as markup.
 */
export const writeMemoMarkdown = (document: MemoDocument): string => {
  const notes = beginWriting(document);
  const parts = layDocument(document).map((part) => partToMarkdown(part, notes));
  const facts = documentFacts(document).map(
    ({ name, value }) => `**${escapeInline(name)}${notes.words.sign.colon}** ${escapeInline(value)}`,
  );
  const footnotes = notes.all().map(({ mark, note }) => `[^${mark}]: ${note}`);
  // A comment is not shown: Markdown viewers leave it out.
  const manifest =
    document.manifest === null ? '' : `<!-- ${MANIFEST_COMMENT} ${printManifest(document.manifest)} -->`;
  const marking = document.marking === null ? '' : `**${escapeInline(document.marking.text)}**`;
  const all = [
    marking,
    document.letterhead.map(escapeInline).join('\\\n'),
    `# ${escapeHeading(document.title)}`,
    facts.join('\\\n'),
    ...parts,
    footnotes.join(PARAGRAPHS),
    marking,
    manifest,
  ];
  return `${joinParagraphs(all)}\n`;
};
