/** Sends key presses to the commands. F8 makes the next single key act from anywhere. */
import { type CommandId, commandOf } from '#domain/command/command-table.ts';
import { isCommandEnabled, runCommand } from '#renderer/bridge/commands.ts';
import { announce } from '#renderer/bridge/live-region.ts';
import { chordOf, commandOfChord, commandOfSingleKey } from './match-keys.ts';

/** Where single keys act: the reader's text, a selected passage row. It is no field, though it may look like one. */
const SINGLE_KEYS = '[data-single-keys]';
const FIELD = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';
const ARM = 'F8';

type Focus = { readonly isInField: boolean; readonly isInSingleKeys: boolean };

/** The innermost of the two says what the place is: a note's field inside a passage row is a field. */
const focusOf = (target: EventTarget | null): Focus => {
  const place = target instanceof Element ? target.closest(`${FIELD}, ${SINGLE_KEYS}`) : null;
  const isInSingleKeys = place?.matches(SINGLE_KEYS) === true;
  return { isInField: place !== null && !isInSingleKeys, isInSingleKeys };
};

/** Nothing below an open dialog may be reached by a key. */
const isBehindDialog = (): boolean => document.querySelector('[data-blocks-keys]') !== null;

export type KeyDispatcherOptions = {
  readonly isMac: () => boolean;
  readonly hasSingleKeys: () => boolean;
};

/** A listener for `keydown` on the window. */
export const createKeyDispatcher = ({ isMac, hasSingleKeys }: KeyDispatcherOptions) => {
  let isArmed = false;

  const singleKeyFor = (chord: string, { isInSingleKeys }: Focus): CommandId | undefined =>
    isArmed || (isInSingleKeys && hasSingleKeys()) ? commandOfSingleKey(chord) : undefined;

  const commandFor = (chord: string, focus: Focus): CommandId | undefined => {
    const everywhere = commandOfChord(chord);
    const isOfField =
      focus.isInField && everywhere !== undefined && commandOf(everywhere).yieldsToFields === true;
    return everywhere !== undefined && !isOfField ? everywhere : singleKeyFor(chord, focus);
  };

  /** Answers whether the press was taken. */
  const take = (chord: string, target: EventTarget | null): boolean => {
    if (chord === ARM) {
      isArmed = true;
      announce('Press the letter of an act');
      return true;
    }
    const id = commandFor(chord, focusOf(target));
    isArmed = false;
    return id !== undefined && isCommandEnabled(id) && runCommand(id);
  };

  return (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || isBehindDialog()) return;
    const chord = chordOf(event, isMac());
    if (chord !== null && take(chord, event.target)) event.preventDefault();
  };
};
