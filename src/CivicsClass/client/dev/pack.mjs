// Reads as much of the seed pack as the fixtures need; the server's importer is the real reader.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export function readPack(folder) {
  const text = (file) => readFileSync(join(folder, file), 'utf8');
  const readings = Object.fromEntries(readdirSync(join(folder, 'readings')).map((file) => [file.replace(/^\d+-|\.md$/g, ''), reading(text(join('readings', file)))]));
  return {
    question: /^question: (.*)$/m.exec(text('pack.yaml'))[1],
    norms: /^norms:\n((?: {2}- .*\n)+)/m.exec(text('pack.yaml'))[1].trim().split('\n').map((line) => line.trim().slice(2)),
    readings,
    glossary: text('glossary.yaml').split(/^ {2}- term: /m).slice(1).map(term),
    quiz: text('quiz.yaml').split(/^ {2}- id: /m).slice(1).map((item) => question(item, readings)),
    prompts: ['What was the strongest argument of the side you did not argue?', 'Which fact would you most like to check, and where could you check it?', 'What do both sides seem to agree on?'],
  };
}

function reading(source) {
  const [, front, body] = source.split(/^---$/m);
  const field = (name) => new RegExp(`^${name}: (.*)$`, 'm').exec(front)?.[1];
  const sources = [...front.matchAll(/- title: (.*)\n(?: {4}url: (.*)\n)?(?: {4}note: (.*))?/g)].map(([, title, url, note]) => ({ title, url, note }));
  const blocks = body.trim().split(/\n\s*\n/).map((block, at) => ({ kind: 'paragraph', number: at + 1, sentences: block.replace(/\s+/g, ' ').match(/.*?[.?!](?=\s+[A-Z]|$)/g).map((sentence) => sentence.trim()) }));
  return { side: field('side'), title: field('title'), author: field('author'), publisher: field('publisher'), date: field('date'), kind: field('kind'), lawAsOf: field('lawAsOf'), language: 'en', sources, blocks, minutes: 2 };
}

function term(source) {
  return { term: source.split('\n')[0], also: /also: \[(.*)\]/.exec(source)?.[1].split(', ') ?? [], definition: /definition: (.*)/.exec(source)[1] };
}

function question(source, readings) {
  const field = (name) => new RegExp(`^ {4}${name}: (.*)$`, 'm').exec(source)?.[1];
  const options = source.split(/^ {6}- text: /m).slice(1).map((option, at) => ({ id: 'abcdef'[at], text: option.split('\n')[0], correct: /correct: true/.test(option), feedback: /feedback: (.*)/.exec(option)[1] }));
  return {
    id: source.split('\n')[0], kind: field('kind'), stem: field('stem'), explanation: field('explanation'),
    optionOrder: options.map(({ id }) => id), options: Object.fromEntries(options.map(({ id, text }) => [id, text])),
    key: options.filter(({ correct }) => correct).map(({ id }) => id), feedback: Object.fromEntries(options.map(({ id, feedback }) => [id, feedback])),
    restsOn: [...field('restsOn').matchAll(/([a-z-]+)#(\d+)/g)].map(([, reading, paragraph]) => ({ reading, title: readings[reading].title, paragraph: Number(paragraph) })),
  };
}
