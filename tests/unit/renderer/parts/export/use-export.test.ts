// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { ok, type Result } from '#domain/result.ts';
import { useExport } from '#renderer/parts/export/use-export.ts';

it('can be begun again after a file that could not be drawn', async () => {
  const make = vi.fn<(asked: string) => Promise<Result<string, AppError>>>();
  make
    .mockRejectedValueOnce(new Error('The picture could not be made.'))
    .mockResolvedValueOnce(ok('chart.png'));
  const { result } = renderHook(() => useExport(make, () => undefined));
  await act(async () => {
    await expect(result.current.begin('chart')).rejects.toThrow('could not be made');
  });
  expect(result.current).toMatchObject({ isUnderWay: false, file: null });
  await act(() => result.current.begin('chart'));
  expect(result.current).toMatchObject({ isUnderWay: false, file: 'chart.png', error: null });
});
