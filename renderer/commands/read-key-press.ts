import type { KeyPress } from '#domain/command/chord-of.ts';

/** The code of a press that an input method has taken, where the press itself does not say so. */
const TAKEN_BY_INPUT_METHOD = 229;

/** What of a keydown event says which key is meant. */
export const readKeyPress = (event: KeyboardEvent): KeyPress => ({
  key: event.key,
  code: event.code,
  ctrlKey: event.ctrlKey,
  metaKey: event.metaKey,
  altKey: event.altKey,
  shiftKey: event.shiftKey,
  hasAltGraph: event.getModifierState('AltGraph'),
  isComposing: event.isComposing || event.keyCode === TAKEN_BY_INPUT_METHOD,
});
