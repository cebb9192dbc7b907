import { sourcesCitedIn } from '#domain/memo/document/blocks-of-document.ts';
import { printDocumentStatus, printHandling } from '#domain/memo/document/lay-document.ts';
import {
  isListedByName,
  listedSources,
  type SourceLabel,
} from '#domain/memo/document/list-styled-sources.ts';
import type { DocumentSection, MemoDocument } from '#domain/memo/memo-document.ts';
import { wordsOf } from '#domain/memo/print/printed-words.ts';
import { withStop } from '#domain/text/capital.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import type { MemoEmail } from '#electron/ports/memo-writer.ts';
import { blocksToHtml } from '../html/html-blocks.ts';
import { element } from '../html/html-element.ts';
import { sourceToHtml } from '../html/write-memo-html.ts';
import { joinParagraphs, PARAGRAPHS } from '../text/paragraphs.ts';
import { blocksToText } from '../text/text-blocks.ts';
import { sourceToText } from '../text/write-memo-text.ts';
import { beginWriting } from '../writing.ts';

/** The bottom line, or the first section of a memo that has none. */
const leadOf = ({ sections }: MemoDocument): DocumentSection | undefined =>
  sections.find(({ role }) => role === 'bottom-line') ?? sections[0];

const subjectOf = ({ marking, status, referenceNumber, title }: MemoDocument): string =>
  [marking?.text ?? '', status === null ? '' : printDocumentStatus(status), referenceNumber, title]
    .filter((part) => part !== '')
    .join(' – ')
    .replace(/\s+/gu, ' ');

const labelOf = ({ sources }: MemoDocument): SourceLabel => (isListedByName(sources) ? 'none' : 'before');

const sourcesOf = (blocks: DocumentSection['blocks'], document: MemoDocument) =>
  listedSources(sourcesCitedIn(blocks, document));

/** The lines before and after the text: TLP requires its label in the body too, before the content it applies to. */
const handlingOf = ({ marking, restrictions }: MemoDocument): string =>
  [marking === null ? '' : printHandling(marking), restrictions].filter((part) => part !== '').join('. ');

const asOfLine = (document: MemoDocument): string => {
  const { asOf, sign } = wordsOf(document);
  return withStop(asOf(document.asOf), sign.stop);
};

const writeText = (document: MemoDocument, { heading, blocks }: DocumentSection): string => {
  const notes = beginWriting(document);
  const words = blocksToText(blocks, notes);
  const footnotes = notes.all().map(({ mark, note }) => `[${mark}] ${note}`);
  return joinParagraphs([
    handlingOf(document),
    heading,
    words,
    footnotes.join('\n'),
    asOfLine(document),
    sourcesOf(blocks, document)
      .map((source) => sourceToText(source, labelOf(document), notes.words))
      .join('\n'),
  ]);
};

const paragraph = (text: string): string => (text === '' ? '' : element('p', {}, escapeHtml(text)));

const writeHtml = (document: MemoDocument, { heading, blocks }: DocumentSection): string => {
  const notes = beginWriting(document);
  const words = blocksToHtml(blocks, notes);
  const sources = sourcesOf(blocks, document)
    .map((source) => sourceToHtml(source, labelOf(document), notes))
    .join('');
  return [
    paragraph(subjectOf(document)),
    paragraph(handlingOf(document)),
    element('p', {}, element('b', {}, escapeHtml(heading))),
    words,
    ...notes.all().map(({ mark, note }) => element('p', {}, `[${mark}] ${note}`)),
    paragraph(asOfLine(document)),
    sources === '' ? '' : element('ol', {}, sources),
  ].join('');
};

/**
 * The memo as an e-mail: the first line is the subject, which begins with the label; then the bottom line with the
 * sources that it cites.
 */
export const writeMemoEmail = (document: MemoDocument): MemoEmail => {
  const lead = leadOf(document) ?? { role: 'own', heading: '', blocks: [] };
  return {
    text: `${subjectOf(document)}${PARAGRAPHS}${writeText(document, lead)}\n`,
    html: writeHtml(document, lead),
  };
};
