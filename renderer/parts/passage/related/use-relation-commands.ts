import { useCommand } from '#renderer/commands/commands.ts';
import { showUsedIn } from '#renderer/parts/graph/GraphDrawer.tsx';
import { saySelectFirst } from '#renderer/parts/menu/say-select-first.ts';
import { askForLink } from '../link/LinkDialog.tsx';
import { type OnPassage, showRelated } from './related-store.ts';

/** Answers "Related" and "Link to…" for the passage from `find`, after waiting for one that is still being written. */
export const useRelationCommands = (
  find: () => OnPassage | null | Promise<OnPassage | null>,
  isEnabled = true,
): void => {
  const withPassage = (run: (on: OnPassage) => void) => async () => {
    const on = await find();
    if (on === null) saySelectFirst();
    else run(on);
  };
  useCommand('passage.related', () => void withPassage(showRelated)(), isEnabled);
  useCommand(
    'passage.used-in',
    () => void withPassage((on) => showUsedIn({ kind: 'passage', ...on }))(),
    isEnabled,
  );
  useCommand('passage.link', () => void withPassage((on) => askForLink(on))(), isEnabled);
};
