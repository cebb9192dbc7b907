import { X } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { MAX_ORIGINAL_PAGES } from '#domain/article/pages.ts';
import { articleOriginal } from '#domain/contract/article.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId } from '#domain/ids.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import type { OpenPdf, PageSize } from '#renderer/pdf/draw-pdf.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { useIsSlow } from '#renderer/ui/signs/progress.tsx';
import { useReader } from '../state/reader-context.ts';
import { OriginalPages } from './OriginalPages.tsx';
import styles from './pages.module.css';

export type PagesPaneProps = {
  readonly onClose: () => void;
  /** The text was scrolled to a place: a drawer over it closes. */
  readonly onDone: () => void;
};

/** The state of an article's original. */
type Original =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly pdf: OpenPdf; readonly sizes: readonly PageSize[] }
  /** The file needs a password; `unlock` opens it with one, which is stored nowhere. */
  | {
      readonly state: 'locked';
      readonly isWrong: boolean;
      readonly unlock: (password: string) => void;
    }
  | { readonly state: 'failed'; readonly error: AppError }
  /** It is as imported, but the library can't draw it. */
  | { readonly state: 'not-drawn' };

type Tell = (original: Original) => void;

/** Opens the bytes, asking for a password as often as needed. Returns how to close what was opened. */
const openBytes = (bytes: Uint8Array, tell: Tell): (() => void) => {
  let opened: OpenPdf | null = null;
  let isGone = false;
  const open = async (password: string | null): Promise<void> => {
    tell({ state: 'opening' });
    const { openOriginal } = await import('#renderer/pdf/draw-pdf.ts');
    // The bytes are transferred to the worker; this copy is kept for another password.
    const answer = await openOriginal(bytes.slice(), password);
    if (typeof answer !== 'string') return show(answer);
    if (isGone) return;
    if (answer === 'not-drawn') tell({ state: 'not-drawn' });
    else tell({ state: 'locked', isWrong: answer === 'password-wrong', unlock: (next) => void open(next) });
  };
  const show = async (pdf: OpenPdf): Promise<void> => {
    opened = pdf;
    const sizes = isGone ? [] : await pdf.sizes(MAX_ORIGINAL_PAGES).catch(() => []);
    if (isGone) void pdf.close();
    else tell(sizes.length === 0 ? { state: 'not-drawn' } : { state: 'open', pdf, sizes });
  };
  void open(null);
  return () => {
    isGone = true;
    void opened?.close();
  };
};

/** The original of an article with pages, open while it is shown. */
const useOriginal = (articleId: ArticleId): Original => {
  const [original, setOriginal] = useState<Original>({ state: 'opening' });
  useEffect(() => {
    let isGone = false;
    let close: (() => void) | null = null;
    void request(articleOriginal, { articleId }).then((answer) => {
      if (isGone) return;
      if (answer.ok) close = openBytes(answer.value, setOriginal);
      else setOriginal({ state: 'failed', error: answer.error });
    });
    return () => {
      isGone = true;
      close?.();
    };
  }, [articleId]);
  return original;
};

const wordsOf = (original: Original): { readonly title: string; readonly text: string } | null => {
  if (original.state === 'failed') return errorWords(original.error);
  if (original.state !== 'not-drawn') return null;
  return {
    title: 'These pages can’t be drawn.',
    text: 'The original is unchanged, and you can read and cite its text. Open the file in another program to see its pages.',
  };
};

/** Shown in place of pages, with a close button. */
const Instead = ({ onClose, children }: Pick<PagesPaneProps, 'onClose'> & { children: ReactNode }) => (
  <>
    <header className={styles.head}>
      <span className={styles.gap} />
      <IconButton icon={X} label="Hide the pages" isSmall onPress={onClose} />
    </header>
    <div className={styles.instead}>{children}</div>
  </>
);

type PasswordFormProps = {
  readonly isWrong: boolean;
  readonly onPassword: (password: string) => void;
};

/** Asks for the password of an original, each time that its pages are shown. */
const PasswordForm = ({ isWrong, onPassword }: PasswordFormProps) => {
  const [password, setPassword] = useState('');
  return (
    <form
      className={styles.locked}
      // The browser would block submitting a password after a wrong one.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') onPassword(password);
      }}
    >
      <h2>These pages are locked</h2>
      <p>The PDF needs its password. Precis does not store it, and asks each time.</p>
      <TextField
        label="Password"
        type="password"
        autoComplete="off"
        autoFocus
        value={password}
        onChange={setPassword}
        {...(isWrong && password === '' ? { error: 'That is not the password of the file.' } : {})}
      />
      <Button variant="primary" type="submit" isDisabled={password === ''}>
        Show the pages
      </Button>
    </form>
  );
};

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
