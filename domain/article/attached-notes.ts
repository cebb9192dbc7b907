/**
 * What ties a mail and the articles of its attachments to each other, and the pages of a web archive: a line in the
 * note of each, with names and ids.
 */
import { type RichText, richTextFromPlain } from '../rich-text.ts';
import type { ArticleRecord } from './article.ts';
import { isMailFormat } from './attachment.ts';

type Named = Pick<ArticleRecord, 'id' | 'originalName' | 'bibliography'>;
/** The article of the file that holds the others. */
type Holder = Named & Pick<ArticleRecord, 'format'>;

/** “Title” of 2024-04-22 (call.eml, article 0190…) */
const nameOf = ({ id, originalName, bibliography: { title, publishedAt } }: Named): string => {
  const [day] = (publishedAt ?? '').split('T');
  const date = day === undefined || day === '' ? '' : ` of ${day}`;
  const file = originalName === null ? '' : `${originalName}, `;
  return `${title === null ? 'without a title' : `“${title}”`}${date} (${file}article ${id})`;
};

/** The relation between a part and the file that contains it, worded for the part and for the holder. */
const tiesOf = ({ format }: Pick<Holder, 'format'>) =>
  isMailFormat(format)
    ? { ofPart: 'Attached to the mail', ofHolder: 'Attached to it' }
    : { ofPart: 'From the web archive of', ofHolder: 'From the same web archive' };

/** The initial note of an article that came from a file with `holder`. */
export const attachmentNote = (holder: Holder): RichText | null =>
  richTextFromPlain(`${tiesOf(holder).ofPart} ${nameOf(holder)}.`.replace(/\s+/gu, ' '));

const noted = (text: string) => ({
  type: 'paragraph' as const,
  content: [{ type: 'text' as const, text: text.replace(/\s+/gu, ' ') }],
});

/** `note` of the article of `holder`, followed by a list of what was imported with it; unchanged where nothing was. */
export const noteOfHolder = (
  note: RichText | null,
  holder: Pick<Holder, 'format'>,
  attached: readonly Named[],
): RichText | null => {
  if (attached.length === 0) return note;
  return {
    type: 'doc',
    content: [
      ...(note?.content ?? []),
      noted(`${tiesOf(holder).ofHolder}, and imported as articles of their own:`),
      {
        type: 'bulletList',
        content: attached.map((each) => ({ type: 'listItem', content: [noted(nameOf(each))] })),
      },
    ],
  };
};
