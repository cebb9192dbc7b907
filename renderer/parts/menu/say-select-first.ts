import { capital } from '#domain/text/capital.ts';
import { pressedKeyNow } from '#renderer/commands/keys.ts';
import { printKeys } from '#renderer/ui/print-keys.ts';
import { sayHint } from '#renderer/window/notices.ts';

const moves = ['passage.next', 'passage.previous'] as const;

/** An act on a passage needs one: says how one is reached, and how words are selected. */
export const saySelectFirst = (): void => {
  const select = `select words by dragging or with ${printKeys('Shift+ArrowDown')}.`;
  const reach = moves.flatMap((id) => pressedKeyNow(id) ?? []).map((key) => printKeys(key));
  sayHint(
    'Select a passage first',
    reach.length === 0 ? capital(select) : `Press ${reach.join(' or ')}, or ${select}`,
  );
};
