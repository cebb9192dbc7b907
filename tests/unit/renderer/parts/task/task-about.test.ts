import { describe, expect, it } from 'vitest';
import type { TaskRow } from '#domain/contract/task.ts';
import { taskAbout } from '#renderer/parts/task/task-about.ts';

const about = (quote: string | null, placeTitle: string | null): string | undefined =>
  // Nothing else of the row is read.
  taskAbout({ printed: quote, placeTitle } as TaskRow);

describe('what a task is on', () => {
  it('is the printed quote, and where it stands', () => {
    expect(about('“‘We see… base,’ Blinken said.”', null)).toBe('“‘We see… base,’ Blinken said.”');
    expect(about('“We see it.”', 'Envoy warns')).toBe('“We see it.” · Envoy warns');
    expect(about('“We see” […] “it”', 'Envoy warns')).toBe('“We see” […] “it” · Envoy warns');
  });

  it('is a title where there is no quote, and nothing where there is neither', () => {
    expect(about(null, 'Envoy warns')).toBe('Envoy warns');
    expect(about(null, null)).toBeUndefined();
  });
});
