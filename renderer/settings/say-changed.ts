import type { SpellingLanguage } from '#domain/spelling/dictionaries.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayDone } from '#renderer/window/notices.ts';

/** Says what became of the dictionary of a language, and offers to take it back. */
export const sayChanged = (language: SpellingLanguage, title: string): void =>
  sayDone(title, { name: 'Undo', run: () => void act('spelling:put-back', { language }) }, 'dictionaries');
