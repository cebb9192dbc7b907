import { isMailFormat, MAX_OFFERED } from '#domain/article/attachment.ts';
import { type ArticleFormat, articleFormats } from '#domain/article/formats/article-formats.ts';
import { printBytes } from '#domain/backup/print-amount.ts';
import { wordsOf } from '#domain/contract/error-words/error-words.ts';
import type { OfferedAttachment } from '#domain/contract/import.ts';
import styles from '#renderer/parts/article/held-list.module.css';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import type { TakenParts } from './use-taken-parts.ts';

export type AttachmentListProps = {
  /** Of the file that contains them. */
  readonly format: ArticleFormat;
  readonly attachments: readonly OfferedAttachment[];
  /** Of the displayed text. */
  readonly title: string | null;
} & TakenParts;

/** Its format, or why it can't be read and what to do. */
const whatOf = ({ format, refusal, bytes }: OfferedAttachment): string => {
  if (refusal !== null) {
    const { happened, advice } = wordsOf({ code: refusal }, 'window');
    return `${happened} ${advice}`;
  }
  return format === null ? printBytes(bytes) : `${articleFormats[format].name} · ${printBytes(bytes)}`;
};

const toggled = (taken: ReadonlySet<number>, index: number): ReadonlySet<number> => {
  const next = new Set(taken);
  if (!next.delete(index)) next.add(index);
  return next;
};

const MAIL_WORDS = {
  label: 'Attachments',
  offer: 'Import attachments as separate articles.',
  tie: 'A note links each to the mail.',
};
const ARCHIVE_WORDS = {
  label: 'Other pages',
  offer: 'Import other pages of the web archive as separate articles.',
  tie: 'A note links each to this one.',
};

/** The displayed page of a web archive: it can be left out like the others. */
const ShownPage = ({
  title,
  isLeftOut,
  leaveOut,
}: Pick<AttachmentListProps, 'title' | 'isLeftOut' | 'leaveOut'>) => (
  <li>
    <Checkbox isSelected={!isLeftOut} onChange={(isTaken) => leaveOut(!isTaken)}>
      <span className={joinClasses(styles.name)}>{title ?? 'Untitled'}</span>
    </Checkbox>
    <span className={styles.what}>{isLeftOut ? 'The page below, left out' : 'The page below'}</span>
  </li>
);

/**
 * The attachments of a mail, or the other pages of a web archive, with checkboxes: each checked one becomes an article
 * when the file's text is kept.
 */
export const AttachmentList = (props: AttachmentListProps) => {
  const { format, attachments, taken, take, isLeftOut } = props;
  if (attachments.length === 0) return null;
  const readable = attachments.filter(({ refusal }) => refusal === null);
  const areAllTaken = readable.length > 0 && taken.size === readable.length;
  const words = isMailFormat(format) ? MAIL_WORDS : ARCHIVE_WORDS;
  const all = (): void => take(new Set(areAllTaken ? [] : readable.map(({ index }) => index)));
  return (
    <section className={styles.list} aria-label={words.label}>
      <header className={styles.head}>
        <p>
          <b>{words.offer}</b> {isLeftOut ? 'They are not linked to each other.' : words.tie}
          {attachments.length >= MAX_OFFERED && ` The first ${MAX_OFFERED} are offered.`}
        </p>
        {readable.length > 1 && (
          <Button isSmall variant="quiet" onPress={all}>
            {areAllTaken ? 'Take none' : `Take all ${readable.length}`}
          </Button>
        )}
      </header>
      <ul>
        {!isMailFormat(format) && <ShownPage {...props} />}
        {attachments.map((offer) => (
          <li key={offer.index}>
            <Checkbox
              isSelected={taken.has(offer.index)}
              isDisabled={offer.refusal !== null}
              onChange={() => take(toggled(taken, offer.index))}
            >
              <span className={joinClasses(styles.name, offer.refusal !== null && styles.refused)}>
                {offer.name}
              </span>
            </Checkbox>
            <span className={styles.what}>{whatOf(offer)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
