import type { ArticleAnnotation } from '#domain/article/annotations.ts';
import { textStateOf } from '#domain/article/text-state.ts';
import type { OpenArticle } from '#domain/contract/article.ts';
import { AlteredTextActs } from '#renderer/parts/article/altered-text/AlteredTextActs.tsx';
import styles from '../article-head.module.css';

export type AlteredBannerProps = {
  readonly opened: OpenArticle;
  readonly about: ArticleAnnotation;
  readonly onRestored: () => void;
};

/** Says that the text is not the one that was imported, what was kept, and what can be done; nothing where it is. */
export const AlteredBanner = ({ opened, about, onRestored }: AlteredBannerProps) => {
  const { article, textSha256 } = opened;
  const state = textStateOf(article, about, textSha256);
  if (state === 'intact') return null;
  const isAccepted = state === 'accepted';
  return (
    <aside className={styles.altered} data-state={state} role={isAccepted ? 'note' : 'alert'}>
      <p>
        <strong>This text was changed after it was imported, not by Precis.</strong>{' '}
        {isAccepted
          ? `It is quoted as it is, under its own hash. The reason: “${about.acceptedText?.reason ?? ''}”`
          : 'It can be read, but not highlighted, cited or exported. Your passages and the original file were left as they are.'}
      </p>
      <AlteredTextActs articleId={article.id} isAccepted={isAccepted} onRestored={onRestored} />
    </aside>
  );
};
