// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandId } from '#domain/command/command-table.ts';
import { bindKeys, type KeyMap } from '#domain/command/key-bindings.ts';
import { createKeyDispatcher } from '#renderer/app/key-dispatcher.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { useBlockedKeys } from '#renderer/ui/use-blocked-keys.ts';
import { useNotices } from '#renderer/window/notices.ts';

let ran: CommandId[] = [];
let hasSingleKeys = true;
let keys: KeyMap = {};
let stop = () => {};
let starting: Promise<void> | null = null;

const Listening = ({ ids }: { readonly ids: readonly CommandId[] }) =>
  ids.map((id) => <Answering key={id} id={id} />);
const Answering = ({ id }: { readonly id: CommandId }) => {
  useCommand(id, () => ran.push(id));
  return null;
};

/** What every dialog, the palette and a field that listens for a key do. */
const Blocking = () => {
  useBlockedKeys();
  return null;
};

beforeEach(() => {
  ran = [];
  hasSingleKeys = true;
  keys = {};
  starting = null;
  stop = createKeyDispatcher({
    isMac: () => false,
    hasSingleKeys: () => hasSingleKeys,
    bindings: () => bindKeys(keys),
    starting: () => starting,
  }).listen(window);
  render(
    <>
      <Listening ids={['palette.open', 'edit.undo', 'import.clipboard', 'passage.tags', 'help.keys']} />
      <button type="button">outside</button>
      <input aria-label="field" />
      <input type="checkbox" aria-label="box" />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it stands for the reader's text */}
      <div data-single-keys="" tabIndex={0}>
        text
        <input aria-label="note" />
      </div>
    </>,
  );
});
afterEach(() => {
  stop();
  cleanup();
});

const typeAt = async (selector: string, keys: string) => {
  document.querySelector<HTMLElement>(selector)?.focus();
  await userEvent.keyboard(keys);
};

describe('the key dispatcher', () => {
  describe('before it is known what keys mean', () => {
    let start = () => {};
    const started = async () => {
      starting = null;
      start();
      await Promise.resolve();
    };
    beforeEach(() => {
      starting = new Promise((resolve) => {
        start = resolve;
      });
    });

    it('keeps a chord, and runs what it means by then', async () => {
      await typeAt('button', '{Control>}j{/Control}');
      expect(ran).toEqual([]);
      keys = { 'palette.open': ['Mod+J'] };
      await started();
      expect(ran).toEqual(['palette.open']);
    });

    it('runs it when what answers it comes, unless something else was pressed meanwhile', async () => {
      await typeAt('button', '{Control>}{Shift>}l{/Shift}{/Control}');
      await started();
      expect(ran).toEqual([]);
      const first = render(<Answering id="archive.lock" />);
      expect(ran).toEqual(['archive.lock']);
      first.unmount();

      starting = new Promise((resolve) => {
        start = resolve;
      });
      await typeAt('button', '{Control>}{Shift>}l{/Shift}{/Control}');
      await started();
      await typeAt('button', 'x');
      render(<Answering id="archive.lock" />);
      expect(ran).toEqual(['archive.lock']);
    });

    it('keeps nothing that is typed', async () => {
      await typeAt('button', '?');
      await started();
      expect(ran).toEqual(['help.keys']);
      await typeAt('[aria-label="field"]', '?');
      expect(ran).toEqual(['help.keys']);
    });
  });

  it('takes letters that are typed on after an act on a passage was refused for nothing', async () => {
    // No act on passages but the tags answers: a grade needs a passage that is selected.
    await typeAt('[data-single-keys]', 'gtt');
    expect(ran).toEqual([]);
    await typeAt('[aria-label="note"]', 't');
    await typeAt('[data-single-keys]', '{Control>}k{/Control}');
    expect(ran).toEqual(['palette.open']);
  });

  it('names the keys that lead to a passage where one is needed, and hears them at once', async () => {
    render(<Listening ids={['passage.previous', 'passage.next']} />);
    await typeAt('[data-single-keys]', 'gktj');
    expect(ran).toEqual(['passage.previous', 'passage.tags', 'passage.next']);
    expect(useNotices.getState().notices.at(-1)).toMatchObject({
      title: 'Select a passage first',
      text: 'Press J or K, or select words by dragging or with Shift ↓.',
    });
  });

  it('names a digit that no label of the archive has', async () => {
    render(<Listening ids={['passage.previous']} />);
    await typeAt('[data-single-keys]', '9');
    expect(useNotices.getState().notices.at(-1)).toMatchObject({
      title: 'No label has the key 9',
      text: 'Add one in Settings › Labels.',
    });
  });

  it('runs a chord from anywhere, in a field too', async () => {
    await typeAt('button', '{Control>}k{/Control}');
    await typeAt('input', '{Control>}k{/Control}');
    expect(ran).toEqual(['palette.open', 'palette.open']);
  });

  it('leaves no key to a box that is ticked, and none to a field that types nothing there', async () => {
    await typeAt('[aria-label="box"]', '{Control>}z{/Control}?');
    expect(ran).toEqual(['edit.undo', 'help.keys']);
    await typeAt('[aria-label="field"]', '{F1}');
    expect(ran).toEqual(['edit.undo', 'help.keys', 'help.keys']);
  });

  it('leaves undo, paste and ? to a field', async () => {
    await typeAt('[aria-label="field"]', '{Control>}zv{/Control}?');
    expect(ran).toEqual([]);
    await typeAt('button', '{Control>}zv{/Control}?');
    expect(ran).toEqual(['edit.undo', 'import.clipboard', 'help.keys']);
  });

  it('lets single keys act only in the text and on passages, never in a field there', async () => {
    await typeAt('button', 't');
    await typeAt('[aria-label="field"]', 't');
    await typeAt('[aria-label="note"]', 't');
    expect(ran).toEqual([]);
    await typeAt('[data-single-keys]', 't');
    expect(ran).toEqual(['passage.tags']);
  });

  it('lets F8 and a letter act from anywhere, once', async () => {
    await typeAt('button', '{F8}tt');
    expect(ran).toEqual(['passage.tags']);
  });

  it('lets F8 and a letter act from a field too, which then does not get the letter', async () => {
    await typeAt('[aria-label="field"]', '{F8}t');
    expect(ran).toEqual(['passage.tags']);
    expect(document.querySelector<HTMLInputElement>('[aria-label="field"]')?.value).toBe('');
    await userEvent.keyboard('t');
    expect(document.querySelector<HTMLInputElement>('[aria-label="field"]')?.value).toBe('t');
  });

  it('gives the letter after F8 to no list that would search for it', async () => {
    const searched: string[] = [];
    const search = (event: KeyboardEvent) => searched.push(event.key);
    document.body.addEventListener('keydown', search);
    await typeAt('button', '{F8}t');
    document.body.removeEventListener('keydown', search);
    expect(ran).toEqual(['passage.tags']);
    expect(searched).toEqual(['F8']);
  });

  it('lets another key than that of an act end what F8 began', async () => {
    await typeAt('button', '{F8}{Escape}t');
    expect(ran).toEqual([]);
  });

  it('goes by the keys that the analyst has chosen', async () => {
    keys = { 'passage.tags': ['X'], 'palette.open': ['Mod+P'] };
    await typeAt('[data-single-keys]', 'tx{Control>}kp{/Control}');
    expect(ran).toEqual(['passage.tags', 'palette.open']);
  });

  it('leaves a press to an input method that composes a character', async () => {
    document.querySelector<HTMLElement>('[data-single-keys]')?.focus();
    const press = (init: KeyboardEventInit) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 't', code: 'KeyT', bubbles: true, cancelable: true, ...init }),
      );
    press({ isComposing: true });
    press({ keyCode: 229 });
    expect(ran).toEqual([]);
    press({});
    expect(ran).toEqual(['passage.tags']);
  });

  it('lets no field hear the Enter that takes what an input method offers', () => {
    const field = document.querySelector<HTMLElement>('[aria-label="field"]');
    const heard: boolean[] = [];
    field?.addEventListener('keydown', ({ isComposing }) => heard.push(isComposing));
    for (const isComposing of [true, false])
      field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing }));
    expect(heard).toEqual([false]);
  });

  it('honours that single keys are switched off, but for F8', async () => {
    hasSingleKeys = false;
    await typeAt('[data-single-keys]', 't');
    expect(ran).toEqual([]);
    await typeAt('button', '?');
    expect(ran).toEqual([]);
    await typeAt('[data-single-keys]', '{F8}t');
    expect(ran).toEqual(['passage.tags']);
  });

  it('reaches nothing behind a dialog', async () => {
    const { unmount } = render(<Blocking />);
    await typeAt('button', '{Control>}k{/Control}');
    expect(ran).toEqual([]);
    unmount();
    await typeAt('button', '{Control>}k{/Control}');
    expect(ran).toEqual(['palette.open']);
  });

  it('leaves a key that something else has taken', async () => {
    const take = (event: Event) => event.preventDefault();
    document.body.addEventListener('keydown', take);
    await typeAt('button', '{Control>}k{/Control}');
    document.body.removeEventListener('keydown', take);
    expect(ran).toEqual([]);
  });

  it('runs the single keys of a place by its scope, those of the analyst too', async () => {
    render(
      <>
        <Listening ids={['needs.next', 'passage.next']} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it stands for Review */}
        <div data-single-keys="review" tabIndex={0} />
      </>,
    );
    await typeAt('[data-single-keys="review"]', 'jt');
    expect(ran).toEqual(['needs.next']);
    await typeAt('[data-single-keys=""]', 'jt');
    expect(ran).toEqual(['needs.next', 'passage.next', 'passage.tags']);
    keys = { 'needs.next': ['T'] };
    await typeAt('[data-single-keys="review"]', 'jt');
    expect(ran.slice(3)).toEqual(['needs.next']);
  });

  it('after F8 takes the key of the scope in which something answers it', async () => {
    render(<Listening ids={['needs.next']} />);
    await typeAt('[aria-label="field"]', '{F8}j');
    expect(ran).toEqual(['needs.next']);
  });
});
