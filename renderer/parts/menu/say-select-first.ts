import { capital } from '#domain/text/capital.ts';
import { pressedKeyNow } from '#renderer/commands/keys.ts';
import { printKeys } from '#renderer/ui/print-keys.ts';
import { sayHint } from '#renderer/window/notices.ts';

const moves = ['passage.next', 'passage.previous'] as const;

/** Passage commands need a selection: says how to select a passage, and how to select words. */
export const saySelectFirst = (): void => {
  const select = `select words by dragging or with ${printKeys('Shift+ArrowDown')}.`;
  const reach = moves.flatMap((id) => pressedKeyNow(id) ?? []).map((key) => printKeys(key));
  sayHint(
    'Select a passage first',
    reach.length === 0 ? capital(select) : `Press ${reach.join(' or ')}, or ${select}`,
  );
};
