import { useLayoutEffect, useMemo, useRef } from 'react';
import { createPortal } from 'react-dom';
import { hasWords } from '#domain/article/body/canonical-text.ts';
import { paragraphNumberAt } from '#domain/article/body/paragraph-numbers.ts';
import type { ShownTranslation } from '#domain/contract/translation.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { announce } from '#renderer/window/live-region.ts';
import { useOpenPassages } from '../state/passages-context.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';
import { selectPassage } from '../state/reader-store.ts';
import type { SlotPlace } from '../state/slots.ts';
import { cursorStepOf, isPlainPress } from '../text/cursor-key.ts';
import { useDrawnSlots } from './drawn-slots.ts';
import { type ParagraphActs, TranslatedParagraph } from './TranslatedParagraph.tsx';
import styles from './translation.module.css';
import { moveInTranslation, readTranslation, selectedIn, selectIn } from './translation-cursor.ts';
import { marksOfParagraphs, noMarks, type ParagraphMarks } from './translation-marks.ts';
import { blockAt, type OpenTranslation } from './use-open-translation.ts';

const SAID_LENGTH = 160;

const wordsOf = (slot: HTMLElement | undefined): HTMLElement | null =>
  slot?.querySelector<HTMLElement>('[data-translation-of]') ?? null;

/** Elements that stay the same as long as their block has a slot. */
const useSlotElements = (blocks: readonly number[], place: SlotPlace): ReadonlyMap<number, HTMLElement> => {
  const { view } = useReader();
  const made = useRef(new Map<number, HTMLElement>());
  const elements = useMemo(() => {
    const next = new Map<number, HTMLElement>();
    for (const block of blocks) {
      const element = made.current.get(block) ?? document.createElement('div');
      element.className = styles.slot ?? '';
      element.dir = 'ltr';
      element.dataset.place = place;
      next.set(block, element);
    }
    return next;
  }, [blocks, place]);
  useLayoutEffect(() => {
    made.current = new Map(elements);
    view?.showSlots({ place, elements });
  }, [view, place, elements]);
  useLayoutEffect(
    () => () => {
      if (view?.dom.isConnected === true) view.showSlots({ place: 'below', elements: new Map() });
    },
    [view],
  );
  return elements;
};

/** Equal marks are the same object, so that a paragraph renders again only for its own passages. */
const useMarks = (translation: ShownTranslation): ReadonlyMap<number, ParagraphMarks> => {
  const { article } = useReader();
  const { placed } = useOpenPassages();
  const before = useRef(new Map<number, readonly [string, ParagraphMarks]>());
  return useMemo(() => {
    const kept = new Map<number, readonly [string, ParagraphMarks]>();
    for (const [block, marks] of marksOfParagraphs(article.map, placed, translation)) {
      const says = JSON.stringify(marks);
      const known = before.current.get(block);
      kept.set(block, known?.[0] === says ? known : [says, marks]);
    }
    before.current = kept;
    return new Map([...kept].map(([block, [, marks]]) => [block, marks]));
  }, [article, placed, translation]);
};

/** Keys in the translation, and where they move. */
const useParagraphActs = (
  { chosen }: Pick<OpenTranslation, 'chosen'>,
  elements: ReadonlyMap<number, HTMLElement>,
): ParagraphActs => {
  const { article, store, view } = useReader();
  const { placed } = useOpenPassages();
  const read = useMemo(() => readTranslation(chosen.paragraphs, chosen.language), [chosen]);
  const toText = (block: number): void => {
    const offset = article.map.blocks[block]?.start ?? 0;
    view?.select({ start: offset, end: offset });
    store.setState({ selected: { caret: offset, range: null } });
    view?.focus();
  };
  /** Moves the reading cursor, also into the next paragraph; returns whether it handled the key. */
  const moveCaret = (
    { nativeEvent, currentTarget }: React.KeyboardEvent<HTMLElement>,
    block: number,
  ): boolean => {
    const isMac = useAppState.getState().app?.platform === 'darwin';
    const step = cursorStepOf(nativeEvent, { isMac, isRightToLeft: currentTarget.dir === 'rtl' });
    if (step === null) return false;
    const { anchor, head } = selectedIn(currentTarget) ?? { anchor: 0, head: 0 };
    const from = { anchor: { block, offset: anchor }, head: { block, offset: head } };
    const next = moveInTranslation(read, from, step);
    const element = wordsOf(elements.get(next.head.block));
    if (element !== null) selectIn(element, next.anchor.offset, next.head.offset);
    if (!step.extends && next.said !== '') announce(next.said.slice(0, SAID_LENGTH));
    return true;
  };
  const latest = useLatest<ParagraphActs>({
    pressed(event, block) {
      const isPlain = isPlainPress(event);
      if (isPlain && event.key === 'Enter') store.setState({ translating: block });
      else if (isPlain && event.key === 'Escape') toText(block);
      else return moveCaret(event, block);
      return true;
    },
    reached(block) {
      const span = article.map.blocks[block];
      if (span === undefined) return;
      const { selectedId, selected } = store.getState();
      const isHere = (offset: number): boolean => span.start <= offset && offset <= span.end;
      if (!isHere(selected.caret)) store.setState({ selected: { caret: span.start, range: null } });
      const current = placed.find(({ passage }) => passage.id === selectedId);
      if (current !== undefined && !current.ranges.some(({ start, end }) => isHere(start) || isHere(end)))
        selectPassage(store, null);
    },
    write: (block) => store.setState({ translating: block }),
    left(block, to) {
      const at = article.map.blocks.findIndex(
        ({ start, end }, index) => index > block && hasWords(article.index.text.slice(start, end)),
      );
      const next = to === 'next' && at !== -1 ? at : null;
      if (next !== null) {
        const caret = article.map.blocks[next]?.start ?? 0;
        view?.select({ start: caret, end: caret });
        store.setState({ selected: { caret, range: null } });
      }
      store.setState({ translating: next });
      // The field disappears: its paragraph gets the focus.
      if (next === null) requestAnimationFrame(() => (wordsOf(elements.get(block)) ?? view?.dom)?.focus());
    },
  });
  return useMemo(
    () => ({
      pressed: (event, block) => latest.current.pressed(event, block),
      reached: (block) => latest.current.reached(block),
      write: (block) => latest.current.write(block),
      left: (block, to) => latest.current.left(block, to),
    }),
    [],
  );
};

/** The blocks with a slot: those translated, and the one at the caret that is or can be translated. */
const useBlocks = (
  { paragraphs }: ShownTranslation,
  place: SlotPlace,
  current: number,
): readonly number[] => {
  const { article } = useReader();
  const translating = useReaderState((state) => state.translating);
  const span = article.map.blocks[current];
  const mayBegin = span !== undefined && hasWords(article.index.text.slice(span.start, span.end));
  const translated = useMemo(() => new Set(paragraphs.map(({ block }) => block)), [paragraphs]);
  const wanted = translating ?? (place === 'beside' && mayBegin ? current : null);
  // Moving the caret through translated blocks changes nothing.
  const extra = wanted === null || translated.has(wanted) ? null : wanted;
  return useMemo(() => {
    const blocks = new Set(translated);
    if (extra !== null) blocks.add(extra);
    return [...blocks].filter((block) => article.map.blocks[block] !== undefined).sort((a, b) => a - b);
  }, [translated, extra, article]);
};

/** The paragraphs of the translation, each in the slot of its block. */
export const TranslationSlots = ({
  chosen,
  place,
}: Pick<OpenTranslation, 'chosen'> & { place: SlotPlace }) => {
  const { article } = useReader();
  const current = useReaderState((state) => blockAt(article.map, state.selected.caret));
  const translating = useReaderState((state) => state.translating);
  const blocks = useBlocks(chosen, place, current);
  const elements = useSlotElements(blocks, place);
  const drawn = useDrawnSlots(elements, chosen, translating ?? current);
  const acts = useParagraphActs({ chosen }, elements);
  const marks = useMarks(chosen);
  const paragraphs = useMemo(() => new Map(chosen.paragraphs.map((each) => [each.block, each])), [chosen]);
  const nameOf = (block: number): string => {
    const number = paragraphNumberAt(article.paragraphs, article.map.blocks[block]?.start ?? -1);
    return number === null ? 'this part' : `paragraph ${number}`;
  };
  return [...elements].map(([block, element]) =>
    !drawn.has(block)
      ? null
      : createPortal(
          <TranslatedParagraph
            articleId={article.article.id}
            translation={chosen}
            block={block}
            paragraph={paragraphs.get(block)}
            marks={marks.get(block) ?? noMarks}
            name={nameOf(block)}
            isCurrent={block === current}
            acts={acts}
          />,
          element,
          String(block),
        ),
  );
};
