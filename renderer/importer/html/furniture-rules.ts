/**
 * Rules for furniture inside an article, as data. A part of a page that matches is left out but offered, so that
 * nothing is lost by an overeager rule. Evidence (a figure with its caption, a data table, a correction) never matches
 * by a word alone.
 */

/** Elements and roles that by their meaning are beside a text. */
export const BESIDE =
  'aside, nav, form, footer, dialog, [role="complementary"], [role="navigation"], [role="form"], [role="search"], [role="banner"], [role="contentinfo"]';

/** Words of class names and ids; one is enough if the element contains no prose. */
export const FURNITURE_NAMES: ReadonlySet<string> = new Set([
  'ad',
  'ads',
  'advert',
  'advertisement',
  'advertisements',
  'advertising',
  'affiliate',
  'breadcrumb',
  'breadcrumbs',
  'comments',
  'consent',
  'cookie',
  'cookies',
  'dfp',
  'disqus',
  'donate',
  'donation',
  'follow',
  'livefyre',
  'login',
  'newsletter',
  'newsletters',
  'optin',
  'outbrain',
  'pager',
  'pagination',
  'paywall',
  'popular',
  'popup',
  'promo',
  'promos',
  'promoted',
  'promotion',
  'readmore',
  'recirc',
  'recirculation',
  'recommend',
  'recommendation',
  'recommendations',
  'recommended',
  'related',
  'relatedposts',
  'relatedstories',
  'share',
  'sharebar',
  'sharedaddy',
  'sharing',
  'sidebar',
  'signin',
  'signup',
  'skip',
  'social',
  'socials',
  'sponsor',
  'sponsored',
  'subscribe',
  'subscription',
  'taboola',
  'toolbar',
  'trending',
  'widget',
]);

/** Names of two words, of which a single one would not be significant. */
export const FURNITURE_PHRASES =
  /(?:about|author)[-_]?(?:the[-_]?)?(?:author|bio|box|card|info)|also[-_]?(?:like|read|see)|most[-_]?(?:read|popular|viewed|commented)|post[-_]?(?:meta|tags)|tags?[-_]?(?:list|cloud|links)|read[-_]?(?:more|next|also)|more[-_]?(?:stories|news|from|on)|up[-_]?next|cta[-_]|[-_]cta\b/i;

/** Names of networks on sharing buttons. */
const NETWORKS =
  'bluesky|copy link|e-?mail|facebook|flipboard|instagram|linkedin|mastodon|messenger|pinterest|pocket|print|reddit|rss|snapchat|telegram|threads|tiktok|tumblr|twitter|whatsapp|x|youtube';

/** Whole lines that are controls, labels or invitations of a page, on any site. */
export const FURNITURE_LINES: readonly RegExp[] = [
  new RegExp(
    `^(?:(?:share|follow|post|send|tweet)(?: (?:on|to|via|by|us on))? )?(?:${NETWORKS})(?: url ?copied!?)?$`,
  ),
  /^(?:advert(?:isement|ising)?s?|sponsored(?: content| links?)?|ads? by .{1,30}|anzeige|werbung|publicidad(?:e)?|publicité|iklan|реклама)$/,
  /^(?:continue reading(?: below| the main story)?|story continues(?: below(?: advertisement)?)?|article continues below(?: advertisement)?|scroll (?:down )?(?:for more|to continue).{0,30})$/,
  /^(?:read|see|watch|learn|show|view|load|find out|discover)\s(?:more|less|all|also|next|now)(?: (?:stories|articles|comments|photos|news|here))?$/,
  /^(?:share|tweet|email|e-mail|print|pin|save|copy link|send|like|follow|reply|report|comments?|leave a (?:comment|reply)|post a comment|add a comment|view comments|\d+ (?:comments?|shares?)|permalink|back to top|top|close|caption|next|previous|prev|play|pause|replay|mute|unmute|loading|menu|search|home|skip|skip to (?:main )?content|skip ad|sign in|sign up|log ?in|log ?out|register|subscribe(?: now)?|subscriber services|download(?: now)?|click (?:here|to (?:tweet|enlarge|share))|enlarge(?: this image)?|hide caption|toggle caption|expand|fullscreen|live|photos?|videos?|gallery|image)$/,
  /^(?:share|follow|email|like) (?:this|us|it|on)\b.{0,60}$/,
  /^click to (?:share|email|print|tweet)\b.{0,60}$/,
  /^image \d+ of ?\/? ?\d+$/,
  /^\d+ of \d+$/,
  /^(?:related|related (?:articles?|stories|story|content|coverage|news|posts?|topics?|links?|videos?|reading)|more (?:stories|news|from .{1,40}|on this (?:story|topic)|like this|coverage)|most (?:read|popular|viewed|commented|recent)|latest (?:news|stories|posts)|breaking news|top stories|trending(?: now| stories)?|popular (?:now|posts|stories)|recommended(?: for you| stories| reading| videos?)?|you (?:may|might|could) (?:also )?(?:like|be interested in|enjoy|have missed).{0,20}|don[’']t miss(?: it)?|also (?:read|see|on .{1,40})|up next|what to read next|editor[’']s picks?|tags?|topics?|filed under|categories|in this article|about the authors?|conversation|comments|watch now|featured(?: video)?)\s?:?$/,
];

/** Beginnings of lines that lead to another text, if most of the line is a link. */
export const LEADING_AWAY =
  /^(?:also (?:read|see|on|watch)|don[’']t miss|follow|filed under|further reading|get|join|learn more|listen|more(?: from| on)?|posted in|read(?: also| more| next| the full)?|recommended|related(?: coverage| stories| articles?)?|see(?: also| more)?|sign up|subscribe|tags?|topics?|watch(?: now| also)?|weiterlesen|lesen sie auch|lire aussi|à lire|leia (?:mais|também)|lea también|leggi anche)\b/;

/** Invitations: a short paragraph with one of these, with a link or in capitals, is not part of a report. */
export const INVITATIONS =
  /\b(?:subscribe (?:to|now|for)|sign up (?:for|to|here)|(?:our|free|daily|weekly) newsletters?|to your inbox|in your inbox|follow (?:us|me|him|her|them|@\w+) on|like us on|join our|download (?:our|the) app|by clicking here|all rights reserved|use(?:s)? cookies|get the latest (?:news|updates)|support our|become a (?:member|subscriber)|share it with a friend|click here (?:to|for))\b/;

/** Raw syntax of templates, which a script would have filled: never text of an article. */
export const TEMPLATE_SYNTAX = /\{\{[^{}]*\}\}|\{\|.*?\|\}|\{[%*].*?[%*]\}|<%.*?%>|\[%.*?%\]/s;
