/**
 * The style sheets that stand in a page, read and never applied: a constructed sheet is parsed by the browser,
 * belongs to no document, and needs nothing of the content security policy, which stops every other style.
 */
import { isForScreen } from './is-for-screen.ts';
import { type Declarations, declarationsOf, STYLE_PROPERTIES } from './style-properties.ts';

/** A rule of a page's style sheet that says something of what is text. */
export type StyleRule = { readonly selector: string; readonly declarations: Declarations };

/** More rules than any page has that was written by hand, and what is still read in a moment. */
const MAX_RULES = 50_000;

/** How heavy and slanted a whole kind of text is set says nothing of the words; what one element says of itself may. */
const OF_SHEETS = STYLE_PROPERTIES.filter((name) => name !== 'font-weight' && name !== 'font-style');

/** The rules of `css`, none where it is no style sheet. What it imports is not read. */
export const parseStyleSheet = (css: string): readonly CSSRule[] => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return [...sheet.cssRules];
};

const holdsFor = (rule: CSSRule): boolean => {
  if (rule instanceof CSSMediaRule) return isForScreen(rule.media.mediaText);
  if (rule instanceof CSSSupportsRule) return CSS.supports(rule.conditionText);
  // The one other group whose rules hold for the whole page is a layer, which not every DOM knows by name.
  return rule.constructor.name === 'CSSLayerBlockRule';
};

const styleRulesIn = (rules: readonly CSSRule[]): readonly CSSStyleRule[] =>
  rules.flatMap((rule): readonly CSSStyleRule[] => {
    if (rule instanceof CSSStyleRule) return [rule];
    return rule instanceof CSSGroupingRule && holdsFor(rule) ? styleRulesIn([...rule.cssRules]) : [];
  });

/** The rules of all style sheets that stand in `page`, in their order. Those that a page without scripts would have are none. */
export const readStyleSheets = (page: Document): readonly StyleRule[] =>
  [...page.querySelectorAll('style')]
    .filter(
      (style) =>
        isForScreen(style.getAttribute('media') ?? '') && style.closest('noscript, template, svg') === null,
    )
    .flatMap((style) => styleRulesIn(parseStyleSheet(style.textContent ?? '')))
    .slice(0, MAX_RULES)
    .map((rule) => ({ selector: rule.selectorText, declarations: declarationsOf(rule.style, OF_SHEETS) }))
    .filter(({ declarations }) => declarations.size > 0);
