import text from './debate.css';

/** The debate's look, added to the page once. A browser that cannot take it shows the debate plainly. */
if (typeof CSSStyleSheet !== 'undefined' && 'adoptedStyleSheets' in document) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
