import { describe, expect, it } from 'vitest';
import { isCutAway, isShapedAway } from '#renderer/importer/html/styles/ways-of-hiding.ts';

const size = { width: 200, height: 100 };

describe('a shape of which nothing is left', () => {
  it.each([
    ['inset(50%)', true],
    ['inset(100% 0px 0px)', true],
    ['inset(0px 120px 0px 90px)', true],
    ['inset(0px 0px 99px round 5px)', true],
    ['inset(10px 20%)', false],
    ['circle(0px at 50% 50%)', true],
    ['circle(10px at 50% 50%)', false],
    ['ellipse(40px 0% at 50% 50%)', true],
    ['ellipse(40px 30px at 50% 50%)', false],
    ['polygon(0px 0px, 0px 0px, 0px 0px)', true],
    ['polygon(evenodd, 0% 0%, 100% 0%)', true],
    ['polygon(0% 0%, 100% 0%, 50% 100%)', false],
    ['inset(calc(50% - 1px))', false],
    ['url("#shape")', false],
    ['none', false],
  ])('%s: %s', (value, expected) => expect(isShapedAway(value, size)).toBe(expected));
});

describe('a rectangle of which nothing is left', () => {
  it.each([
    ['rect(0px, 0px, 0px, 0px)', true],
    ['rect(1px, 1px, 1px, 1px)', true],
    ['rect(0px, 90px, 1px, 0px)', true],
    ['rect(0px, 90px, 40px, 0px)', false],
    ['rect(auto, auto, auto, auto)', false],
    ['auto', false],
  ])('%s: %s', (value, expected) => expect(isCutAway(value)).toBe(expected));
});
