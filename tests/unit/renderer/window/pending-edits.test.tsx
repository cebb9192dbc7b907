// @vitest-environment jsdom

import { cleanup, act as inReact, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommitField } from '#renderer/parts/field/CommitField.tsx';
import { useAutosave } from '#renderer/parts/note/use-autosave.ts';
import { followTyping, hasPendingEdits, holdEdit, usePendingEdits } from '#renderer/window/pending-edits.ts';
import { pollUntil } from '../../../support/poll-until.ts';

let stop: () => void;
beforeEach(() => {
  stop = followTyping();
});
afterEach(() => {
  cleanup();
  stop();
});

const settled = () => pollUntil('nothing is pending', () => (hasPendingEdits() ? undefined : true));

type Save = { readonly text: string; readonly done: () => void };

/** A field that saves itself, as a note does; each save ends when the test says so. */
const SelfSaving = ({ saves }: { readonly saves: Save[] }) => {
  const [text, setText] = useState('');
  const autosave = useAutosave(() => new Promise((done) => saves.push({ text, done })));
  return (
    <textarea
      aria-label="Self-saving"
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        autosave.touch();
      }}
      onBlur={() => void autosave.flush()}
    />
  );
};

/** A field whose text is taken by a button, and dropped with it. */
const Plain = ({ attributes = {} }: { readonly attributes?: object }) => (
  <>
    <input aria-label="Plain" {...attributes} />
    <button type="button">Elsewhere</button>
  </>
);

describe('what counts as pending', () => {
  it('is the text of a field from its first letter on, as long as it stands there', async () => {
    render(<Plain />);
    await userEvent.type(screen.getByLabelText('Plain'), 'a');
    expect(usePendingEdits.getState().typed).toBe(1);
    await userEvent.click(screen.getByText('Elsewhere'));
    await inReact(() => new Promise((done) => setTimeout(done)));
    expect(hasPendingEdits()).toBe(true);
    cleanup();
    await settled();
  });

  it('is told once the field itself has heard of the letter', async () => {
    const told: number[] = [];
    render(<input aria-label="Field" onChange={() => told.push(usePendingEdits.getState().typed)} />);
    await userEvent.type(screen.getByLabelText('Field'), 'a');
    expect(told).toEqual([0]);
    expect(usePendingEdits.getState().typed).toBe(1);
  });

  it('ends where the text is what it was before', async () => {
    render(<Plain attributes={{ defaultValue: 'as before' }} />);
    await userEvent.type(screen.getByLabelText('Plain'), 'a');
    expect(hasPendingEdits()).toBe(true);
    await userEvent.type(screen.getByLabelText('Plain'), '{Backspace}');
    await settled();
  });

  it('is not what is sought', async () => {
    for (const attributes of [
      { type: 'search' },
      { type: 'password' },
      { 'data-asks': '' },
      { readOnly: true },
    ]) {
      render(<Plain attributes={attributes} />);
      await userEvent.type(screen.getByLabelText('Plain'), 'a');
      expect(hasPendingEdits(), JSON.stringify(attributes)).toBe(false);
      cleanup();
    }
  });

  it('is a text that saves itself, until the save is answered', async () => {
    const saves: Save[] = [];
    render(<SelfSaving saves={saves} />);
    const field = screen.getByLabelText('Self-saving');
    await userEvent.type(field, 'ab');
    expect(usePendingEdits.getState().held).toBe(1);
    await userEvent.tab();
    expect(saves.map(({ text }) => text)).toEqual(['ab']);
    expect(hasPendingEdits()).toBe(true);
    saves[0]?.done();
    await settled();
    // What is typed while a save is on its way is pending for itself.
    await userEvent.type(field, 'c');
    await userEvent.tab();
    await userEvent.type(field, 'd');
    saves[1]?.done();
    await inReact(() => new Promise((done) => setTimeout(done)));
    expect(hasPendingEdits()).toBe(true);
    await userEvent.tab();
    saves[2]?.done();
    await settled();
  });

  it('is a field that is committed when it is left, until the commit is answered', async () => {
    const answers: ((isKept: boolean) => void)[] = [];
    const commit = (): Promise<boolean> => {
      const release = holdEdit();
      return new Promise<boolean>((answer) => answers.push(answer)).finally(release);
    };
    render(<CommitField label="Title" value="Port" onCommit={commit} />);
    const field = screen.getByLabelText('Title');
    await userEvent.type(field, 's');
    expect(hasPendingEdits()).toBe(true);
    await userEvent.type(field, '{Enter}');
    expect(answers).toHaveLength(1);
    expect(hasPendingEdits()).toBe(true);
    await inReact(async () => answers[0]?.(true));
    await settled();
    await userEvent.type(field, '!');
    expect(hasPendingEdits()).toBe(true);
    await userEvent.tab();
    await inReact(async () => answers[1]?.(true));
    await settled();
  });

  it('is a text that its field refuses, as long as it stands there', async () => {
    const validate = (text: string) => (text.includes('!') ? 'No marks.' : undefined);
    render(<CommitField label="Title" value="Port" onCommit={async () => true} validate={validate} />);
    await userEvent.type(screen.getByLabelText('Title'), '!');
    await userEvent.tab();
    await inReact(() => new Promise((done) => setTimeout(done)));
    expect(hasPendingEdits()).toBe(true);
  });
});
