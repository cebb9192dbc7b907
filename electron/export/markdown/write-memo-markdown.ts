import { createFootnoteList, type FootnoteList } from '#domain/memo/document/footnote-mark.ts';
import {
  documentFacts,
  type LaidPart,
  layDocument,
  sourceQuality,
} from '#domain/memo/document/lay-document.ts';
import type { DocumentSource, MemoDocument } from '#domain/memo/memo-document.ts';
import { printManifest } from '#domain/memo/verify/manifest.ts';
import { isolateNames } from '../isolate-direction.ts';
import { joinParagraphs, PARAGRAPHS } from '../text/paragraphs.ts';
import { escapeAddress, escapeHeading, escapeInline, escapeLine } from './escape-markdown.ts';
import { annexToMarkdown, keyToMarkdown } from './markdown-apparatus.ts';
import { blocksToMarkdown, wordsToMarkdown } from './markdown-blocks.ts';

const sourceToMarkdown = (source: DocumentSource): string => {
  const address = source.url === null ? '' : ` <${escapeAddress(source.url)}>`;
  const quality = sourceQuality(source);
  const more = quality === '' ? '' : `${PARAGRAPHS}    ${escapeLine(quality)}`;
  return `${`${source.number}.`.padEnd(4)}${escapeLine(isolateNames(source.text))}${address}${more}`;
};

const partToMarkdown = (part: LaidPart, notes: FootnoteList<string>): string => {
  const heading = `## ${escapeHeading(part.heading)}`;
  switch (part.kind) {
    case 'section': {
      const note = part.lexiconNote === null ? [] : [`*${escapeInline(part.lexiconNote)}*`];
      return [heading, blocksToMarkdown(part.blocks, notes), ...note].join(PARAGRAPHS);
    }
    case 'table':
      return [heading, wordsToMarkdown([part.columns, ...part.rows])].join(PARAGRAPHS);
    case 'sources':
      return [heading, part.sources.map(sourceToMarkdown).join(PARAGRAPHS)].join(PARAGRAPHS);
    case 'key':
      return [heading, ...keyToMarkdown(part)].join(PARAGRAPHS);
    case 'annex':
      return [heading, ...annexToMarkdown(part, notes)].join(PARAGRAPHS);
  }
};

/** Begins the comment that holds the manifest. */
export const MANIFEST_COMMENT = 'precis-manifest';

/** The memo as Markdown, the marking at its head and its foot. Whatever is quoted reads as text, never as markup. */
export const writeMemoMarkdown = (document: MemoDocument): string => {
  const notes = createFootnoteList<string>();
  const parts = layDocument(document).map((part) => partToMarkdown(part, notes));
  const facts = documentFacts(document).map(
    ({ name, value }) => `**${escapeInline(name)}:** ${escapeInline(value)}`,
  );
  const footnotes = notes.all().map(({ mark, note }) => `[^${mark}]: ${escapeInline(note)}`);
  // A comment is not printed: readers of Markdown leave it out.
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
