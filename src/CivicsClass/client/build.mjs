import { build } from 'esbuild';
import { existsSync, rmSync } from 'node:fs';

const pages = ['student.tsx', 'teacher.tsx', 'projector.tsx', 'report.ts', 'health.tsx'].filter(existsSync);
const outdir = '../wwwroot/js';

rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: pages,
  outdir,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  define: { process: 'undefined' },
  legalComments: 'none',
  logLevel: 'warning',
});
