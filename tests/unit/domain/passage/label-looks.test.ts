// The looks of labels are told apart by everybody: computed, not looked at.
import { describe, expect, it } from 'vitest';
import { type LabelLookId, labelLookIds, labelLooks } from '#domain/passage/label.ts';

type Rgb = readonly [number, number, number];

/** What reading text stands on, see renderer/ui/tokens.css. */
const ground = { light: '#fdfcf9', dark: '#17191c' } as const;

const linearOf = (colour: string): Rgb => {
  const part = (at: number): number => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
};

/** Relative luminance, WCAG 2.2. */
const luminance = ([red, green, blue]: Rgb): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
const contrast = (one: string, other: string): number => {
  const [a, b] = [luminance(linearOf(one)), luminance(linearOf(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};

type Matrix = readonly [Rgb, Rgb, Rgb];
const times = (matrix: Matrix, [x, y, z]: Rgb): Rgb =>
  matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Rgb;

/** Eyes without one kind of cone, on linear RGB: Machado, Oliveira and Fernandes 2009, severity 1.0. */
const eyes: Readonly<Record<string, Matrix>> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** OKLab of linear RGB (Ottosson 2020): distances in it are about as large as they look. */
const okLabOf = (rgb: Rgb): Rgb => {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  ).map(Math.cbrt) as unknown as Rgb;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
};

const distance = (one: string, other: string, eye: Matrix): number => {
  const [a, b] = [one, other].map((colour) => okLabOf(times(eye, linearOf(colour)))) as [Rgb, Rgb];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
};

/** Two colours side by side in one line style: five times what is just noticed (0.02 in OKLab). */
const APART = 0.1;

const pairs = labelLookIds.flatMap((one, at) =>
  labelLookIds.slice(at + 1).map((other): [LabelLookId, LabelLookId] => [one, other]),
);

describe('the looks of labels', () => {
  it.each(labelLookIds)('%s is read as text on the ground of its theme', (id) => {
    const { light, dark } = labelLooks[id];
    expect(contrast(light, ground.light)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark, ground.dark)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs)('%s and %s are told apart by their line, or by every eye', (one, other) => {
    const [a, b] = [labelLooks[one], labelLooks[other]];
    if (a.line !== b.line) return expect(a.line).not.toBe(b.line);
    for (const [name, eye] of Object.entries(eyes)) {
      expect({ name, light: distance(a.light, b.light, eye) >= APART }).toEqual({ name, light: true });
      expect({ name, dark: distance(a.dark, b.dark, eye) >= APART }).toEqual({ name, dark: true });
    }
  });
});
