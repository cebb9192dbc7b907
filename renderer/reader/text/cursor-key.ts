import type { CursorStep } from '#domain/reading/move-cursor.ts';

export type CursorPress = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

type Layout = { readonly isMac: boolean; readonly isRightToLeft: boolean };

/** Whether a key is pressed without modifiers. */
export const isPlainPress = ({
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: Omit<CursorPress, 'key' | 'isComposing'>): boolean => !(ctrlKey || metaKey || altKey || shiftKey);

const isVertical = (key: string): boolean => key === 'ArrowUp' || key === 'ArrowDown';

const directionOf = (key: string, isRightToLeft: boolean): 1 | -1 => {
  const isForward = isVertical(key)
    ? key === 'ArrowDown'
    : key === (isRightToLeft ? 'ArrowLeft' : 'ArrowRight');
  return isForward ? 1 : -1;
};

/**
 * The step of the reading cursor for a key press: ← → by word, ↑ ↓ by sentence, with Ctrl (on a Mac ⌥) by paragraph,
 * with Shift selecting. Null for every other key, which is left to the browser and to the commands.
 */
export const cursorStepOf = (press: CursorPress, { isMac, isRightToLeft }: Layout): CursorStep | null => {
  const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing } = press;
  if (isComposing || !/^Arrow(?:Up|Down|Left|Right)$/.test(key)) return null;
  const isWide = isMac ? altKey : ctrlKey;
  const isOther = metaKey || (isMac ? ctrlKey : altKey);
  if (isOther || (isWide && !isVertical(key))) return null;
  const vertical = isWide ? 'paragraph' : 'sentence';
  return {
    unit: isVertical(key) ? vertical : 'word',
    direction: directionOf(key, isRightToLeft),
    extends: shiftKey,
  };
};
