import { Languages } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type ShownTranslation, translationPutPassage } from '#domain/contract/translation.ts';
import { type ArticleId, newTranslationIdSchema, type PassageId, type TranslationId } from '#domain/ids.ts';
import { quotesOf } from '#domain/passage/passage.ts';
import { nameOfLanguage } from '#domain/translation/print-translation.ts';
import { byAnalyst, isMachineMade, type Maker, renderedWords } from '#domain/translation/translation.ts';
import { act } from '#renderer/bridge/act.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { useBeforeClose } from '#renderer/window/before-close.ts';
import { setViewState, useViewState } from '#renderer/window/view-state.ts';
import { useAutosave } from '../../note/use-autosave.ts';
import { attributesOfLanguage, sayMaker, useTranslations } from '../../translation/translations.ts';
import type { PassageCardProps } from './card-props.ts';
import styles from './translation-part.module.css';

/** The view state key for the chosen translation of an article in the reader. */
const viewStateOf = (articleId: ArticleId): string => `translation ${articleId}`;

/** The translations of the article, the current one for writing, and those that the passage has. */
const useTranslationOf = (articleId: ArticleId, passageId: PassageId) => {
  const all = useTranslations(articleId);
  const [chosenId] = useViewState<TranslationId | null>(viewStateOf(articleId), null);
  const chosen = all?.translations.find(({ id }) => id === chosenId) ?? all?.translations.at(-1) ?? null;
  const own = chosen?.passages.find((each) => each.passageId === passageId);
  return { all: all?.translations ?? [], chosen, own };
};

/** Whether the card offers to write a translation: in a foreign-language article, or beside other translations. */
export const useMayTranslate = ({
  articleId,
  passage,
  isForeign = false,
  field,
}: PassageCardProps): boolean => {
  const { chosen, own } = useTranslationOf(articleId, passage.id);
  const isWanted = isForeign || chosen !== null;
  return isWanted && own === undefined && field !== 'translation' && quotesOf(passage).length > 0;
};

/** The paragraph translations as suggestions for the parts of a passage; null if some part has none. */
const offerOf = (chosen: ShownTranslation | null, blocks: readonly number[]): readonly string[] | null => {
  const texts = blocks.map((block) => chosen?.paragraphs.find((each) => each.block === block)?.text ?? '');
  return texts.length === 0 || texts.includes('') ? null : texts;
};

type FieldProps = {
  readonly on: { readonly articleId: ArticleId; readonly passageId: PassageId };
  readonly chosen: ShownTranslation | null;
  /** As saved, one for each part. */
  readonly texts: readonly string[];
  readonly maker: Maker;
  readonly quotes: readonly string[];
  readonly offer: readonly string[] | null;
  readonly onDone: () => void;
};

/** The edited parts, and saving them: completely, or removing the translation. */
const useWriting = ({ on, chosen, texts, maker, quotes }: FieldProps) => {
  const { spelling } = useSettings();
  const [typed, setTyped] = useState<readonly string[]>(() => quotes.map((_, part) => texts[part] ?? ''));
  const written = useLatest(typed);
  const kept = useRef(texts.join('\n'));
  const [newTranslationId] = useState(() => newId(newTranslationIdSchema));
  const language = chosen?.language ?? spelling.language.split('-')[0] ?? 'en';
  const autosave = useAutosave(async () => {
    const words = written.current.map((text) => text.trim());
    const isNone = words.every((text) => text === '');
    // Empty parts can't be saved: it waits until all are written.
    if ((!isNone && words.includes('')) || words.join('\n').trim() === kept.current) return;
    kept.current = words.join('\n').trim();
    await act(translationPutPassage, {
      ...on,
      translationId: chosen?.id ?? newTranslationId,
      texts: isNone ? [] : words,
      maker: isMachineMade({ maker }) ? byAnalyst : maker,
      begins: { language, maker: chosen?.maker ?? byAnalyst },
      editId: autosave.editId(),
    });
  });
  useBeforeClose(autosave.flush);
  const flush = useLatest(autosave.flush);
  useEffect(() => () => void flush.current(), []);
  const change = (next: readonly string[]): void => {
    setTyped(next);
    written.current = next;
    autosave.touch();
  };
  return { typed, change, language, autosave };
};

/** The field for the translation of a passage, part by part. It saves automatically. */
const TranslationField = (props: FieldProps) => {
  const { quotes, offer, onDone } = props;
  const { typed, change, language, autosave } = useWriting(props);
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus({ preventScroll: true }), []);
  const isEmpty = typed.every((text) => text.trim() === '');
  return (
    <div className={styles.part}>
      <span className={styles.by}>
        <Languages size={13} aria-hidden /> Translation, {nameOfLanguage(language)}
      </span>
      {typed.map((text, part) => (
        <textarea
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place
          key={part}
          ref={part === 0 ? first : undefined}
          className={styles.field}
          aria-label={quotes.length === 1 ? 'Translation' : `Translation of part ${part + 1}`}
          {...attributesOfLanguage(language, text)}
          value={text}
          onChange={({ target }) => change(typed.map((other, at) => (at === part ? target.value : other)))}
          onBlur={() => void autosave.flush()}
          onKeyDown={(event) => {
            const isDone = event.key === 'Enter' && !event.shiftKey;
            if ((event.key !== 'Escape' && !isDone) || event.nativeEvent.isComposing) return;
            event.preventDefault();
            event.stopPropagation();
            void autosave.flush();
            onDone();
          }}
        />
      ))}
      {isEmpty && offer !== null && (
        <Button isSmall onPress={() => change(offer)}>
          Begin with the paragraph
        </Button>
      )}
      {!isEmpty && typed.some((text) => text.trim() === '') && (
        <span className={styles.by}>Saved once each part is translated.</span>
      )}
    </div>
  );
};

type ReadProps = {
  readonly translation: ShownTranslation;
  readonly own: ShownTranslation['passages'][number];
  readonly onWrite: () => void;
};

/** One translation of the passage, for reading; a press edits it. */
const ReadTranslation = ({ translation, own, onWrite }: ReadProps) => {
  const words = renderedWords(own);
  return (
    <button
      type="button"
      className={styles.part}
      data-machine={isMachineMade(own) || undefined}
      aria-label={`Change the translation, ${sayMaker(own.maker)}`}
      onClick={onWrite}
    >
      <span className={styles.by}>
        <Languages size={13} aria-hidden /> {nameOfLanguage(translation.language)}{' '}
        <span className={styles.maker}>{sayMaker(own.maker)}</span>
      </span>
      <span {...attributesOfLanguage(translation.language, words)}>{words}</span>
      {own.isStale && <span className={styles.stale}>The passage has changed since</span>}
    </button>
  );
};

/** The translations of a passage on its card: for reading, or one being edited. */
export const TranslationPart = ({ articleId, passage, blocks = [], field, onField }: PassageCardProps) => {
  const { all, chosen, own } = useTranslationOf(articleId, passage.id);
  const quotes = quotesOf(passage);
  if (quotes.length === 0) return null;
  const read = all.flatMap((translation) => {
    const isWritten = field === 'translation' && translation === chosen;
    const words = translation.passages.find((each) => each.passageId === passage.id);
    return words === undefined || isWritten ? [] : [{ translation, own: words }];
  });
  return (
    <>
      {read.map((each) => (
        <ReadTranslation
          key={each.translation.id}
          {...each}
          onWrite={() => {
            setViewState(viewStateOf(articleId), each.translation.id);
            onField('translation');
          }}
        />
      ))}
      {field === 'translation' && (
        <TranslationField
          key={chosen?.id ?? ''}
          on={{ articleId, passageId: passage.id }}
          chosen={chosen}
          texts={own?.texts ?? []}
          maker={own?.maker ?? chosen?.maker ?? byAnalyst}
          quotes={quotes}
          offer={offerOf(chosen, blocks)}
          onDone={() => onField(null)}
        />
      )}
    </>
  );
};
