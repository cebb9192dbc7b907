import { type RefObject, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { searchArchive } from '#domain/contract/search.ts';
import type { SourceRow } from '#domain/contract/source.ts';
import type { PassageId, SourceId } from '#domain/ids.ts';
import { createNameBook, type NameBook } from '#domain/names/names-in-text.ts';
import { paragraphsOf } from '#domain/names/paragraphs-of.ts';
import { printCount } from '#domain/print-count.ts';
import { setValue } from '#domain/search/written-conditions.ts';
import { sourceKindNames } from '#domain/source/source.ts';
import { joinFacts } from '#domain/text/join-facts.ts';
import { changeSettings, useSettings } from '#renderer/bridge/app-state.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { takeName } from '#renderer/parts/passage/card/ConcernedPart.tsx';
import { openSearch } from '#renderer/parts/search/saved-search-acts.ts';
import { registerNames, useReadyNames } from '#renderer/parts/source/names-in-article.ts';
import { branchNames, useSources } from '#renderer/parts/source/use-sources.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { sayHint } from '#renderer/window/notices.ts';
import { usePlaceBelow } from '../drawing/use-place-below.ts';
import { useOpenPassages } from '../state/passages-context.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';
import { countNamed, createArticleNames } from './article-names.ts';
import styles from './names.module.css';

const noNames: NameBook = { inText: () => [] };

/** The current name book: the previous one until changed names have been processed. */
const useNameBook = (): NameBook => {
  const { rows } = useSources();
  const { marksNames } = useSettings();
  useReadyNames(rows);
  const register = marksNames ? registerNames(rows) : null;
  const [book, setBook] = useState(() => register?.book.made() ?? noNames);
  useEffect(() => {
    if (register === null) {
      setBook(noNames);
      return;
    }
    return register.book.whenMade(setBook);
  }, [register]);
  return book;
};

/** Keeps the store's names in step with the register and the setting. */
export const useArticleNames = (): void => {
  const { article, store } = useReader();
  const book = useNameBook();
  const names = useMemo(() => createArticleNames(article, book), [article, book]);
  useLayoutEffect(() => store.setState({ names, openName: null }), [store, names]);
};

const nameStartOf = (target: EventTarget | null): number | null => {
  const start =
    target instanceof Element ? target.closest<HTMLElement>('[data-name]')?.dataset.name : undefined;
  return start === undefined ? null : Number(start);
};

/** A press on a name, or the key at it, shows what is known of it. */
const useOpening = (): void => {
  const { store, view } = useReader();
  useEffect(() => {
    if (view === null) return;
    const press = ({ target, detail, button }: MouseEvent): void => {
      const start = button === 0 && detail === 1 ? nameStartOf(target) : null;
      const isPlain = store.getState().selected.range === null;
      store.setState({ openName: start !== null && isPlain ? { start, isByKey: false } : null });
    };
    view.dom.addEventListener('click', press);
    return () => view.dom.removeEventListener('click', press);
  }, [store, view]);
  useCommand('article.name', () => {
    const { names, selected } = store.getState();
    const name = names.at(selected.range?.start ?? selected.caret);
    if (name === null) sayHint('No name of the register at the cursor');
    else store.setState({ openName: { start: name.start, isByKey: true } });
  });
  const { marksNames } = useSettings();
  useCommand('article.names', () => void changeSettings({ marksNames: !marksNames }));
};

/** The passages whose paragraphs name the source, and which of them don't have it among those concerned. */
const usePassagesNaming = (row: SourceRow) => {
  const { article } = useReader();
  const { placed } = useOpenPassages();
  const { byId } = useSources();
  return useMemo(() => {
    const book = createNameBook([{ id: row.id, names: [row.name, ...row.aliases] }]);
    const naming = placed.filter(
      ({ ranges }) => book.inText(paragraphsOf(article.index.text, article.spans, ranges)).length > 0,
    );
    const isAbout = (ids: readonly SourceId[]): boolean => ids.some((id) => byId.get(id)?.id === row.id);
    const free = naming.filter(({ passage }) => !isAbout(passage.concernedIds));
    return {
      here: countNamed(article, book, row.id),
      naming: naming.length,
      freeIds: free.map(({ passage }): PassageId => passage.id),
    };
  }, [article, placed, byId, row]);
};

const showPassages = (text: string): void => openSearch({ text, scope: 'passages' });
const showAll = (text: string): void => openSearch({ text, scope: 'everything' });

type LinkProps = { readonly count: number | undefined; readonly name: string; readonly onPress: () => void };

/** A count of zero is not a link. */
const CountLink = ({ count, name, onPress }: LinkProps) =>
  count === undefined || count === 0 ? (
    <span className={styles.none}>
      {name} {count ?? '…'}
    </span>
  ) : (
    <button type="button" className="word-button" onClick={onPress}>
      {name} {count.toLocaleString('en-GB')}
    </button>
  );

/** Where else a name occurs: with as few words as a search needs for it. */
const Elsewhere = ({ row }: { readonly row: SourceRow }) => {
  const words = [row.name, ...row.aliases].map((name) => `"${name.replaceAll('"', '')}"`).join(' OR ');
  const inArticles = `in:article (${words})`;
  const concerned = setValue('', 'concerned', row.id, 'asked');
  const asked = { limit: 1, order: 'newest', isTyping: false, isWhole: false } as const;
  const { data: articles } = useQuery(searchArchive, { ...asked, text: inArticles });
  const { data: events } = useQuery(searchArchive, { ...asked, text: `in:event ${concerned}` });
  return (
    <div className={styles.links}>
      <CountLink
        count={row.passageCount}
        name="Says"
        onPress={() => showPassages(setValue('', 'source', row.id, 'asked'))}
      />
      <CountLink count={row.aboutCount} name="Mentioned" onPress={() => showPassages(concerned)} />
      <CountLink count={events?.count} name="Events" onPress={() => showAll(`in:event ${concerned}`)} />
      <CountLink count={articles?.count} name="Articles" onPress={() => showAll(inArticles)} />
    </div>
  );
};

type KnownNameProps = { readonly row: SourceRow; readonly onDone: () => void };

const KnownNameOf = ({ row, onDone }: KnownNameProps) => {
  const { byId } = useSources();
  const { here, naming, freeIds } = usePassagesNaming(row);
  const take = (): void => {
    onDone();
    void takeName({ sourceId: row.id, spellings: [], passageIds: freeIds });
  };
  return (
    <div className={styles.known}>
      <button
        type="button"
        className={joinClasses('word-button', styles.name)}
        dir="auto"
        onClick={() => goTo({ view: 'sources', sourceId: row.id })}
      >
        {row.name}
      </button>
      <span className={styles.quiet}>
        {joinFacts([
          sourceKindNames[row.kind],
          ...branchNames(byId, row.parentId),
          `${printCount(here, 'time')} here`,
        ])}
      </span>
      <Elsewhere row={row} />
      <Button isSmall variant="primary" isDisabled={freeIds.length === 0} onPress={take}>
        Take all in this article as concerned
      </Button>
      <span className={styles.quiet}>
        {naming === 0
          ? 'No passage is in a paragraph with this name.'
          : `${printCount(naming, 'passage')} in paragraphs with this name, ${naming - freeIds.length} already set`}
      </span>
    </div>
  );
};

/** Esc, wherever the focus is, and a press elsewhere close it; a press on the text also acts there. */
const useClosing = (tip: RefObject<HTMLElement | null>, isOpen: boolean, close: () => void): void => {
  const { view } = useReader();
  const latest = useLatest(close);
  useEffect(() => {
    if (!isOpen) return;
    const press = ({ target }: PointerEvent): void => {
      const isWithin = [tip.current, view?.dom].some(
        (part) => target instanceof Node && part?.contains(target),
      );
      if (!isWithin) latest.current();
    };
    const leave = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') latest.current();
    };
    document.addEventListener('pointerdown', press);
    document.addEventListener('keydown', leave, { capture: true });
    return () => {
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('keydown', leave, { capture: true });
    };
  }, [tip, view, isOpen]);
};

/** What is known of the name that was pressed. */
export const NamePopover = () => {
  useOpening();
  const { store, view } = useReader();
  const { byId } = useSources();
  const names = useReaderState((state) => state.names);
  const opened = useReaderState((state) => state.openName);
  const isSelecting = useReaderState(({ selected }) => selected.range !== null);
  const name = opened === null ? null : names.at(opened.start + 1);
  const isShown = name !== null && (opened?.isByKey === true || !isSelecting);
  const { tip, place } = usePlaceBelow(isShown ? name : null);
  const close = (): void => {
    // The focus returns to the text, unless it is elsewhere by now.
    const isWithin = tip.current?.contains(document.activeElement) === true;
    store.setState({ openName: null });
    if (isWithin) view?.focus();
  };
  useClosing(tip, isShown, close);
  useEffect(() => {
    if (!isShown || opened?.isByKey !== true) return;
    const taking = tip.current?.querySelector<HTMLElement>('[data-rac]:not([data-disabled])');
    (taking ?? tip.current?.querySelector<HTMLElement>('button'))?.focus();
  }, [isShown, opened, tip]);
  if (!isShown || name === null) return null;
  const rows = name.ids.flatMap((id) => byId.get(id) ?? []);
  return (
    <div
      ref={tip}
      role="dialog"
      aria-label={rows.map((row) => row.name).join(', ')}
      className={joinClasses('float', styles.popover)}
      style={place}
    >
      {rows.map((row) => (
        <KnownNameOf key={row.id} row={row} onDone={close} />
      ))}
      <span className={styles.quiet}>
        <CommandKbd command="article.name" /> opens this at the cursor
      </span>
    </div>
  );
};
