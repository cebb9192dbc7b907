import { CircleAlert } from 'lucide-react';
import { Fragment, memo, type ReactNode, useState } from 'react';
import {
  type ShownRendering,
  type ShownTranslation,
  translationPutParagraphs,
} from '#domain/contract/translation.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import { capital } from '#domain/text/capital.ts';
import { byAnalyst, isMachineMade, type Maker } from '#domain/translation/translation.ts';
import { act } from '#renderer/bridge/act.ts';
import { printInstantDay } from '#renderer/parts/dates/print-date.ts';
import { attributesOfLanguage, sayMaker } from '#renderer/parts/translation/translations.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { useToday } from '#renderer/window/today.ts';
import highlights from '../drawing/highlights.module.css';
import { cutSegments, type LanedRange } from '../drawing/lay-highlights.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';
import { selectPassage } from '../state/reader-store.ts';
import styles from './translation.module.css';
import type { ParagraphMarks } from './translation-marks.ts';
import { WriteParagraph } from './WriteParagraph.tsx';

type Paragraph = Extract<ShownRendering, { kind: 'block' }>;

/** Handlers for keys and presses on one paragraph of the translation. */
export type ParagraphActs = {
  /** Returns whether the key was the reading cursor's, or returned to the text. */
  pressed(event: React.KeyboardEvent<HTMLElement>, block: number): boolean;
  /** The paragraph has got the focus. */
  reached(block: number): void;
  write(block: number): void;
  left(block: number, to: 'here' | 'next'): void;
};

type MarkedWordsProps = { readonly text: string; readonly words: readonly LanedRange[] };

/** The words of one passage; a press selects it. */
const Mark = ({ range, children }: { readonly range: LanedRange; readonly children: ReactNode }) => {
  const { store } = useReader();
  const { passageId, label, lane } = range;
  const isSelected = useReaderState((state) => state.selectedId === passageId);
  const isHot = useReaderState((state) => state.hotId === passageId);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys reach the passage in the text
    <mark
      className={joinClasses(highlights.passage, isSelected && highlights.selected, isHot && highlights.hot)}
      data-label={label}
      data-lane={String(lane)}
      onPointerEnter={() => store.setState({ hotId: passageId })}
      onPointerLeave={() => store.setState({ hotId: null })}
      onClick={() => selectPassage(store, passageId)}
    >
      {children}
    </mark>
  );
};

const none: ReadonlySet<PassageId> = new Set();

/** The words of a paragraph with the passages located in it. */
const MarkedWords = ({ text, words }: MarkedWordsProps) => {
  if (words.length === 0) return text;
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end, layers } of cutSegments(words, { start: 0, end: text.length }, none)) {
    if (start > at) parts.push(<Fragment key={at}>{text.slice(at, start)}</Fragment>);
    const marked = layers.reduceRight<ReactNode>(
      (inner, range) => (
        <Mark key={range.passageId} range={range}>
          {inner}
        </Mark>
      ),
      text.slice(start, end),
    );
    parts.push(<Fragment key={start}>{marked}</Fragment>);
    at = end;
  }
  if (at < text.length) parts.push(<Fragment key={at}>{text.slice(at)}</Fragment>);
  return parts;
};

/** The passages whose words in the paragraph are unknown. */
const Signs = ({ signs }: Pick<ParagraphMarks, 'signs'>) => {
  const { store } = useReader();
  return signs.length === 0 ? null : (
    <span className={styles.signs} aria-hidden>
      {signs.map(({ passageId, label }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: hidden; keys reach it in the text
        <span key={passageId} data-label={label} onClick={() => selectPassage(store, passageId)} />
      ))}
    </span>
  );
};

/** Who made it, if that differs from the translation's maker or was a machine. */
const MakerLine = ({ paragraph, maker }: { readonly paragraph: Paragraph; readonly maker: Maker }) => {
  const today = useToday();
  const isMachine = isMachineMade(paragraph);
  const { kind, name } = paragraph.maker;
  if (!isMachine && kind === maker.kind && name === maker.name) return null;
  return (
    <span className={styles.by}>
      {isMachine && <CircleAlert size={13} aria-hidden />}
      {capital(sayMaker(paragraph.maker))}, {printInstantDay(paragraph.updatedAt, today)}
    </span>
  );
};

export type TranslatedParagraphProps = {
  readonly articleId: ArticleId;
  readonly translation: ShownTranslation;
  readonly block: number;
  /** Undefined if this block is not translated. */
  readonly paragraph: Paragraph | undefined;
  readonly marks: ParagraphMarks;
  /** "paragraph 4", "heading" */
  readonly name: string;
  /** Whether the caret is in its original: Tab leads to it. */
  readonly isCurrent: boolean;
  readonly acts: ParagraphActs;
};

/** Saves the same words again, with another maker, or for the current original. */
const keepAgain = ({ articleId, translation, block }: TranslatedParagraphProps, text: string, maker: Maker) =>
  void act(translationPutParagraphs, {
    articleId,
    translationId: translation.id,
    paragraphs: [{ block, text }],
    maker,
    begins: { language: translation.language, maker: translation.maker },
  });

/** What needs attention in a paragraph: a machine has made it, or its original has changed. */
const ParagraphActsRow = (props: TranslatedParagraphProps & { readonly paragraph: Paragraph }) => {
  const { paragraph, block, acts } = props;
  const isMachine = isMachineMade(paragraph);
  if (!isMachine && !paragraph.isStale) return null;
  return (
    <span className={styles.acts}>
      {isMachine && (
        <Button isSmall excludeFromTabOrder onPress={() => keepAgain(props, paragraph.text, byAnalyst)}>
          Take as mine
        </Button>
      )}
      {paragraph.isStale && (
        <Button isSmall excludeFromTabOrder onPress={() => keepAgain(props, paragraph.text, paragraph.maker)}>
          Still right
        </Button>
      )}
      <Button isSmall excludeFromTabOrder onPress={() => acts.write(block)}>
        Edit <Kbd keys="↵" />
      </Button>
    </span>
  );
};

/** The words for reading: a text with a caret that can't be changed. */
const ReadParagraph = (
  props: TranslatedParagraphProps & { readonly paragraph: Paragraph; readonly text: string },
) => {
  const { paragraph, translation, block, marks, name, isCurrent, acts, text } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a text that is read with a caret, and has passages in it
    <div
      className={styles.words}
      role="textbox"
      aria-multiline
      aria-readonly
      aria-label={`Translation of ${name}${isMachineMade(paragraph) ? ', by machine' : ''}`}
      tabIndex={isCurrent ? 0 : -1}
      contentEditable
      suppressContentEditableWarning
      spellCheck={false}
      data-single-keys=""
      data-translation-of={block}
      {...attributesOfLanguage(translation.language, text)}
      ref={refuseEdits}
      onFocus={() => acts.reached(block)}
      onKeyDown={(event) => {
        if (!acts.pressed(event, block)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onDoubleClick={() => acts.write(block)}
    >
      <MarkedWords text={text} words={text === paragraph.text ? marks.words : []} />
    </div>
  );
};

const cancel = (event: Event): void => event.preventDefault();
/** Input methods can't be refused: their composition would change the text. */
const leave = (event: Event): void => {
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.blur();
};

const refuseEdits = (element: HTMLElement | null) => {
  element?.addEventListener('beforeinput', cancel);
  element?.addEventListener('drop', cancel);
  element?.addEventListener('compositionstart', leave);
  return () => {
    element?.removeEventListener('beforeinput', cancel);
    element?.removeEventListener('drop', cancel);
    element?.removeEventListener('compositionstart', leave);
  };
};

/** A paragraph for reading; if there is none, a button to write one. */
const ShownParagraph = (props: TranslatedParagraphProps & { readonly text: string }) => {
  const { translation, block, paragraph, acts, text } = props;
  if (paragraph === undefined)
    return (
      <div className={styles.missing}>
        {text === '' ? (
          <Button isSmall variant="quiet" excludeFromTabOrder onPress={() => acts.write(block)}>
            Translate <Kbd keys="↵" />
          </Button>
        ) : (
          text
        )}
      </div>
    );
  return (
    <div
      className={styles.paragraph}
      data-by-machine={isMachineMade(paragraph) || undefined}
      data-stale={paragraph.isStale || undefined}
    >
      <Signs signs={props.marks.signs} />
      <MakerLine paragraph={paragraph} maker={translation.maker} />
      <ReadParagraph {...props} paragraph={paragraph} text={text} />
      {paragraph.isStale && <span className={styles.stale}>The original has changed since</span>}
      <ParagraphActsRow {...props} paragraph={paragraph} />
    </div>
  );
};

const isSameParagraph = (a: Paragraph | undefined, b: Paragraph | undefined): boolean =>
  a === b ||
  (a?.updatedAt === b?.updatedAt &&
    a?.text === b?.text &&
    a?.isStale === b?.isStale &&
    a?.maker.kind === b?.maker.kind);

/** Each answer brings new objects: equal content is not rendered again. */
const saysTheSame = (a: TranslatedParagraphProps, b: TranslatedParagraphProps): boolean =>
  isSameParagraph(a.paragraph, b.paragraph) &&
  a.marks === b.marks &&
  a.isCurrent === b.isCurrent &&
  a.acts === b.acts &&
  a.block === b.block &&
  a.translation.id === b.translation.id &&
  a.translation.language === b.translation.language &&
  isSameMaker(a.translation.maker, b.translation.maker);

const isSameMaker = (a: Maker, b: Maker): boolean =>
  a.kind === b.kind && a.name === b.name && a.version === b.version;

/** The translation of one block, for reading or writing. */
export const TranslatedParagraph = memo((props: TranslatedParagraphProps) => {
  const { articleId, translation, block, paragraph, name, acts } = props;
  const isWritten = useReaderState((state) => state.translating === block);
  // New text is shown here until the archive answers.
  const [shown, setShown] = useState<{ readonly over: string; readonly text: string } | null>(null);
  const kept = paragraph?.text ?? '';
  if (shown !== null && shown.over !== kept) setShown(null);
  const text = shown?.text ?? kept;
  if (!isWritten) return <ShownParagraph {...props} text={text} />;
  return (
    <WriteParagraph
      articleId={articleId}
      translation={translation}
      block={block}
      text={kept}
      maker={(paragraph ?? translation).maker}
      name={name}
      onWritten={(words) => setShown({ over: kept, text: words })}
      onLeave={(to) => acts.left(block, to)}
    />
  );
}, saysTheSame);
