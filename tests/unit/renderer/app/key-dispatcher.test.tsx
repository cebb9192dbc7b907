// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandId } from '#domain/command/command-table.ts';
import { createKeyDispatcher } from '#renderer/app/key-dispatcher.ts';
import { useCommand } from '#renderer/bridge/commands.ts';

let ran: CommandId[] = [];
let hasSingleKeys = true;
let stop = () => {};

const Listening = ({ ids }: { readonly ids: readonly CommandId[] }) =>
  ids.map((id) => <Answering key={id} id={id} />);
const Answering = ({ id }: { readonly id: CommandId }) => {
  useCommand(id, () => ran.push(id));
  return null;
};

beforeEach(() => {
  ran = [];
  hasSingleKeys = true;
  const dispatch = createKeyDispatcher({ isMac: () => false, hasSingleKeys: () => hasSingleKeys });
  window.addEventListener('keydown', dispatch);
  stop = () => window.removeEventListener('keydown', dispatch);
  render(
    <>
      <Listening ids={['palette.open', 'edit.undo', 'import.clipboard', 'passage.tags', 'help.keys']} />
      <button type="button">outside</button>
      <input aria-label="field" />
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
  it('runs a chord from anywhere, in a field too', async () => {
    await typeAt('button', '{Control>}k{/Control}');
    await typeAt('input', '{Control>}k{/Control}');
    expect(ran).toEqual(['palette.open', 'palette.open']);
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

  it('honours that single keys are switched off, but for F8', async () => {
    hasSingleKeys = false;
    await typeAt('[data-single-keys]', 't');
    expect(ran).toEqual([]);
    await typeAt('[data-single-keys]', '{F8}t');
    expect(ran).toEqual(['passage.tags']);
  });

  it('reaches nothing behind a dialog', async () => {
    const dialog = document.createElement('div');
    dialog.dataset.blocksKeys = '';
    document.body.append(dialog);
    await typeAt('button', '{Control>}k{/Control}');
    expect(ran).toEqual([]);
    dialog.remove();
  });

  it('leaves a key that something else has taken', async () => {
    const take = (event: Event) => event.preventDefault();
    document.body.addEventListener('keydown', take);
    await typeAt('button', '{Control>}k{/Control}');
    document.body.removeEventListener('keydown', take);
    expect(ran).toEqual([]);
  });
});
