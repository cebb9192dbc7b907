import { describe, expect, it } from 'vitest';
import { chordOf, type KeyPress } from '#domain/command/chord-of.ts';

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  hasAltGraph: false,
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

  it('is another one with Ctrl and Shift where a digit needs no Shift, as on US and German keyboards', () => {
    const held = { ctrlKey: true, shiftKey: true };
    expect(onLinux(press('&', 'Digit7', held))).toBe('Mod+Shift+7');
    expect(onLinux(press('/', 'Digit7', held))).toBe('Mod+Shift+7');
    expect(onLinux(press('7', 'Digit7', held))).toBe('Mod+7');
  });

  it('means a letter by what it types: AZERTY has q where US has a', () => {
    expect(onLinux(press('q', 'KeyA'))).toBe('Q');
  });

  it('means a letter by its place where the layout is not Latin', () => {
    expect(onLinux(press('е', 'KeyT'))).toBe('T');
    expect(onLinux(press('л', 'KeyK', ctrl))).toBe('Mod+K');
  });

  it('means the places of Russian, Greek, Hebrew and Arabic, where signs stand on letters too', () => {
    expect(onLinux(press('ю', 'Period'))).toBe('.');
    expect(onLinux(press(';', 'KeyQ'))).toBe('Q');
    expect(onLinux(press('/', 'KeyQ'))).toBe('Q');
    expect(onLinux(press("'", 'KeyW'))).toBe('W');
    expect(onLinux(press('λ', 'KeyL'))).toBe('L');
    expect(onLinux(press('لا', 'KeyB', ctrl))).toBe('Mod+B');
  });

  it('means a digit of the number pad only while it types digits', () => {
    expect(onLinux(press('4', 'Numpad4'))).toBe('4');
    expect(onLinux(press('ArrowLeft', 'Numpad4'))).toBe('ArrowLeft');
  });

  it('needs Shift for digits on a Czech keyboard, and not for its letters of the same keys', () => {
    expect(onLinux(press('+', 'Digit1'))).toBe('1');
    expect(onLinux(press('ě', 'Digit2'))).toBe('2');
    expect(onLinux(press('3', 'Digit3', { ctrlKey: true, shiftKey: true }))).toBe('Mod+3');
  });

  it('with AltGr means nothing: it types a sign', () => {
    expect(onLinux(press('@', 'KeyQ', { hasAltGraph: true }))).toBeNull();
    expect(onLinux(press('j', 'KeyJ', { hasAltGraph: true }))).toBeNull();
  });

  it('that an input method uses means nothing', () => {
    expect(onLinux(press('k', 'KeyK', { isComposing: true }))).toBeNull();
    expect(onLinux(press('Process', 'KeyK'))).toBeNull();
  });

  it('with ⌥ on a Mac means the place, since ⌥ types signs there', () => {
    expect(chordOf(press('∂', 'KeyD', { altKey: true }), true)).toBe('Alt+D');
    expect(chordOf(press('ß', 'KeyS', { altKey: true }), true)).toBe('Alt+S');
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
