import text from './moderation.css';

/** The queue's look for held texts, added to the page once. */
if (typeof CSSStyleSheet !== 'undefined' && 'adoptedStyleSheets' in document) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
