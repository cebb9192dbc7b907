/** Passages as Markdown: each a block quotation, who said it and where, and its citation. */
import type { ExportedPassage } from '#domain/memo/passages/exported-passage.ts';
import { escapeAddress, escapeLine } from '../markdown/escape-markdown.ts';
import { markdownOfPassage } from '../markdown/markdown-passage.ts';
import { joinParagraphs, PARAGRAPHS } from '../text/paragraphs.ts';

const passageToMarkdown = (passage: ExportedPassage): string => {
  const { label, tags, citation, url, marking, note } = passage;
  const address = url === null ? '' : ` <${escapeAddress(url)}>`;
  const words = [label, ...tags.map((tag) => `#${tag}`), ...(marking === null ? [] : [marking])];
  return joinParagraphs([
    markdownOfPassage(passage),
    `${escapeLine(citation)}${address}`,
    escapeLine(words.join(' · ')),
    note === null ? '' : escapeLine(note),
  ]);
};

/** The passages one below the other, parted by rules. */
export const writePassageMarkdown = (passages: readonly ExportedPassage[]): string =>
  `${passages.map(passageToMarkdown).join(`${PARAGRAPHS}---${PARAGRAPHS}`)}\n`;
