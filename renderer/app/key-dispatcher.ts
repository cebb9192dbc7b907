/** Sends key presses to the commands. F8 makes the next single key act from anywhere. */

import { useEffect, useLayoutEffect, useState } from 'react';
import { chordOf, type KeyPress, readKeyPress } from '#domain/command/chord-of.ts';
import { type KeyScope, keyScopes } from '#domain/command/command.ts';
import { type CommandId, commandOf } from '#domain/command/command-table.ts';
import { type KeyBindings, reachOf, scopeOf } from '#domain/command/key-bindings.ts';
import { isBareKey } from '#domain/command/key-refusal.ts';
import { labelCommandIn } from '#domain/command/label-commands.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { isCommandEnabled, runCommand, runOnceEnabled } from '#renderer/commands/commands.ts';
import { keyBindings } from '#renderer/commands/keys.ts';
import { saySelectFirst } from '#renderer/parts/menu/say-select-first.ts';
import { labelsNow } from '#renderer/parts/passage/labels.ts';
import { areKeysBlocked } from '#renderer/ui/use-blocked-keys.ts';
import { sayHint } from '#renderer/window/notices.ts';

/**
 * Where single keys act, by their scope: the reader's text, a selected passage row, Review. It is no field, though it
 * may look like one.
 */
const SINGLE_KEYS = '[data-single-keys]';
/** What is typed into: a box that is ticked is none. */
const FIELD = [
  'input:not([type="checkbox"], [type="radio"], [type="range"])',
  'textarea',
  'select',
  '[contenteditable]:not([contenteditable="false"])',
].join(', ');
const ARM = 'F8';
/** Letters that follow a refused one faster than this are typing, as into a field that did not open. */
const TYPING_MS = 700;

type Focus = {
  readonly isInField: boolean;
  /** Whose single keys act there; null where none do. */
  readonly scope: KeyScope | null;
};

/** A place that names no scope is one of passages. */
const scopeOfPlace = (place: Element | null): KeyScope | null => {
  if (place?.matches(SINGLE_KEYS) !== true) return null;
  const named = place.getAttribute('data-single-keys');
  return keyScopes.find((scope) => scope === named) ?? 'passages';
};

/** The innermost of the two says what the place is: a note's field inside a passage row is a field. */
const focusOf = (target: EventTarget | null): Focus => {
  const place = target instanceof Element ? target.closest(`${FIELD}, ${SINGLE_KEYS}`) : null;
  const scope = scopeOfPlace(place);
  return { isInField: place !== null && scope === null, scope };
};

export type KeyDispatcherOptions = {
  readonly isMac: () => boolean;
  readonly hasSingleKeys: () => boolean;
  readonly bindings: () => KeyBindings;
  /** Resolves when it is known what keys mean; null once it is. */
  readonly starting: () => Promise<void> | null;
};

/** What is typed is never kept for later, only what asks for an act. */
const asksForAct = ({ ctrlKey, metaKey, altKey, key }: KeyPress): boolean =>
  ctrlKey || metaKey || altKey || /^F\d+$/.test(key);

/** Acts on passages that were asked for while none was selected, and what is typed on as if they had begun. */
const createRefusal = () => {
  let refusedAt = Number.NEGATIVE_INFINITY;
  return {
    refuse: (id: CommandId, key: string): false => {
      if (commandOf(id).group === 'Passage' && isBareKey(key)) {
        if (labelCommandIn(labelsNow(), id) === null) {
          sayHint(`No label has the key ${key}`, 'Add one in Settings › Labels.');
        } else saySelectFirst();
        refusedAt = performance.now();
      }
      return false;
    },
    /** Whether the key goes on with what was refused: then it does nothing either. What the refusal named does. */
    takes: (key: string, id: CommandId | undefined, { isInField }: Focus): boolean => {
      if (id === 'passage.next' || id === 'passage.previous') {
        refusedAt = Number.NEGATIVE_INFINITY;
        return false;
      }
      const isTyping = !isInField && /^[a-z]$/iu.test(key) && performance.now() - refusedAt < TYPING_MS;
      if (isTyping) refusedAt = performance.now();
      return isTyping;
    },
  };
};

/** Finds for every key press of a window the command that is meant. */
export const createKeyDispatcher = ({ isMac, hasSingleKeys, bindings, starting }: KeyDispatcherOptions) => {
  let isArmed = false;
  const refusal = createRefusal();

  const reaches = (id: CommandId, key: string, { isInField, scope }: Focus): boolean => {
    if (isArmed && isBareKey(key)) return true;
    if (isBareKey(key) && !hasSingleKeys()) return false;
    const reach = reachOf(id, key);
    if (reach === 'single') return scope === scopeOf(id);
    return reach === 'everywhere' || !isInField;
  };

  /** The command of the key there; after F8 that of any place, first of one in which it can be done now. */
  const meantBy = (key: string, { scope }: Focus): CommandId | undefined => {
    if (!isArmed) return bindings().commandOf(key, scope ?? 'passages');
    const scopes = scope === null ? keyScopes : [scope, ...keyScopes];
    const ids = scopes.flatMap((each) => bindings().commandOf(key, each) ?? []);
    return ids.find(isCommandEnabled) ?? ids[0];
  };

  /** Answers whether the press was taken. */
  const take = (key: string, target: EventTarget | null): boolean => {
    if (key === ARM) {
      isArmed = true;
      sayHint('Press the letter of a command');
      return true;
    }
    const focus = focusOf(target);
    const id = meantBy(key, focus);
    if (!isArmed && refusal.takes(key, id, focus)) return true;
    const isMeant = id !== undefined && reaches(id, key, focus);
    isArmed = false;
    if (!isMeant) return false;
    return isCommandEnabled(id) ? runCommand(id) : refusal.refuse(id, key);
  };

  /** A press from before it was known what keys mean. */
  const takeLate = (press: KeyPress): void => {
    const key = chordOf(press, isMac());
    const id = key === null ? undefined : bindings().commandOf(key);
    if (id !== undefined) runOnceEnabled(id);
  };

  const dispatch = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || areKeysBlocked()) return;
    const press = readKeyPress(event);
    const key = chordOf(press, isMac());
    if (key === null) return;
    if (take(key, event.target)) {
      event.preventDefault();
      return;
    }
    const started = starting();
    if (started === null || !asksForAct(press)) return;
    event.preventDefault();
    void started.then(() => takeLate(press));
  };

  /** After F8 the key is the command's before a list searches for it or a field takes it. */
  const dispatchArmed = (event: KeyboardEvent): void => {
    if (!isArmed) return;
    dispatch(event);
    if (event.defaultPrevented) event.stopPropagation();
  };

  /** Enter that takes the letters which an input method offers is the method's: no field, list or dialog hears it. */
  const spareComposing = (event: KeyboardEvent): void => {
    if (event.isComposing) event.stopPropagation();
  };

  return {
    /** Hears key presses until the returned function is called. */
    listen(target: Window): () => void {
      target.addEventListener('keydown', spareComposing, { capture: true });
      target.addEventListener('keydown', dispatchArmed, { capture: true });
      target.addEventListener('keydown', dispatch);
      return () => {
        target.removeEventListener('keydown', spareComposing, { capture: true });
        target.removeEventListener('keydown', dispatchArmed, { capture: true });
        target.removeEventListener('keydown', dispatch);
      };
    },
  };
};

/**
 * The start of the window: over once main has said where we are and which keys are chosen, and what is drawn then
 * answers its commands. Keys are heard before: views take up their commands only after they were painted.
 */
const createStart = () => {
  let isOver = false;
  let resolve = (): void => undefined;
  const ended = new Promise<void>((done) => {
    resolve = done;
  });
  return {
    end: (): void => {
      isOver = true;
      resolve();
    },
    starting: (): Promise<void> | null => (isOver ? null : ended),
  };
};

/** Sends the window's key presses to the commands. */
export const useKeyDispatch = (): void => {
  const [start] = useState(createStart);
  const isKnown = useAppState(({ app }) => app !== null);
  // Effects of what is drawn in the window have run by then: they take up the commands.
  useEffect(() => {
    if (isKnown) start.end();
  }, [start, isKnown]);
  // Before the window is painted: a key that is pressed at first sight is heard.
  useLayoutEffect(() => {
    const dispatcher = createKeyDispatcher({
      isMac: () => useAppState.getState().app?.platform === 'darwin',
      hasSingleKeys: () => useAppState.getState().settings.hasSingleKeys,
      bindings: keyBindings,
      starting: start.starting,
    });
    return dispatcher.listen(window);
  }, [start]);
};
