import type { ReactNode } from 'react';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import { countsGet } from '#domain/contract/archive.ts';
import {
  articleAnnotations,
  articleDelete,
  articleOpen,
  articleSetNote,
  articleSetState,
} from '#domain/contract/article.ts';
import type { ArticleId } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { useCommand, useOpenInWindow } from '#renderer/commands/commands.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { type ArticleSheet, useArticleSheet } from '#renderer/parts/article/article-sheet.ts';
import { chooseNewVersion, rereadOriginal } from '#renderer/parts/article/imports.ts';
import { askForWithdrawal, takeBackWithdrawal } from '#renderer/parts/article/withdraw-article.tsx';
import { showUsedIn } from '#renderer/parts/graph/GraphDrawer.tsx';
import { askForMemo } from '#renderer/parts/memo/ask-for-memo.tsx';
import { CommandButton, CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { NoteSheet } from '#renderer/parts/note/NoteSheet.tsx';
import { Drawer } from '#renderer/ui/overlays/Drawer.tsx';
import { SideSheet } from '#renderer/ui/overlays/SideSheet.tsx';
import { Panel } from '#renderer/ui/panes/Panel.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { useWindowWidth } from '#renderer/ui/use-window-width.ts';
import { flushAll } from '#renderer/window/before-close.ts';
import { goTo, type WindowPlace } from '#renderer/window/navigation.ts';
import { usePageView, useTranslationView } from '#renderer/window/side-panes.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { ArticleDetails, NamedArticles } from './ArticleDetails.tsx';
import { ArticleList } from './ArticleList.tsx';
import { changeArticles } from './change-articles.ts';
import { ImportReport } from './ImportReport.tsx';
import { ImportCheck } from './import-check/ImportCheck.tsx';
import { useManyArticles } from './use-many-articles.ts';

export type ArticlesViewProps = {
  readonly place: WindowPlace;
  /** The reader of the open article, passed in from another part of the window. */
  readonly reader: ReactNode;
};

const none: readonly ArticleId[] = [];

type ArticleCommandsOptions = {
  readonly isListSeen: boolean;
  readonly showSheet: (sheet: ArticleSheet) => void;
};

const titleOf = async (articleId: ArticleId): Promise<string> => {
  const answer = await request(articleOpen, { articleId });
  const title = answer.ok ? effectiveBibliography(answer.value.article, answer.value.about).title : null;
  return title ?? 'the article';
};

/** Moves the open article to the trash. */
const deleteArticle = async (articleId: ArticleId): Promise<void> => {
  await flushAll();
  const title = await titleOf(articleId);
  // Left first: the view can't query an article that is gone.
  goTo({ view: 'articles' });
  const answer = await act(articleDelete, { articleId });
  if (!answer.ok) return goTo({ view: 'articles', articleId });
  sayUndoable(`Moved to trash: ${title}`);
};

/** Moves all of the articles to the trash; the open one is left first. */
const deleteArticles = async (articleIds: readonly ArticleId[], openId: ArticleId | null): Promise<void> => {
  await flushAll();
  const isOpenAmong = openId !== null && articleIds.includes(openId);
  if (isOpenAmong) goTo({ view: 'articles' });
  const isDone = await changeArticles(articleIds, { kind: 'delete' });
  if (!isDone && isOpenAmong) goTo({ view: 'articles', articleId: openId });
};

/** Reads and changes the state of the open article, or of the articles selected in the list while it is visible. */
const useArticleCommands = (
  { articleId }: WindowPlace,
  { isListSeen, showSheet }: ArticleCommandsOptions,
): void => {
  const { data } = useQuery(articleAnnotations, articleId === null ? null : { articleId });
  const [selected] = useManyArticles(articleId);
  const many = isListSeen ? selected : none;
  const toggleRead = (): void => {
    const state = data?.about.state === 'read' ? 'unread' : 'read';
    if (many.length > 0) void changeArticles(many, { kind: 'state', state });
    else if (articleId !== null) void act(articleSetState, { articleId, state });
  };
  useCommand('article.toggle-read', toggleRead, data !== undefined || many.length > 0);
  useCommand(
    'article.new-version',
    () => void (articleId === null ? undefined : chooseNewVersion(articleId)),
    articleId !== null,
  );
  useCommand(
    'article.reread',
    () => void (articleId === null ? undefined : rereadOriginal(articleId)),
    articleId !== null,
  );
  const remove = (): void => {
    if (many.length > 0) void deleteArticles(many, articleId);
    else if (articleId !== null) void deleteArticle(articleId);
  };
  useCommand('article.delete', remove, articleId !== null || many.length > 0);
  useCommand(
    'article.new-memo',
    () => {
      if (articleId === null) return;
      askForMemo({ from: { kind: 'article', articleId }, name: 'This article' });
    },
    articleId !== null && data !== undefined && data.passages.length > 0,
  );
  useCommand(
    'article.used-in',
    () => articleId !== null && showUsedIn({ kind: 'article', articleId }),
    articleId !== null,
  );
  const withdrawn = data?.about.withdrawn ?? null;
  useCommand(
    'article.withdrawn',
    () => articleId !== null && askForWithdrawal(articleId, withdrawn),
    articleId !== null && data !== undefined,
  );
  useCommand(
    'article.not-withdrawn',
    () => void (articleId === null ? undefined : takeBackWithdrawal(articleId)),
    articleId !== null && withdrawn !== null,
  );
  useCommand('article.details', () => showSheet('details'), articleId !== null);
  useCommand('article.note', () => showSheet('note'), articleId !== null);
  useOpenInWindow(articleId === null ? null : { kind: 'article', id: articleId });
};

/** Shown beside the list while no article is open. */
const NoArticleOpen = () => {
  const { data: counts } = useQuery(countsGet, {});
  return (
    <Panel label="Article" kind="page">
      <h1 className="visually-hidden">Articles</h1>
      {counts?.articles === 0 ? (
        <EmptyState
          title="No articles yet"
          actions={
            <>
              <CommandButton command="import.clipboard" isPrimary>
                Paste an article
              </CommandButton>
              <CommandButton command="import.files">Import files…</CommandButton>
            </>
          }
        >
          Articles are the texts that you read and quote. You can also drop files on the window.
        </EmptyState>
      ) : (
        <EmptyState title="Select an article to read">
          Press <CommandKbd command="pane.next" /> for the list, or <CommandKbd command="palette.open" /> to
          find anything.
        </EmptyState>
      )}
    </Panel>
  );
};

const ContentOfPlace = ({ place, reader }: ArticlesViewProps) => {
  if (place.draftId !== null) return <ImportCheck key={place.draftId} draftId={place.draftId} />;
  if (place.isReport) return <ImportReport />;
  return place.articleId === null ? <NoArticleOpen /> : reader;
};

const isContentOpen = ({ articleId, draftId, isReport }: WindowPlace): boolean =>
  articleId !== null || draftId !== null || isReport;

type NotePaneProps = { readonly articleId: ArticleId; readonly onClose: () => void };

/** The analyst's note on an article, beside its text. */
const NotePane = ({ articleId, onClose }: NotePaneProps) => {
  const { data } = useQuery(articleAnnotations, { articleId });
  return (
    <NoteSheet
      title="Note"
      label="Note on the article"
      note={data?.about.note}
      placeholder="What you make of this article"
      onSave={(note, editId) => act(articleSetNote, { articleId, note, editId })}
      onClose={onClose}
    >
      <NamedArticles note={data?.about.note ?? null} />
    </NoteSheet>
  );
};

/** The list of articles, and right of it the one being read, checked or reported. */
export const ArticlesView = ({ place, reader }: ArticlesViewProps) => {
  const isWindowNarrow = useWindowWidth() === 'narrow';
  // The pages of an original, or a translation, take the room of the list, which then becomes a drawer.
  const hasPages = usePageView(({ isBeside }) => isBeside);
  const hasTranslation = useTranslationView(({ isBeside }) => isBeside);
  const isNarrow = hasPages || hasTranslation || isWindowNarrow;
  const [isListShown, setIsListShown] = useViewState('articles.isListShown', true);
  const [isListDrawn, setIsListDrawn] = useViewState('articles.isListDrawn', false);
  const [sheet, setSheet] = useArticleSheet();
  const closeSheet = (): void => setSheet(null);
  useCommand('pane.list', () => (isNarrow ? setIsListDrawn(!isListDrawn) : setIsListShown(!isListShown)));
  const hasOwnColumn = isNarrow ? !isContentOpen(place) : isListShown;
  useArticleCommands(place, {
    isListSeen: hasOwnColumn || (isNarrow && isListDrawn),
    showSheet: (asked) => setSheet(sheet === asked ? null : asked),
  });

  const open = (articleId: NonNullable<WindowPlace['articleId']>): void => {
    setIsListDrawn(false);
    goTo({ view: 'articles', articleId });
  };
  const list = <ArticleList openId={place.articleId} onOpen={open} />;
  return (
    <>
      {hasOwnColumn && list}
      {isNarrow && (
        <Drawer label="Articles" side="left" isOpen={isListDrawn} onClose={() => setIsListDrawn(false)}>
          {list}
        </Drawer>
      )}
      <ContentOfPlace place={place} reader={reader} />
      {place.articleId !== null && sheet === 'details' && (
        <SideSheet label="Article details" onClose={closeSheet}>
          <ArticleDetails key={place.articleId} articleId={place.articleId} onClose={closeSheet} />
        </SideSheet>
      )}
      {place.articleId !== null && sheet === 'note' && (
        <SideSheet label="Note on the article" onClose={closeSheet}>
          <NotePane key={place.articleId} articleId={place.articleId} onClose={closeSheet} />
        </SideSheet>
      )}
    </>
  );
};
