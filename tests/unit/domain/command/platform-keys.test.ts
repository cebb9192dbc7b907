import { describe, expect, it } from 'vitest';
import { chordOf, type KeyPress } from '#domain/command/chord-of.ts';
import { commandIds, commandOf } from '#domain/command/command-table.ts';
import { bindKeys, defaultKeysOf, scopeOf } from '#domain/command/key-bindings.ts';
import { keyRefusal } from '#domain/command/key-refusal.ts';

/**
 * What each system keeps for itself, as `chordOf` spells it there: its own lists of keyboard shortcuts (Apple, "Mac
 * keyboard shortcuts"; Microsoft, "Keyboard shortcuts in Windows"). It never comes to the window, or must not be taken.
 */
const platforms = [
  {
    name: 'macOS',
    isMac: true,
    kept: [
      ...['Mod+Q', 'Mod+W', 'Mod+M', 'Mod+H', 'Mod+Tab', 'Mod+`', 'Mod+Space', 'Mod+Alt+Escape'],
      ...['Mod+Shift+Q', 'Mod+Alt+D', 'Mod+Alt+M'],
      ...['Other+ArrowUp', 'Other+ArrowDown', 'Other+ArrowLeft', 'Other+ArrowRight', 'Other+Space'],
      ...['Mod+Other+F', 'Mod+Other+Q', 'Mod+Other+Space', 'F11', 'Mod+?'],
    ],
  },
  {
    name: 'Windows',
    isMac: false,
    kept: [
      ...[
        'Alt+F4',
        'Alt+Tab',
        'Alt+Escape',
        'Alt+Space',
        'Mod+Escape',
        'Mod+Shift+Escape',
        'F10',
        'Shift+F10',
      ],
      ...['Mod+Alt+Delete', 'Mod+Alt+Tab', 'Alt+Shift+Tab', 'PrintScreen', 'Other+D', 'Other+L', 'Other+V'],
    ],
  },
] as const;

const codes: Readonly<Record<string, string>> = {
  ',': 'Comma',
  '.': 'Period',
  '-': 'Minus',
  '=': 'Equal',
  '+': 'Equal',
  '?': 'Slash',
  '`': 'Backquote',
};
const codeOf = (name: string): string => {
  if (/^[A-Z]$/u.test(name)) return `Key${name}`;
  return /^\d$/u.test(name) ? `Digit${name}` : (codes[name] ?? name);
};

/** The press of a US keyboard that the table's spelling means on that system. */
const pressOf = (key: string, isMac: boolean): KeyPress => {
  const parts = key.split(/\+(?!$)/u);
  const name = parts.at(-1) ?? '';
  const held = new Set(parts.slice(0, -1));
  const typesCapital = held.has('Shift') || !/^[A-Z]$/u.test(name);
  return {
    key: typesCapital ? name : name.toLowerCase(),
    code: codeOf(name),
    ctrlKey: held.has(isMac ? 'Other' : 'Mod'),
    metaKey: held.has(isMac ? 'Mod' : 'Other'),
    altKey: held.has('Alt'),
    shiftKey: held.has('Shift') || name === '?' || name === '+',
    hasAltGraph: false,
    isComposing: false,
  };
};

const everyKey = commandIds.flatMap((id) => defaultKeysOf(id).map((key) => ({ id, key })));

describe.each(platforms)('the keys of the table on $name', ({ isMac, kept }) => {
  it.each(everyKey)('$key is pressed as it is printed, and means $id', ({ id, key }) => {
    const chord = chordOf(pressOf(key, isMac), isMac);
    expect(chord).toBe(key);
    expect(bindKeys({}).commandOf(key, scopeOf(id))).toBe(id);
  });

  it.each(kept)('%s of the system is spelled as its press is', (own) => {
    expect(chordOf(pressOf(own, isMac), isMac)).toBe(own);
  });

  it('leave to the system what it keeps for itself', () => {
    const taken = everyKey.filter(({ key }) => kept.some((own) => own === key));
    expect(taken).toEqual([]);
  });

  it('are not that of the other modifier: Ctrl on a Mac, the Windows key elsewhere', () => {
    const withOther = everyKey
      .filter(({ key }) => key.startsWith('Mod+'))
      .map(({ key }) => {
        const press = pressOf(key, !isMac);
        return { key, chord: chordOf(press, isMac) };
      });
    expect(withOther.length).toBeGreaterThan(20);
    for (const { key, chord } of withOther) expect(chord).toBe(key.replace('Mod+', 'Other+'));
    expect(keyRefusal('Other+K', commandOf('palette.open'))).toBe('system');
  });
});

// macOS takes pictures of the screen with ⌘⇧3 to 5, and the press of a digit means the same with Shift and without.
describe.each(['Mod+Shift+3', 'Mod+Shift+4', 'Mod+Shift+5'])('%s', (key) => {
  it('can be given to no command, and no menu claims it from the system', () => {
    expect(chordOf(pressOf(key, true), true)).toBe(key.replace('Shift+', ''));
    expect(keyRefusal(key, commandOf('palette.open'))).toBe('unknown');
    expect(everyKey.map((each) => each.key)).not.toContain(key);
    const rebound = bindKeys({ 'palette.open': [key] });
    expect(rebound.keysOf('palette.open')).not.toContain(key);
  });
});
