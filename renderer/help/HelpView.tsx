import { useEffect, useMemo, useRef } from 'react';
import { useFocusCommand } from '#renderer/commands/use-focus-command.ts';
import { ListHead } from '#renderer/ui/collections/ListHead.tsx';
import { Panel } from '#renderer/ui/collections/Panel.tsx';
import { SearchField } from '#renderer/ui/filters/SearchField.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { goTo, moveTo } from '#renderer/window/navigation.ts';
import { useWindowTitle } from '#renderer/window/use-window-title.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { GuideList } from './GuideList.tsx';
import { findPages, termsOf } from './guide/find-pages.ts';
import { GuideText } from './guide/GuideText.tsx';
import { placeOf, placeOfLink } from './guide/link-target.ts';
import { guide } from './guide/load-guide.ts';
import styles from './help.module.css';

const pages = guide.flatMap((document) => document.pages);

/** Brings the heading that a link named to the top, or the beginning of the page. */
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
  }, [heading, pageId]);
  return ref;
};

const show = (id: string): void => moveTo({ view: 'help', helpPlace: id });

/** The user guide: its pages, found by their words, and the one that is read. */
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

  const follow = (url: string): (() => void) | null => {
    const target = placeOfLink(page.document, url);
    if (target === null || placeOf(pages, target) === null) return null;
    return () => goTo({ view: 'help', helpPlace: target });
  };
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
          <EmptyState title="No page holds these words">Use fewer, or other words.</EmptyState>
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
