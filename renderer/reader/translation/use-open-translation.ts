import { useEffect, useState } from 'react';
import type { ArticleTranslations, ShownTranslation } from '#domain/contract/translation.ts';
import type { ArticleId, TranslationId } from '#domain/ids.ts';
import { countWhile } from '#domain/text/sequences/count-while.ts';
import type { PositionMap } from '#renderer/editor/position-map.ts';
import { useTranslations } from '#renderer/parts/translation/translations.ts';
import { useTranslationView } from '#renderer/window/side-panes.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { useReader } from '../state/reader-context.ts';
import type { SlotPlace } from '../state/slots.ts';

/** The chosen translation of the open article, and where it is shown. */
export type OpenTranslation = {
  readonly all: ArticleTranslations;
  readonly chosen: ShownTranslation;
  /** Null while only the text is shown. */
  readonly place: SlotPlace | null;
  /** Whether the window has room for it beside the text. */
  readonly hasRoom: boolean;
  readonly choose: (id: TranslationId) => void;
};

/** The longest time that the translations wait. */
const IDLE_WITHIN_MS = 300;

/** Whether the article's text has been painted: its translations are as long, and come after it. */
const useIsPainted = (id: ArticleId): boolean => {
  const [painted, setPainted] = useState<ArticleId | null>(null);
  useEffect(() => {
    let idle = 0;
    const frame = requestAnimationFrame(() => {
      idle = requestIdleCallback(() => setPainted(id), { timeout: IDLE_WITHIN_MS });
    });
    return () => {
      cancelAnimationFrame(frame);
      cancelIdleCallback(idle);
    };
  }, [id]);
  return painted === id;
};

/**
 * The translation of the open article, null if it has none; and a function that chooses one, even before it is loaded.
 */
export const useOpenTranslation = (hasRoom: boolean) => {
  const { article } = useReader();
  const { id } = article.article;
  const all = useTranslations(useIsPainted(id) ? id : null);
  const [chosenId, choose] = useViewState<TranslationId | null>(`translation ${id}`, null);
  const { isWanted, place: wanted } = useTranslationView();
  const chosen = all?.translations.find((each) => each.id === chosenId) ?? all?.translations.at(-1);
  const shown = hasRoom ? wanted : 'below';
  const place = isWanted && chosen !== undefined ? shown : null;
  useEffect(() => {
    useTranslationView.setState({ isBeside: place === 'beside' });
    return () => useTranslationView.setState({ isBeside: false });
  }, [place]);
  const open: OpenTranslation | null =
    all === null || chosen === undefined ? null : { all, chosen, place, hasRoom, choose };
  return { open, choose };
};

/** The index of the text block that contains an offset of the canonical text. */
export const blockAt = ({ blocks }: Pick<PositionMap, 'blocks'>, offset: number): number =>
  Math.max(0, countWhile(blocks, ({ start }) => start <= offset) - 1);
