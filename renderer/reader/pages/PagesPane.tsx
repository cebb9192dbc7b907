import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { IconButton } from '#renderer/ui/buttons/IconButton.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { useIsSlow } from '#renderer/ui/signs/use-is-slow.ts';
import { useReader } from '../state/reader-context.ts';
import { OriginalPages } from './OriginalPages.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import styles from './pages.module.css';
import { type Original, useOriginal } from './use-original.ts';

export type PagesPaneProps = {
  readonly onClose: () => void;
  /** Something was gone to in the text: a drawer over it stands aside. */
  readonly onDone: () => void;
};

const wordsOf = (original: Original): { readonly title: string; readonly text: string } | null => {
  if (original.state === 'failed') return errorWords(original.error);
  if (original.state !== 'not-drawn') return null;
  return {
    title: 'These pages can’t be drawn.',
    text: 'The original is as it was imported, and its text can be read and cited. Open the file in another program to see its pages.',
  };
};

/** What stands in place of pages, with a way out. */
const Instead = ({ onClose, children }: Pick<PagesPaneProps, 'onClose'> & { children: ReactNode }) => (
  <>
    <header className={styles.head}>
      <span className={styles.gap} />
      <IconButton icon={X} label="Hide the pages" isSmall onPress={onClose} />
    </header>
    <div className={styles.instead}>{children}</div>
  </>
);

const Content = ({ original, onClose, onDone }: PagesPaneProps & { readonly original: Original }) => {
  const isSlow = useIsSlow(original.state === 'opening');
  if (original.state === 'open') return <OriginalPages {...original} onClose={onClose} onDone={onDone} />;
  const words = wordsOf(original);
  return (
    <Instead onClose={onClose}>
      {original.state === 'locked' && (
        <PasswordForm isWrong={original.isWrong} onPassword={original.unlock} />
      )}
      {words !== null && <EmptyState title={words.title}>{words.text}</EmptyState>}
      {isSlow && <EmptyState title="Opening the original…" />}
    </Instead>
  );
};

/** The pages of the original that the text was read from, beside it or over it. */
export const PagesPane = (props: PagesPaneProps) => {
  const { article } = useReader();
  const original = useOriginal(article.article.id);
  return (
    <section
      className={styles.pane}
      aria-label="Pages of the original"
      aria-busy={original.state === 'opening'}
      data-pane
    >
      <Content {...props} original={original} />
    </section>
  );
};
