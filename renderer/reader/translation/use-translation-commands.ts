import { hasWords } from '#domain/article/body/canonical-text.ts';
import { translationDelete, translationList } from '#domain/contract/translation.ts';
import type { TranslationId } from '#domain/ids.ts';
import { nameOfLanguage } from '#domain/translation/print-translation.ts';
import { act } from '#renderer/bridge/act.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { sayMaker } from '#renderer/parts/translation/translations.ts';
import { sayHint } from '#renderer/window/notices.ts';
import { toggleTranslation, useTranslationView } from '#renderer/window/side-panes.ts';
import { useReader } from '../state/reader-context.ts';
import { addTranslation, changeParagraphLanguage, changeTranslation } from './TranslationDialogs.tsx';
import { blockAt, type OpenTranslation } from './use-open-translation.ts';

/** The words of that block's translation, if shown for reading. */
const wordsAt = (text: HTMLElement | undefined, block: number): HTMLElement | null =>
  text?.querySelector<HTMLElement>(`[data-translation-of="${block}"]`) ?? null;

/** Answers the commands on translations of the open article. */
export const useTranslationCommands = (
  open: OpenTranslation | null,
  choose: (id: TranslationId) => void,
): void => {
  const { article, store, view } = useReader();
  const { id: articleId } = article.article;
  const blockHere = (): number => blockAt(article.map, store.getState().selected.caret);
  const write = (): void => {
    const block = blockHere();
    const span = article.map.blocks[block];
    if (span === undefined || !hasWords(article.index.text.slice(span.start, span.end)))
      sayHint('This paragraph has no words to translate');
    else {
      useTranslationView.setState({ isWanted: true });
      store.setState({ translating: block });
    }
  };
  const add = (): void =>
    addTranslation(article, (id, way) => {
      choose(id);
      if (way === 'type') write();
    });
  const setParagraphLanguage = async (): Promise<void> => {
    const block = blockHere();
    const answer = await request(translationList, { articleId });
    if (!answer.ok) return;
    const known = answer.value.languages.find((each) => each.block === block);
    changeParagraphLanguage({ articleId, block, language: known?.language ?? null });
  };
  const cross = (): void => {
    const there = wordsAt(view?.dom, blockHere());
    if (document.activeElement !== view?.dom) view?.focus();
    else if (there === null) sayHint('This paragraph is not translated');
    else there.focus();
  };
  const remove = async (): Promise<void> => {
    if (open === null) return;
    const { id: translationId, language, maker } = open.chosen;
    const answer = await act(translationDelete, { articleId, translationId });
    if (answer.ok) sayUndoable(`Moved to trash: ${nameOfLanguage(language)}, ${sayMaker(maker)}`);
  };
  useCommand('translation.show', toggleTranslation, open !== null);
  useCommand('translation.edit', () => (open === null ? add() : write()));
  useCommand('translation.add', add);
  useCommand('translation.cross', cross, open !== null && open.place !== null);
  useCommand('translation.paragraph-language', () => void setParagraphLanguage());
  useCommand(
    'translation.change',
    () => {
      if (open !== null) changeTranslation(open.chosen);
    },
    open !== null,
  );
  useCommand('translation.delete', () => void remove(), open !== null);
};
