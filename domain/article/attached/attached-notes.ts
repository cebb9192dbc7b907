/** What ties a mail and the articles of its attachments to each other: a line in the note of each, with names and ids. */
import { type RichText, richTextFromPlain } from '../../rich-text.ts';
import type { ArticleRecord } from '../article.ts';

type Named = Pick<ArticleRecord, 'id' | 'originalName' | 'bibliography'>;

/** “Title” of 2024-04-22 (call.eml, article 0190…) */
const nameOf = ({ id, originalName, bibliography: { title, publishedAt } }: Named): string => {
  const [day] = (publishedAt ?? '').split('T');
  const date = day === undefined || day === '' ? '' : ` of ${day}`;
  const file = originalName === null ? '' : `${originalName}, `;
  return `${title === null ? 'without a title' : `“${title}”`}${date} (${file}article ${id})`;
};

/** The note with which the article of an attachment begins. */
export const attachmentNote = (mail: Named): RichText | null =>
  richTextFromPlain(`Attached to the mail ${nameOf(mail)}.`.replace(/\s+/gu, ' '));

const noted = (text: string) => ({
  type: 'paragraph' as const,
  content: [{ type: 'text' as const, text: text.replace(/\s+/gu, ' ') }],
});

/** `note` of a mail, and below it what was imported with it; as it is where nothing was. */
export const noteOfMail = (note: RichText | null, attached: readonly Named[]): RichText | null =>
  attached.length === 0
    ? note
    : {
        type: 'doc',
        content: [
          ...(note?.content ?? []),
          noted('Attached to it, and imported as articles of their own:'),
          {
            type: 'bulletList',
            content: attached.map((each) => ({ type: 'listItem', content: [noted(nameOf(each))] })),
          },
        ],
      };
