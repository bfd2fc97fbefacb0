import { build } from 'esbuild';
import { existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readFile, writeFile } from 'node:fs/promises';

const pages = ['student.tsx', 'teacher.tsx', 'projector.tsx', 'report.ts', 'library.ts', 'topic.ts', 'preview.tsx', 'health.tsx'].filter(existsSync);
const outdir = '../wwwroot/js';

// A phone pays for every byte before the lobby. Of SignalR's client no page uses the log (it is switched off), XMLHttpRequest (every
// browser we serve has fetch) and the buffer of stateful reconnects (the server has none).
const leanSignalR = {
  name: 'lean-signalr',
  setup: (bundle) =>
    bundle.onLoad({ filter: /signalr[\\/]dist[\\/]esm[\\/]\w+\.js$/ }, async ({ path }) => {
      const unused = /(XhrHttpClient|MessageBuffer)\.js$/.exec(path)?.[1];
      return { contents: unused ? `export class ${unused} {}` : (await readFile(path, 'utf8')).replace(/^\s*this\._logger\.log\(.*\);$/gm, ''), loader: 'js' };
    }),
};

// What several parts share would come in as many pieces as there are sets of parts: each part names the whole page, so the page stays one piece.
const onePiece = {
  name: 'one-piece',
  setup: (bundle) =>
    bundle.onLoad({ filter: /[\\/]part\.ts$/ }, async ({ path }) => ({ contents: `import '../seat/Seat';\n${await readFile(path, 'utf8')}`, loader: 'ts' })),
};

rmSync(outdir, { recursive: true, force: true });
const options = {
  outdir,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  define: { process: 'undefined' },
  legalComments: 'none',
  // SignalR's private members; nothing on the wire begins so.
  mangleProps: /^_[a-z]/,
  plugins: [leanSignalR],
  loader: { '.css': 'text' },
  logLevel: 'warning',
};
await build({ ...options, entryPoints: pages.filter((page) => page !== 'student.tsx') });

// The large steps come to a student once their lesson runs (seat/bigSteps.ts). What they share with the page stands in a part of its own,
// which the page's head names (Pages/Live/ScriptParts.cs): otherwise a phone would ask for it only after it has read the script.
const { metafile } = await build({ ...options, entryPoints: ['student.tsx'], plugins: [leanSignalR, onePiece], splitting: true, metafile: true });
const parts = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === 'student.tsx')[1].imports;
await writeFile(join(outdir, 'student.parts'), parts.filter(({ kind }) => kind === 'import-statement').map(({ path }) => basename(path)).join('\n'));
