import text from './help.css';

/** The look of live help, added to the page once. A browser that cannot take it shows it plainly. */
if (typeof CSSStyleSheet !== 'undefined' && 'adoptedStyleSheets' in document) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
