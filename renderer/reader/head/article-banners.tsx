import { useMemo } from 'react';
import type { ArticleAnnotation } from '#domain/article/annotations.ts';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { findLostRaisedText } from '#domain/article/body/find-lost-raised-text.ts';
import { isPaged } from '#domain/article/formats/article-formats.ts';
import { pagesToRead } from '#domain/article/machine/machine-ranges.ts';
import { textStateOf } from '#domain/article/text-state.ts';
import type { OpenArticle } from '#domain/contract/article.ts';
import { printCount } from '#domain/print-count.ts';
import { AlteredTextActs } from '#renderer/parts/article/AlteredTextActs.tsx';
import { chooseNewVersion, rereadOriginal } from '#renderer/parts/article/imports.ts';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './article-head.module.css';

export type AlteredBannerProps = {
  readonly opened: OpenArticle;
  readonly about: ArticleAnnotation;
  readonly onRestored: () => void;
};

/**
 * Says that the text differs from the one that was imported, what was kept, and what can be done. Renders nothing if it
 * does not.
 */
export const AlteredBanner = ({ opened, about, onRestored }: AlteredBannerProps) => {
  const { article, textSha256 } = opened;
  const state = textStateOf(article, about, textSha256);
  if (state === 'intact') return null;
  const isAccepted = state === 'accepted';
  return (
    <aside className={styles.altered} data-state={state} role={isAccepted ? 'note' : 'alert'}>
      <p>
        <strong>Another program changed this text after the import.</strong>{' '}
        {isAccepted
          ? `The changed text is quoted under its own hash. Reason: “${about.acceptedText?.reason ?? ''}”`
          : 'You can read it, but not highlight, cite or export it. Your passages and the original file are unchanged.'}
      </p>
      <AlteredTextActs articleId={article.id} isAccepted={isAccepted} onRestored={onRestored} />
    </aside>
  );
};

/** For excerpts: says that they are not the article's text, and offers to import that. */
export const ExcerptsBanner = ({ article }: Pick<OpenArticle, 'article'>) =>
  article.format !== 'excerpts' ? null : (
    <aside className={styles.altered} data-state="accepted" role="note">
      <p>
        <strong>These are excerpts, not the article.</strong> Only these words were kept. Paragraph numbers
        count the excerpts. Import the full text as a new version: the passages are carried over.
      </p>
      <div>
        <Button isSmall onPress={() => void chooseNewVersion(article.id)}>
          Import the text…
        </Button>
      </div>
    </aside>
  );

/**
 * For a text kept before superscripts were recognised: says that a number in it may be misread, and offers a new
 * version from its original.
 */
export const LostRaisedTextBanner = ({ article, body }: Pick<OpenArticle, 'article' | 'body'>) => {
  const lost = useMemo(() => findLostRaisedText(body), [body]);
  if (lost === null) return null;
  return (
    <aside className={styles.altered} data-state="accepted" role="note">
      <p>
        <strong>
          “{lost.stands}” in this text should read “{lost.reads}”.
        </strong>{' '}
        The article was imported before Precis kept superscripts and subscripts. Read the original again for a
        new version: your passages are carried over.
      </p>
      <div>
        <Button isSmall onPress={() => void rereadOriginal(article.id)}>
          Read the original again…
        </Button>
      </div>
    </aside>
  );
};

/** For a text from a PDF with pages that were not read: says so, and offers a new version with them. */
export const ScannedPagesBanner = ({ article, body }: Pick<OpenArticle, 'article' | 'body'>) => {
  const pages = useMemo(
    () => (isPaged(article.format) ? pagesToRead(textBlockSpans(body), canonicalText(body)) : []),
    [article, body],
  );
  if (pages.length === 0) return null;
  const isOne = pages.length === 1;
  return (
    <aside className={styles.altered} data-state="accepted" role="note">
      <p>
        <strong>{isOne ? 'One page was' : `${pages.length} pages were`} not read.</strong>{' '}
        {isOne ? 'It is a picture' : 'They are pictures'}, or {isOne ? 'its' : 'their'} letters can’t be read.
        This computer can read {isOne ? 'it' : 'them'} for a new version. Your passages are carried over.
      </p>
      <div>
        <Button isSmall onPress={() => void rereadOriginal(article.id)}>
          Read {printCount(pages.length, 'scanned page')}…
        </Button>
      </div>
    </aside>
  );
};
