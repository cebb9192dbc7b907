import { useEffect, useMemo, useRef } from 'react';
import { Header, ListBoxItem, ListBoxSection } from 'react-aria-components';
import type { SearchTerm } from '#domain/search/language/search-node.ts';
import { queryWords } from '#domain/search/search-words.ts';
import { type MarkedText, markedSnippet, markTerms } from '#domain/search/words/mark-terms.ts';
import { useFocusCommand } from '#renderer/commands/use-focus-command.ts';
import { MarkedParts } from '#renderer/parts/search/MarkedParts.tsx';
import { ListHead } from '#renderer/ui/collections/ListHead.tsx';
import { PageList } from '#renderer/ui/collections/PageList.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { Panel } from '#renderer/ui/panes/Panel.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { goTo, moveTo, useGuideOver } from '#renderer/window/navigation.ts';
import { useWindowTitle } from '#renderer/window/use-window-title.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { GuideText, guide } from './guide/GuideText.tsx';
import { type GuideDocument, type GuidePage, slugOf, textOf } from './guide/guide-page.ts';
import styles from './help.module.css';

const pages = guide.flatMap((document) => document.pages);

/** Scrolls to the heading that a link named, or to the start of the page. */
const useShownPlace = (heading: string | null, pageId: string | undefined) => {
  const ref = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top
  useEffect(() => {
    const target = heading === null ? null : document.getElementById(`guide-${heading}`);
    if (target === null) ref.current?.querySelector('h1')?.scrollIntoView({ block: 'end' });
    else {
      target.scrollIntoView({ block: 'start' });
      target.focus({ preventScroll: true });
    }
    // The list has some eighty pages: the current one is scrolled into view.
    document
      .querySelector('[role="listbox"] [role="option"][aria-selected="true"]')
      ?.scrollIntoView({ block: 'nearest' });
  }, [heading, pageId]);
  return ref;
};

const show = (id: string): void => moveTo({ view: 'help', helpPlace: id });

/** A page, and a heading in it; null for its start. */
type GuidePlace = { readonly page: GuidePage; readonly heading: string | null };

const hasHeading = ({ nodes }: GuidePage, slug: string): boolean =>
  nodes.some((node) => node.type === 'heading' && slugOf(textOf(node)) === slug);

/**
 * The target of a place such as `user-guide#encryption`: a page with that id, else the page of that document with that
 * heading. Null if there is no such page: the link leads to another document, or out of the guide.
 */
export const placeOf = (pages: readonly GuidePage[], place: string): GuidePlace | null => {
  const exact = pages.find(({ id }) => id === place);
  if (exact !== undefined) return { page: exact, heading: null };
  const [document, heading] = place.split('#');
  if (heading === undefined) return null;
  const page = pages.find((each) => each.document === document && hasHeading(each, heading));
  return page === undefined ? null : { page, heading };
};

/** The place that a link in `document` names: `#encryption`, `teams.md`, `teams.md#with-git`; null for any other. */
export const placeOfLink = (document: string, url: string): string | null => {
  if (url.startsWith('#')) return `${document}${url}`;
  const [, name, heading = ''] = /^([\w-]+)\.md(#[\w-]+)?$/u.exec(url) ?? [];
  return name === undefined ? null : `${name}${heading}`;
};

type FoundPage = {
  readonly page: GuidePage;
  readonly title: MarkedText;
  /** The match in its text; null if only its title matches, or nothing was searched for. */
  readonly snippet: MarkedText | null;
};

const SNIPPET_LENGTH = 110;

/** The typed words as terms: each may be the beginning of a word. */
export const termsOf = (typed: string): readonly SearchTerm[] =>
  queryWords(typed).map((word) => ({ words: [word], isPrefix: true }));

/** The `pages` with all of `terms` in title or text; all pages if there are no terms. */
export const findPages = (pages: readonly GuidePage[], terms: readonly SearchTerm[]): readonly FoundPage[] =>
  pages
    .filter(({ title, text }) => terms.every((term) => markTerms(`${title}\n${text}`, [term], 1).length > 0))
    .map((page) => {
      const snippet = terms.length === 0 ? null : markedSnippet(page.text, terms, SNIPPET_LENGTH);
      return {
        page,
        title: { text: page.title, marks: markTerms(page.title, terms) },
        snippet: snippet === null || snippet.marks.length === 0 ? null : snippet,
      };
    });

type GuideListProps = {
  readonly guide: readonly GuideDocument[];
  readonly found: readonly FoundPage[];
  readonly selectedId: string;
  readonly onSelect: (id: string) => void;
};

/** The pages found, grouped by document. */
const GuideList = ({ guide, found, selectedId, onSelect }: GuideListProps) => (
  <PageList className={styles.list} selectedId={selectedId} onSelect={onSelect}>
    {guide.map((document) => {
      const own = found.filter(({ page }) => document.pages.includes(page));
      return (
        own.length > 0 && (
          <ListBoxSection key={document.title} id={document.title}>
            <Header className={joinClasses('group-heading', styles.heading)}>{document.title}</Header>
            {own.map(({ page, title, snippet }) => (
              <ListBoxItem
                key={page.id}
                id={page.id}
                textValue={page.title}
                className={joinClasses(styles.item)}
              >
                <span className={styles.title}>
                  <MarkedParts {...title} />
                </span>
                {snippet !== null && (
                  <span className={styles.snippet}>
                    <MarkedParts {...snippet} />
                  </span>
                )}
              </ListBoxItem>
            ))}
          </ListBoxSection>
        )
      );
    })}
  </PageList>
);

/** Follows a link on that page with `go`; null if it leads out of the guide. */
const followFrom =
  ({ document }: GuidePage, go: (place: string) => void) =>
  (url: string): (() => void) | null => {
    const target = placeOfLink(document, url);
    return target === null || placeOf(pages, target) === null ? null : () => go(target);
  };

/** A page of the guide over a dialog that stays open below it. */
export const GuideOver = ({ place }: { readonly place: string }) => {
  const { page } = placeOf(pages, place) ?? { page: pages[0] };
  const go = (next: string | null): void => useGuideOver.setState({ place: next });
  return (
    page !== undefined && (
      <Dialog title={page.heading} isOpen isWide onClose={() => go(null)}>
        <GuideText key={page.id} nodes={page.nodes} terms={[]} follow={followFrom(page, go)} />
      </Dialog>
    )
  );
};

/** The user guide: its pages, with a search, and the current page. */
export const HelpView = ({ place }: { readonly place: string | null }) => {
  const [typed, setTyped] = useViewState('help.text', '');
  const header = useRef<HTMLDivElement>(null);
  useFocusCommand('edit.find', header);
  const terms = useMemo(() => termsOf(typed), [typed]);
  const found = useMemo(() => findPages(pages, terms), [terms]);
  const shown = placeOf(pages, place ?? '') ?? { page: pages[0], heading: null };
  const { page } = shown;
  const ref = useShownPlace(shown.heading, page?.id);
  useWindowTitle(page === undefined ? 'User guide' : `${page.heading} – User guide`);
  if (page === undefined) return null;

  const follow = followFrom(page, (helpPlace) => goTo({ view: 'help', helpPlace }));
  return (
    <>
      <Panel
        label="User guide"
        kind="list"
        header={
          <ListHead
            ref={header}
            filter={
              <SearchField
                label="Search the user guide"
                placeholder="Search the guide"
                value={typed}
                onChange={setTyped}
                onSubmit={() => {
                  if (found[0] !== undefined) show(found[0].page.id);
                }}
              />
            }
          />
        }
      >
        {found.length === 0 ? (
          <EmptyState title="No page has these words">Try fewer or different words.</EmptyState>
        ) : (
          <GuideList guide={guide} found={found} selectedId={page.id} onSelect={show} />
        )}
      </Panel>
      <Panel ref={ref} label={page.heading} kind="page">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a page without a link has to be scrolled by keys too */}
        <article className={styles.page} tabIndex={0} data-pane-focus>
          <h1>{page.heading}</h1>
          <GuideText key={page.id} nodes={page.nodes} terms={terms} follow={follow} />
        </article>
      </Panel>
    </>
  );
};
