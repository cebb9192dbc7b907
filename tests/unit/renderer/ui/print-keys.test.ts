import { describe, expect, it } from 'vitest';
import { printKeys } from '#renderer/ui/print-keys.ts';

describe('a shortcut', () => {
  it('is printed in this platform’s signs', () => {
    expect(printKeys('Mod+Shift+C', false)).toBe('Ctrl Shift C');
    expect(printKeys('Mod+Shift+C', true)).toBe('⌘⇧C');
    expect(printKeys('Alt+ArrowLeft', false)).toBe('Alt ←');
    expect(printKeys('Alt+ArrowUp', true)).toBe('⌥↑');
    expect(printKeys('Alt+ArrowDown', false)).toBe('Alt ↓');
  });
  it('may be a plus sign', () => {
    expect(printKeys('Mod++', false)).toBe('Ctrl +');
  });
});
