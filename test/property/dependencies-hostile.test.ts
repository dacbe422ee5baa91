import assert from 'node:assert/strict';
import { dependencyFormatOf, parseDependencies } from '../../server/src/model/dependencies/index.ts';
import { FILES, LOCKFILES, SETTINGS_NAMES } from '../support/dependency-files.ts';
import { PROGRAM_FILES } from '../support/program-files.ts';

type Texts = (n: number) => readonly string[];

/** Texts that nest, or open and never close: for any format. */
const ANY_DEEP: Texts = (n) => [
  '['.repeat(n),
  '{"a":'.repeat(n),
  '('.repeat(n),
  '<a'.repeat(n),
  '"dependencies":{'.repeat(n),
  'require (\n'.repeat(n),
  `[install]\n${'{a='.repeat(n)}`,
  `a = ${'['.repeat(n)}`,
  `a = ${'{a='.repeat(n)}`,
  '{'.repeat(n),
  'a {\n'.repeat(n),
  'dependencies {'.repeat(n),
  '/*'.repeat(n),
  '"${'.repeat(n),
  `"${'${'.repeat(n)}"`,
  '<a>'.repeat(n),
  '<a b="'.repeat(n),
  '<!--'.repeat(n),
  '<dependency>'.repeat(n),
  '  "a": {\n'.repeat(n),
];

/** Bad for any scanner. */
const EVERYWHERE_WIDE: Texts = (n) => [
  '"'.repeat(n),
  ' '.repeat(n),
  'a' + ' '.repeat(n) + '-',
  '\\\n'.repeat(n),
  '#\n'.repeat(n),
  'a='.repeat(n),
];

const ANY_WIDE: Texts = (n) => [
  ...EVERYWHERE_WIDE(n),
  '@'.repeat(n),
  '.'.repeat(n),
  `${'a'.repeat(n)}!`,
  `{"dependencies":{"a":"${'1'.repeat(n)}"}}`,
  `{"dependencies":{"a":"${'>1 '.repeat(n)}"}}`,
  `a${'>=1,'.repeat(n)}`,
  '"a@1", '.repeat(n),
  'a@1:\n'.repeat(n),
  'packages:\n' + '  a@1:\n'.repeat(n),
  `importers:\n${'  .:\n    dependencies:\n'.repeat(n)}`,
  `{"packages":{${'"a/'.repeat(n)}":["a@1"]}}`,
  `a = [${'1,'.repeat(n)}`,
  `a = [${'x,'.repeat(n)}`,
  `a = { ${'x = 1, '.repeat(n)}}`,
  `[project]\ndependencies = [${'"a", '.repeat(n)}]`,
  `a = """\n${'b = """\n'.repeat(n)}`,
  `a${'.a'.repeat(n)} = 1`,
  'a.a = 1\n'.repeat(n),
  '[a]\n'.repeat(n),
  '[[package]]\nname = "a"\n'.repeat(n),
  '[[package]]\nname = "a"\nversion = "1"\nfiles = [\n    {file = "a"},\n]\n'.repeat(n),
  'a = "\\'.repeat(n),
  'a\n'.repeat(n),
  '\n/*'.repeat(n),
  '"""a'.repeat(n),
  "'''\n".repeat(n),
  '$/'.repeat(n),
  `implementation "${'a:'.repeat(n)}"`,
  'def a = "$a"\n'.repeat(n),
  `a = ${'b + '.repeat(n)}c`,
  `a${'.a'.repeat(n)}`,
  `dependencies { implementation(${"'a:b:1', ".repeat(n)}) }`,
  `dependencies {\n${"implementation 'a:b:1'\n".repeat(n)}}`,
  `repositories {\n${'maven { url "h" }\n'.repeat(n)}}`,
  'a:b:1=c\n'.repeat(n),
  'a \\\n'.repeat(n),
  'a='.repeat(n) + '\\'.repeat(n),
  '<project><properties>' + '<a>${a}</a>'.repeat(n),
  '<project><properties>' + '<a>${b}${b}</a><b>${a}${a}</b>'.repeat(n) + '</properties><dependency><artifactId>${a}'.repeat(2),
  `<PackageReference Include="${'a;'.repeat(n)}" />`,
  '<PropertyGroup>' + '<a Condition="x">1</a>'.repeat(n),
];

/** Texts that nest, or open and never close: for formats that are programs, and their lockfiles. */
const PROGRAMS_DEEP: Texts = (n) => [
  '['.repeat(n),
  '('.repeat(n),
  'group :a do\n'.repeat(n),
  'if a\n'.repeat(n),
  '%w['.repeat(n),
  `gem 'a', ${'['.repeat(n)}`,
  `gem 'a', ${'b: {'.repeat(n)}`,
  '{:a, '.repeat(n),
  `{:a, [${'b: ['.repeat(n)}`,
  `"a": {:hex, :a, "1", ${'{:b, "1", ['.repeat(n)}`,
];

const PROGRAMS_WIDE: Texts = (n) => [
  ...EVERYWHERE_WIDE(n),
  '.'.repeat(n),
  'a\n'.repeat(n),
  "gem 'a',\n".repeat(n),
  'case a\n'.repeat(n) + 'when a\n'.repeat(n),
  '<<A\n'.repeat(n),
  '=begin\n'.repeat(n),
  "gem 'a', ".repeat(n),
  'GEM\n' + '    a (1)\n'.repeat(n) + '      a\n'.repeat(n),
  `PATH\n${'  remote: a\n    b (1)\n'.repeat(n)}`,
  '"""\n'.repeat(n),
  `{\n    "packages": [\n${'        },{\n'.repeat(n)}`,
  `{\n    "packages": [\n            ${'"name": "a", '.repeat(n)}`,
  `{\n    "packages": [\n${'            "name\n'.repeat(n)}`,
  `dependencies:\n${'  a:\n'.repeat(n)}`,
];

const PATHS: readonly string[] = [
  ...Object.keys({ ...FILES, ...LOCKFILES }).filter((name) => !(name in PROGRAM_FILES)),
  ...SETTINGS_NAMES,
  'renovate.json5',
];

/** Repetitions: so few that all texts can be read in all formats; ten times as many, to see how time grows. */
const FEW = 700;
const MANY = 7000;
/** So many that a recursion for each of them ends the stack. */
const DEEP = 10_000;
/** Of CPU time in milliseconds. What takes a square of steps takes more for {@link FEW} repetitions, and few other texts do. */
const SUSPICIOUS = 3;
/** In milliseconds; CPU time is what counts, and others may use the machine. */
const LONGEST = 60_000;
/** How many times as long ten times the text may take. A square would take 100 times as long. */
const GROWTH = 35;

function timeOf(path: string, text: string): number {
  const before = process.cpuUsage();
  parseDependencies(path, text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const bestOf = (times: number, path: string, text: string): number =>
  Math.min(...Array.from({ length: times }, () => timeOf(path, text)));

function readInLinearTime(texts: Texts, paths: readonly string[]): void {
  const long = texts(MANY);
  for (const [index, text] of texts(FEW).entries())
    for (const path of paths) {
      const short = timeOf(path, text) < SUSPICIOUS ? 0 : bestOf(2, path, text);
      if (short < SUSPICIOUS) continue;
      const limit = short * GROWTH;
      // A machine that is busy elsewhere is slow for a moment.
      const isLinear = [1, 2, 3].some(() => timeOf(path, long[index] ?? '') < limit);
      assert.ok(isLinear, `${path} takes more than ${GROWTH} times as long for ten times ${JSON.stringify(text.slice(0, 60))}`);
    }
}

/** One path of each format. */
const onePerFormat = (paths: readonly string[]): readonly string[] => [
  ...new Map(paths.map((path) => [dependencyFormatOf(path), path])).values(),
];

describe('hostile dependency files', () => {
  it('are of formats that are read', () => {
    for (const path of PATHS) assert.ok(dependencyFormatOf(path), path);
  });

  it('are read in linear time', () => {
    readInLinearTime((n) => [...ANY_DEEP(n), ...ANY_WIDE(n)], PATHS);
  }).timeout(LONGEST);

  it('that are programs are read in linear time', () => {
    readInLinearTime((n) => [...PROGRAMS_DEEP(n), ...PROGRAMS_WIDE(n)], Object.keys(PROGRAM_FILES));
  }).timeout(LONGEST);

  it('may nest as deep as they want', () => {
    for (const text of ANY_DEEP(DEEP)) for (const path of onePerFormat(PATHS)) parseDependencies(path, text);
    for (const text of PROGRAMS_DEEP(DEEP))
      for (const path of onePerFormat(Object.keys(PROGRAM_FILES))) parseDependencies(path, text);
  }).timeout(LONGEST);
});
