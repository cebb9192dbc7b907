// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeySheet } from '#renderer/app/KeySheet.tsx';
import { installScriptedBridge } from '../../bridge/scripted-bridge.ts';

beforeEach(() => {
  installScriptedBridge();
  render(<KeySheet onClose={() => undefined} />);
});
afterEach(cleanup);

const acts = () => screen.getAllByRole('term').map(({ textContent }) => textContent);
const filter = async (typed: string) => {
  const field = screen.getByRole('searchbox', { name: 'Find a command or a key' });
  await userEvent.clear(field);
  await userEvent.type(field, typed);
};

describe('the sheet of keys', () => {
  it('finds an act by its name, its key and other words for it', async () => {
    const all = acts().length;
    await filter('smaller');
    expect(acts()).toContain('Smaller');
    await filter('zoom');
    expect(acts()).toEqual(['Enlarge picture', 'Larger', 'Smaller', 'Normal size']);
    await filter('F9');
    expect(acts()).toContain('Show or hide the list');
    expect(acts().length).toBeLessThan(all);
  });
});
