/** Passages as Markdown: each a block quotation, who said it and where, and its citation. */
import type { ExportedPassage } from '#domain/memo/passages/exported-passage.ts';
import { OMISSION } from '#domain/memo/verbatim/omission-mark.ts';
import { escapeAddress, escapeInline, escapeLine } from '../markdown/escape-markdown.ts';
import { quoted } from '../markdown/markdown-blocks.ts';
import { joinParagraphs, PARAGRAPHS } from '../text/paragraphs.ts';

const quoteOf = ({ selectors }: ExportedPassage): string =>
  selectors
    .map(({ quote }) =>
      quote.exact
        .split('\n')
        .filter((line) => line !== '')
        .map(escapeLine)
        .join(PARAGRAPHS),
    )
    .join(`${PARAGRAPHS}${escapeLine(OMISSION)}${PARAGRAPHS}`);

const passageToMarkdown = (passage: ExportedPassage): string => {
  const { label, tags, attribution, citation, url, marking, note } = passage;
  const address = url === null ? '' : ` <${escapeAddress(url)}>`;
  const words = [label, ...tags.map((tag) => `#${tag}`), ...(marking === null ? [] : [marking])];
  return joinParagraphs([
    quoted(`${quoteOf(passage)}${PARAGRAPHS}— ${escapeInline(attribution)}`),
    `${escapeLine(citation)}${address}`,
    escapeLine(words.join(' · ')),
    note === null ? '' : escapeLine(note),
  ]);
};

/** The passages one below the other, parted by rules. */
export const writePassageMarkdown = (passages: readonly ExportedPassage[]): string =>
  `${passages.map(passageToMarkdown).join(`${PARAGRAPHS}---${PARAGRAPHS}`)}\n`;
