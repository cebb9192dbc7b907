import { describe, expect, it } from 'vitest';
import { chordOf, commandOfChord, commandOfSingleKey, type KeyPress } from '#renderer/app/match-keys.ts';

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...held,
});
const ctrl = { ctrlKey: true };
const onLinux = (key: KeyPress) => chordOf(key, false);

describe('a key press', () => {
  it('is a chord of the command table', () => {
    expect(onLinux(press('k', 'KeyK', ctrl))).toBe('Mod+K');
    expect(onLinux(press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true }))).toBe('Mod+Shift+Z');
    expect(onLinux(press('F9', 'F9', { shiftKey: true }))).toBe('Shift+F9');
  });

  it('means a digit by its place: AZERTY types & there, and needs Shift for 1', () => {
    expect(onLinux(press('&', 'Digit1'))).toBe('1');
    expect(onLinux(press('1', 'Digit1', { shiftKey: true }))).toBe('1');
    expect(onLinux(press('é', 'Digit2', ctrl))).toBe('Mod+2');
  });

  it('means a letter by what it types: AZERTY has q where US has a', () => {
    expect(onLinux(press('q', 'KeyA'))).toBe('Q');
  });

  it('means a letter by its place where the layout is not Latin', () => {
    expect(onLinux(press('е', 'KeyT'))).toBe('T');
    expect(onLinux(press('л', 'KeyK', ctrl))).toBe('Mod+K');
  });

  it('means a sign however it was typed', () => {
    expect(onLinux(press('?', 'Slash', { shiftKey: true }))).toBe('?');
    expect(onLinux(press('?', 'Minus', { shiftKey: true }))).toBe('?');
    expect(onLinux(press('+', 'Equal', { ctrlKey: true, shiftKey: true }))).toBe('Mod++');
  });

  it('of a modifier alone is none', () => {
    expect(onLinux(press('Control', 'ControlLeft', ctrl))).toBeNull();
    expect(onLinux(press('Dead', 'BracketLeft'))).toBeNull();
  });

  it('has ⌘ for Mod on a Mac, where Ctrl is another key', () => {
    expect(chordOf(press('k', 'KeyK', { metaKey: true }), true)).toBe('Mod+K');
    expect(chordOf(press('k', 'KeyK', ctrl), true)).not.toBe('Mod+K');
    expect(onLinux(press('k', 'KeyK', { metaKey: true }))).not.toBe('Mod+K');
  });
});

describe('a chord', () => {
  it('names its command', () => {
    expect(commandOfChord('Mod+Y')).toBe('edit.redo');
    expect(commandOfChord('Mod+J')).toBeUndefined();
  });
  it('of a single key names the act on a passage', () => {
    expect(commandOfSingleKey('T')).toBe('passage.tags');
    expect(commandOfSingleKey('1')).toBe('passage.label-1');
    expect(commandOfSingleKey('Shift+E')).toBe('passage.shrink');
    expect(commandOfSingleKey('Delete')).toBe('passage.delete');
  });
});
