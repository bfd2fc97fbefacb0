// Adds up what the suites of ./civics test reported and ends with one line: "N passed, N failed".
// Input: lines of title, exit code and results file, separated by tabs. A results file is CTRF (xunit) or what node's runner printed.
import { existsSync, readFileSync } from 'node:fs';
import { argv, stdout } from 'node:process';

const suites = readFileSync(argv[2], 'utf8').split('\n').filter(Boolean).map((line) => line.split('\t'));
const total = { passed: 0, failed: 0, skipped: 0 };

for (const [title, code, file] of suites) {
  const count = read(file);
  const reported = count.passed + count.failed + count.skipped;
  if (file !== '-' && reported === 0) stdout.write(`${title}: no test ran.\n`);
  if ((reported === 0 || code !== '0') && count.failed === 0) count.failed = 1;
  for (const kind of Object.keys(total)) total[kind] += count[kind];
}

if (total.skipped > 0) stdout.write(`${total.skipped} skipped\n`);
stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

function read(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.json') ? readCtrf(text) : readNode(text);
}

function readCtrf(text) {
  try {
    const { passed, failed, skipped, pending, other } = JSON.parse(text).results.summary;
    return { passed, failed: failed + other, skipped: skipped + pending };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

// The runner's summary, in its "tap" or "spec" form.
function readNode(text) {
  const number = (word) => Number(text.match(new RegExp(`^(?:#|ℹ) ${word} (\\d+)$`, 'm'))?.[1] ?? 0);
  return { passed: number('pass'), failed: number('fail') + number('cancelled'), skipped: number('skipped') + number('todo') };
}
