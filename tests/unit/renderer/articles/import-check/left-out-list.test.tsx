// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { BlockNode } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import type { HiddenPart } from '#domain/contract/importer-bridge.ts';
import { toBody, toCheckedBlocks } from '#renderer/articles/import-check/blocks/cut-blocks.ts';
import { LeftOutList } from '#renderer/articles/import-check/blocks/LeftOutList.tsx';

afterEach(cleanup);

const paragraph = (text: string): BlockNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });

const Check = ({
  leftOut,
  hidden = [],
}: {
  readonly leftOut: readonly number[];
  readonly hidden?: readonly HiddenPart[];
}) => {
  const content = ['Advertisement', 'The story.', 'Share this'].map(paragraph);
  const [blocks, setBlocks] = useState(() => toCheckedBlocks({ type: 'doc', content }, leftOut));
  const body = toBody(blocks);
  return (
    <>
      <LeftOutList what="Menus." blocks={blocks} hidden={hidden} onChange={setBlocks} />
      <output>{body === null ? '' : canonicalText(body)}</output>
    </>
  );
};

const sealedText = () => screen.getByRole('status').textContent;

describe('what the importer has left out', () => {
  it('is counted, and shown when it is asked for', async () => {
    render(<Check leftOut={[0, 2]} />);
    expect(sealedText()).toBe('The story.');
    expect(screen.queryByText('Share this')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Left out (2)' }));
    expect(screen.getAllByText('Share this')).toHaveLength(1);
  });

  it('is put back where it stood, one by one or all of it, by key as well', async () => {
    render(<Check leftOut={[0, 2]} />);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    const [first] = screen.getAllByRole('button', { name: 'Include in the text' });
    first?.focus();
    await userEvent.keyboard('{Enter}');
    expect(sealedText()).toBe('Advertisement\nThe story.');
    await userEvent.click(screen.getByRole('button', { name: 'Include all' }));
    expect(sealedText()).toBe('Advertisement\nThe story.\nShare this');
  });

  it('names what the page hides, and offers no way to take it', async () => {
    render(<Check leftOut={[]} hidden={[{ words: 34, beginning: 'The minister denied' }]} />);
    expect(screen.getByText(/^34 words folded or hidden on the page/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Left out (1)' }));
    expect(screen.getByText('Hidden on the page, 34 words: “The minister denied”')).toBeTruthy();
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });

  it('is not spoken of where nothing was', () => {
    render(<Check leftOut={[]} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
