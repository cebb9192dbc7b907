import { useEffect, useRef, useState } from 'react';
import { type ShownTranslation, translationPutParagraphs } from '#domain/contract/translation.ts';
import type { ArticleId } from '#domain/ids.ts';
import { nameOfLanguage } from '#domain/translation/print-translation.ts';
import { byAnalyst, isMachineMade, MAX_RENDERING, type Maker } from '#domain/translation/translation.ts';
import { act } from '#renderer/bridge/act.ts';
import { useUnsavedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { useAutosave } from '#renderer/parts/note/use-autosave.ts';
import { attributesOfLanguage } from '#renderer/parts/translation/translations.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { useBeforeClose } from '#renderer/window/before-close.ts';
import styles from './translation.module.css';

/** Who is the maker after the analyst has edited the words of `before`: a machine's become the analyst's own. */
export const makerOfEdit = (before: { readonly maker: Maker }): Maker =>
  isMachineMade(before) ? byAnalyst : before.maker;

export type WriteParagraphProps = {
  readonly articleId: ArticleId;
  readonly translation: ShownTranslation;
  readonly block: number;
  /** As saved; empty if there is none. */
  readonly text: string;
  /** Whose words these are. */
  readonly maker: Maker;
  /** The name of the paragraph: "paragraph 4". */
  readonly name: string;
  /** Done: stays at this paragraph, or moves on to the next one's translation. */
  readonly onLeave: (to: 'here' | 'next') => void;
  /** Called with the text before it is saved. */
  readonly onWritten: (text: string) => void;
};

/** The field for the translation of one paragraph. It saves automatically, like a note. */
export const WriteParagraph = (props: WriteParagraphProps) => {
  const { articleId, translation, block, text, name, onLeave, onWritten } = props;
  const [typed, setTyped] = useState(text);
  const kept = useRef(text);
  const written = useLatest(typed);
  const field = useRef<HTMLTextAreaElement>(null);
  const autosave = useAutosave(async () => {
    const words = written.current.trim();
    if (words === kept.current.trim()) return;
    kept.current = words;
    const { id: translationId, language, maker } = translation;
    await act(translationPutParagraphs, {
      articleId,
      translationId,
      paragraphs: [{ block, text: words }],
      maker: makerOfEdit({ maker: props.maker }),
      begins: { language, maker },
      editId: autosave.editId(),
    });
  });
  useBeforeClose(autosave.flush);
  const flush = useLatest(autosave.flush);
  useEffect(() => {
    const { current: area } = field;
    area?.focus({ preventScroll: true });
    area?.setSelectionRange(area.value.length, area.value.length);
    area?.scrollIntoView({ block: 'nearest' });
    return () => void flush.current();
  }, []);
  // Another program, or an undo, has changed it, and nobody has typed since.
  const givenUp = useUnsavedEdits((state) => state.givenUp);
  const takeOver = useLatest((changed: string): void => {
    if (changed === kept.current || written.current.trim() !== kept.current.trim()) return;
    kept.current = changed;
    setTyped(changed);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: where an edit was given up, the field shows what is there
  useEffect(() => takeOver.current(text), [text, givenUp]);

  const leave = (to: 'here' | 'next'): void => {
    onWritten(written.current.trim());
    void autosave.flush();
    onLeave(to);
  };
  return (
    <div className={styles.writing}>
      <textarea
        ref={field}
        className={styles.field}
        aria-label={`${nameOfLanguage(translation.language)} translation of ${name}`}
        {...attributesOfLanguage(translation.language, typed)}
        value={typed}
        maxLength={MAX_RENDERING}
        spellCheck
        onChange={(event) => {
          setTyped(event.target.value);
          written.current = event.target.value;
          autosave.touch();
        }}
        onBlur={() => void autosave.flush()}
        onKeyDown={(event) => {
          const isEnter = event.key === 'Enter' && !event.shiftKey && !event.altKey;
          if ((event.key !== 'Escape' && !isEnter) || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.stopPropagation();
          leave(isEnter && (event.ctrlKey || event.metaKey) ? 'next' : 'here');
        }}
      />
      <span className={styles.hint}>Enter to finish, Ctrl+Enter for the next paragraph</span>
    </div>
  );
};
