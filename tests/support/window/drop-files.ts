import type { Page } from '@playwright/test';

/** Drops files in the middle of the window or at a point of it, as the system does: the page never sees their paths. */
export const dropFiles = async (
  page: Page,
  files: readonly string[],
  at = { x: 500, y: 400 },
): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  await session.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at, data });
  await session.send('Input.dispatchDragEvent', { type: 'dragOver', ...at, data });
  await session.send('Input.dispatchDragEvent', { type: 'drop', ...at, data });
  await session.detach();
};
