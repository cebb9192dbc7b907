/** A Word document as its reader sees it with all tracked changes accepted: its paragraphs, each under its heading. */

import { isFurniture, type ReviewedParagraph, THING } from '../round/returned/reviewed-file.ts';
import type { PlainBlock } from './plain-document.ts';

/** The styles of the headings of sections: Word's own, and that of a bottom line. */
const isHeading = ({ style }: Pick<ReviewedParagraph, 'style'>): boolean =>
  /^(?:heading_?1|bottomlineheading)$/iu.test(style.replaceAll(/[ -]/gu, ''));

const textOf = ({ pieces }: Pick<ReviewedParagraph, 'pieces'>): string =>
  pieces
    .flatMap(({ text, deleted }) => (deleted === null ? text : []))
    .join('')
    .replaceAll(THING, '');

/** What is on every page is left out, and so are pictures and the marks of footnotes; the words of these come last. */
export const acceptedText = (paragraphs: readonly ReviewedParagraph[]): readonly PlainBlock[] => {
  const blocks: PlainBlock[] = [];
  let section: string | null = null;
  let begun = '';
  for (const paragraph of paragraphs.filter((each) => !isFurniture(each))) {
    begun += textOf(paragraph);
    // A paragraph whose end was taken out goes on in the next one.
    if (paragraph.deleted !== null) continue;
    const text = begun.trim();
    begun = '';
    if (text === '') continue;
    if (isHeading(paragraph)) section = text;
    blocks.push({ section: paragraph.part === 'note' ? 'Footnotes' : section, text });
  }
  return blocks;
};
