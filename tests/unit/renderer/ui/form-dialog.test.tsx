// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';

beforeEach(() => {});
afterEach(() => {
  cleanup();
});

type NamingProps = { readonly onSubmit: (name: string) => Promise<void>; readonly onClose: () => void };

const Naming = ({ onSubmit, onClose }: NamingProps) => {
  const [name, setName] = useState('');
  return (
    <FormDialog
      title="Name it"
      submitName="Save"
      isReady={name !== ''}
      onSubmit={() => onSubmit(name)}
      onClose={onClose}
    >
      <TextField label="Name" autoFocus value={name} onChange={setName} />
      <DateField label="On" value="2024-04-26" onChange={() => undefined} />
    </FormDialog>
  );
};

const open = (submitting: Promise<void> = Promise.resolve()) => {
  const done: string[] = [];
  const onSubmit = (name: string) => {
    done.push(`submit ${name}`);
    return submitting;
  };
  render(<Naming onSubmit={onSubmit} onClose={() => done.push('close')} />);
  return done;
};

describe('a dialog of fields', () => {
  it('submits on Enter in a field, and on its button', async () => {
    const done = open();
    await userEvent.keyboard('Lock{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(done).toEqual(['submit Lock', 'submit Lock']);
  });

  it('submits on Enter in a part of a date, once it is ready', async () => {
    const done = open();
    const name = screen.getByRole('textbox', { name: 'Name' });
    const day = screen.getByRole('spinbutton', { name: /^day/ });
    await userEvent.click(day);
    await userEvent.keyboard('{Enter}');
    expect(done).toEqual([]);
    await userEvent.type(name, 'Lock');
    await userEvent.click(day);
    await userEvent.keyboard('{Enter}');
    expect(done).toEqual(['submit Lock']);
  });

  it('submits nothing before it is ready', async () => {
    const done = open();
    await userEvent.keyboard('{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(done).toEqual([]);
  });

  it('submits once while the first submission is on its way', async () => {
    const done = open(new Promise(() => undefined));
    await userEvent.keyboard('Lock{Enter}{Enter}');
    expect(done).toEqual(['submit Lock']);
  });

  it('closes on Esc and on Cancel without submitting', async () => {
    const done = open();
    await userEvent.keyboard('Lock{Escape}');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(done).toEqual(['close', 'close']);
  });
});
