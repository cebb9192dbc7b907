// @vitest-environment jsdom
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Handlers } from '#domain/contract/requests.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { followChanges } from '#renderer/bridge/query-store.ts';
import { TranslationPart } from '#renderer/settings/language/TranslationPart.tsx';
import { benchForEach } from '../../../support/workbench/bench-for-each.ts';
import type { Workbench } from '../../../support/workbench/open-workbench.ts';
import { succeed } from '../../../support/workbench/results.ts';
import { installHandledBridge, withoutIndex } from '../bridge/handled-bridge.ts';

let bench: Workbench;
let handlers: Handlers;
let stop: () => void;

benchForEach((opened) => {
  bench = opened;
}, withoutIndex);

beforeEach(async () => {
  const path = join(bench.archive.folder, '..', 'marlin');
  await writeFile(path, '#!/bin/sh\n[ "$1" = --version ] && echo 1.2 || echo "$1>$2 $(cat)"\n');
  await chmod(path, 0o755);
  handlers = createHandlers({
    ...bench.deps,
    desktop: { ...bench.deps.desktop, chooseTranslator: async () => path },
  });
  installHandledBridge(handlers, bench.archive);
  stop = followChanges();
});
afterEach(() => {
  cleanup();
  stop();
});

describe('the settings of the program that translates', () => {
  it('name it once it is chosen, try it, and forget it', async () => {
    const user = userEvent.setup();
    render(<TranslationPart />);
    await user.click(await screen.findByRole('button', { name: 'Choose a program…' }));
    expect(await screen.findByText('marlin 1.2')).toBeDefined();
    expect(screen.getByText(/network/u)).toBeDefined();
    const name = screen.getByLabelText('Name');
    await user.clear(name);
    await user.type(name, 'Marlin{Enter}');
    expect(await screen.findByText('Marlin 1.2')).toBeDefined();
    const limit = screen.getByLabelText('Time limit for a paragraph, in seconds');
    await user.clear(limit);
    await user.type(limit, '0{Enter}');
    expect(await screen.findByText('From 1 to 3600')).toBeDefined();
    expect(succeed(await handlers['translation:program']({}))).toMatchObject({
      name: 'Marlin',
      limitSeconds: 120,
    });
    await user.click(screen.getByRole('button', { name: 'Try it' }));
    expect(await screen.findByText(/^de>en Der zweite Scanner/u)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Choose a program…' })).toBeDefined());
    expect(succeed(await handlers['translation:program']({}))).toBeNull();
  });
});
