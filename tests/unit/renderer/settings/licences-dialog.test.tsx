// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LicencesDialog } from '#renderer/settings/LicencesDialog.tsx';
import { installScriptedBridge, type ScriptedBridge } from '../bridge/scripted-bridge.ts';

let main: ScriptedBridge;
beforeEach(() => {
  main = installScriptedBridge();
});
afterEach(cleanup);

const open = () => render(<LicencesDialog isOpen onClose={() => undefined} />);

it('says how many packages there are, and shows each', async () => {
  const text = 'Permission is hereby granted.';
  main.answer('app:third-party', () => ({
    ok: true,
    value: [{ name: 'fflate', version: '0.8.2', licence: 'MIT', text }],
  }));
  open();
  expect(await screen.findByText(/includes (?:1|one) third-party package/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /fflate/ }));
  expect(screen.getByText(text)).toBeTruthy();
});

it('says what failed where the list can’t be read, and no number', async () => {
  main.answer('app:third-party', () => ({ ok: false, error: { code: 'internal', reference: 'a1' } }));
  open();
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(screen.queryByText(/third-party packages?/)).toBeNull();
});
