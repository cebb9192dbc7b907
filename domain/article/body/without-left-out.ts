import type { Body } from './body.ts';

/** `body` without the blocks at the places `leftOut` of its content; unchanged where nothing else is in it. */
export const withoutLeftOut = (body: Body, leftOut: readonly number[] = []): Body => {
  const left = new Set(leftOut);
  const content = body.content.filter((_, index) => !left.has(index));
  return content.length === 0 ? body : { ...body, content };
};
