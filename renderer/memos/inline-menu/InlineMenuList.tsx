import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useAppState, useSettings } from '#renderer/bridge/app-state.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { placeBelow } from '#renderer/ui/overlays/place-float.ts';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { announce } from '#renderer/window/live-region.ts';
import styles from './inline-menu.module.css';
import { type InlineItem, type InlineMenuStore, wayOf } from './inline-menu.ts';

const WIDTH_PX = 420;
const HEIGHT_PX = 320;

/** Shown in place of items; null until the first answer, which comes fast. */
const wordNone = (isAnswered: boolean, isCatalogueReady: boolean): string | null => {
  if (isAnswered) return 'Nothing found';
  return isCatalogueReady ? null : 'Loading the archive…';
};

/** What Enter does, and the keys that change it. */
const CitingHint = () => {
  const { citationForm } = useSettings();
  const [usual, other] =
    citationForm === 'whole' ? ['the quotation', 'only the number'] : ['only the number', 'the quotation'];
  return (
    <p className={joinClasses('quiet-words', styles.inlineHint)}>
      <span>
        <Kbd keys="Enter" /> cites {usual}
      </span>
      <span>
        <Kbd keys="Alt+Enter" /> cites {other}, from now on
      </span>
      <span>
        <Kbd keys="Shift+Enter" /> quotes as a block
      </span>
    </p>
  );
};

const Hint = ({ char, hasCurrent }: { readonly char: '@' | '/'; readonly hasCurrent: boolean }) => {
  if (char === '@') return <CitingHint />;
  return hasCurrent ? null : (
    <p className={joinClasses('quiet-words', styles.inlineHint)}>
      <span>
        <Kbd keys="ArrowDown" /> chooses
      </span>
    </p>
  );
};

/** The announcement for the list: the item that Enter takes, or why there is none. */
const sayList = (items: readonly InlineItem[] | null, index: number, none: string | null): string | null =>
  items !== null && items.length > 0 ? (items[index]?.title ?? null) : none;

/** The list that `@` and `/` open at the caret. The caret stays in the text; the keys act on the list. */
export const InlineMenuList = ({ menu }: { readonly menu: InlineMenuStore }) => {
  const open = useStore(menu, (state) => state.open);
  const current = open?.items?.[open.index];
  const list = useRef<HTMLDivElement>(null);
  const isCatalogueReady = useAppState((state) => state.isCatalogueReady);
  const none = wordNone(open?.items != null, isCatalogueReady);
  const said = open === null ? null : sayList(open.items, open.index, none);
  useEffect(() => {
    if (said !== null) announce(said);
  }, [said]);
  useEffect(() => {
    if (current !== undefined)
      list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  if (open === null || open.caret === null) return null;
  const { caret, items, choose, char } = open;
  const placed = placeBelow(caret, WIDTH_PX, HEIGHT_PX);
  const style = { ...placed, maxBlockSize: Math.min(HEIGHT_PX, placed.maxBlockSize) };
  const take = (event: MouseEvent | KeyboardEvent, item: InlineItem): void => {
    event.preventDefault();
    choose(item, wayOf(event, menu.getState().wantsBlock));
  };
  if (items === null || items.length === 0) {
    return none === null ? null : (
      <p
        className={joinClasses('float', 'quiet-words', 'clipped', styles.inlineMenu, styles.inlineNone)}
        style={style}
      >
        {none}
      </p>
    );
  }
  return (
    <div className={joinClasses('float', styles.inlineMenu)} style={style}>
      <div ref={list} role="listbox" aria-label="Insert">
        {items.map((item) => (
          <div
            key={item.id}
            role="option"
            // Focusable: the list scrolls, and can be used without the editor.
            tabIndex={item === current ? 0 : -1}
            aria-selected={item === current}
            className={joinClasses(styles.inlineItem, item === current && styles.inlineCurrent)}
            onMouseDown={(event) => take(event, item)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === ' ') take(event, item);
            }}
          >
            <span className={joinClasses('clipped', styles.inlineTitle)} dir="auto">
              {item.title}
            </span>
            <span className="quiet-words clipped">{item.detail}</span>
          </div>
        ))}
      </div>
      <Hint char={char} hasCurrent={current !== undefined} />
    </div>
  );
};
