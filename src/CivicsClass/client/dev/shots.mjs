// node dev/shots.mjs OUT_FOLDER [screen …]: pictures of the student's screens, and of the console's queue, from fixtures over the seed pack.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readPack } from './pack.mjs';

const SIZES = [[320, 640, 'light'], [360, 740, 'dark'], [1366, 768, 'light']];
const [out = 'shots', ...only] = process.argv.slice(2);
const site = mkdtempSync(join(tmpdir(), 'civics-dev-'));
mkdirSync(out, { recursive: true });

for (const who of ['student', 'teacher']) await build({
  entryPoints: [`dev/${who}.tsx`], outfile: join(site, `${who}.js`), bundle: true, format: 'iife', target: 'es2022',
  jsx: 'automatic', jsxImportSource: 'preact', loader: { '.css': 'text' }, banner: { js: `const HERE = new URL('js/${who}.js', location.href).href;` }, define: { process: 'undefined', 'import.meta.url': 'HERE', PACK: JSON.stringify(readPack('../../../seed-content/federal-local-enforcement')) },
});
// A step that brings its own sheet looks for it beside the scripts' folder.
mkdirSync(join(site, 'css'));
for (const sheet of readdirSync('../wwwroot/css')) for (const folder of ['', 'css']) copyFileSync(join('../wwwroot/css', sheet), join(site, folder, sheet));
const page = (scheme, who) => `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="stylesheet" href="base${scheme}.css"><link rel="stylesheet" href="${who}.css"><div id="app"></div><script src="${who}.js"></script></html>`;
// Headless Chromium has no switch for the colour scheme: the dark page gets the dark tokens for good.
writeFileSync(join(site, 'base-dark.css'), readFileSync(join(site, 'base.css'), 'utf8').replace('(prefers-color-scheme: dark)', 'all'));
for (const who of ['student', 'teacher']) {
  writeFileSync(join(site, `light-${who}.html`), page('', who));
  writeFileSync(join(site, `dark-${who}.html`), page('-dark', who));
}

const named = (file, pattern) => [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, name]) => name).filter((name) => only.length === 0 || only.includes(name));
const screens = [
  ...named('dev/fixtures.ts', /^ {4}'?([a-z-]+)'?: \{ class:/gm).map((screen) => [screen, 'student', SIZES]),
  ...named('dev/consoles.ts', /^ {4}'?([a-z-]+)'?: \{ view:/gm).map((screen) => [screen, 'teacher', [...SIZES, [1366, 768, 'dark'], [360, 740, 'light']]]),
];
for (const [screen, who, sizes] of screens)
  for (const [width, height, scheme] of sizes) {
    const tall = process.env.TALL && width < 800 ? Number(process.env.TALL) : height;
    // A window cannot be narrower than 500 px in headless Chromium: phones are shown in a frame.
    const frame = join(site, `${screen}-${width}-${scheme}.html`);
    writeFileSync(frame, `<!doctype html><style>body{margin:0}iframe{border:0;display:block}</style><iframe src="${scheme}-${who}.html?screen=${screen}" width="${width}" height="${tall}"></iframe>`);
    spawnSync('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--hide-scrollbars', '--allow-file-access-from-files', `--user-data-dir=${mkdtempSync(join(tmpdir(), 'civics-chromium-'))}`, `--window-size=${Math.max(width, 500)},${tall}`, '--virtual-time-budget=4000', `--screenshot=${resolve(out, `${screen}-${width}-${scheme}.png`)}`, `file://${frame}`], { stdio: 'ignore' });
  }
