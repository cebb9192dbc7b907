// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { builtInForms } from '#domain/memo/form/built-in-forms.ts';
import { FormOutline } from '#renderer/parts/memo/FormOutline.tsx';

afterEach(cleanup);

describe('the outline of a form', () => {
  it('shows the numbers that its memos get, not their pattern', () => {
    const year = new Date().getFullYear();
    render(<FormOutline form={builtInForms.bluf} />);
    expect(screen.getByText(`Numbered PM-${year}-001, PM-${year}-002, …`)).toBeTruthy();
  });

  it('shows a pattern that is being written as it is', () => {
    render(<FormOutline form={{ ...builtInForms.bluf, numbering: 'PM-{' }} />);
    expect(screen.getByText('PM-{')).toBeTruthy();
  });
});
