import { compareDigits, compareText, orderOf, type Order } from '../scheme.ts';

/** A version of PEP 440 (https://packaging.python.org/specifications/version-specifiers/). Numbers are digit strings of any length. */
export interface PythonVersion {
  readonly epoch: string;
  readonly release: readonly string[];
  readonly pre?: readonly [phase: 'a' | 'b' | 'rc', number: string];
  readonly post?: string;
  readonly dev?: string;
  readonly local?: readonly string[];
}

const RELEASE = /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)/;
const PRE = /^[-_.]?(alpha|beta|preview|pre|rc|a|b|c)[-_.]?(\d*)/;
const POST = /^(?:-(\d+)|[-_.]?(?:post|rev|r)[-_.]?(\d*))/;
const DEV = /^[-_.]?dev[-_.]?(\d*)/;
const LOCAL = /^\+([a-z0-9]+(?:[-_.][a-z0-9]+)*)$/;
const PHASES: Readonly<Record<string, 'a' | 'b' | 'rc'>> = {
  alpha: 'a',
  a: 'a',
  beta: 'b',
  b: 'b',
  c: 'rc',
  rc: 'rc',
  pre: 'rc',
  preview: 'rc',
};

export function parsePython(text: string): PythonVersion | undefined {
  if (text.length > 300) return undefined;
  let rest = text.trim().toLowerCase();
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(rest);
    if (match !== null) rest = rest.slice(match[0].length);
    return match;
  };
  const release = take(RELEASE);
  if (release === null) return undefined;
  const pre = take(PRE);
  const post = take(POST);
  const dev = take(DEV);
  const local = take(LOCAL);
  if (rest !== '') return undefined;
  const phase = PHASES[pre?.[1] ?? ''];
  return {
    epoch: release[1] ?? '0',
    release: (release[2] ?? '0').split('.'),
    ...(phase !== undefined && { pre: [phase, numberOf(pre?.[2])] as const }),
    ...(post !== null && { post: post[1] ?? numberOf(post[2]) }),
    ...(dev !== null && { dev: numberOf(dev[1]) }),
    ...(local !== null && { local: (local[1] ?? '').split(/[-_.]/) }),
  };
}

/** `1.0a` is short for `1.0a0`. */
const numberOf = (digits = ''): string => (digits === '' ? '0' : digits);

export const isPythonPrerelease = ({ pre, dev }: PythonVersion): boolean => pre !== undefined || dev !== undefined;

/** Orders by everything; with `local` false, local parts are ignored. */
export function comparePython(a: PythonVersion, b: PythonVersion, local = true): Order {
  return (
    compareDigits(a.epoch, b.epoch) ||
    compareReleases(a.release, b.release) ||
    comparePhases(a, b) ||
    compareOptional(a.post, b.post, -1) ||
    compareOptional(a.dev, b.dev, 1) ||
    (local ? compareLocals(a.local, b.local) : 0)
  );
}

/** Missing numbers count as zero. With `places`, only that many are compared. */
export function compareReleases(a: readonly string[], b: readonly string[], places = Math.max(a.length, b.length)): Order {
  for (let index = 0; index < places; index++) {
    const order = compareDigits(a[index] ?? '0', b[index] ?? '0');
    if (order !== 0) return order;
  }
  return 0;
}

/** A development release of a final version sorts before its first alpha; a final or post release behind its last candidate. */
function comparePhases(a: PythonVersion, b: PythonVersion): Order {
  const x = phaseOf(a);
  const y = phaseOf(b);
  return compareText(x, y) || compareDigits(a.pre?.[1] ?? '0', b.pre?.[1] ?? '0');
}

const phaseOf = ({ pre, post, dev }: PythonVersion): string => pre?.[0] ?? (post === undefined && dev !== undefined ? '' : 'z');

/** `absent`: where a version without the number sorts. */
function compareOptional(a: string | undefined, b: string | undefined, absent: 1 | -1): Order {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? absent : absent === 1 ? -1 : 1;
  return compareDigits(a, b);
}

function compareLocals(a: readonly string[] | undefined, b: readonly string[] | undefined): Order {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const x = a[index] ?? '';
    const y = b[index] ?? '';
    const xIsNumber = /^\d+$/.test(x);
    const yIsNumber = /^\d+$/.test(y);
    const order = xIsNumber && yIsNumber ? compareDigits(x, y) : xIsNumber === yIsNumber ? compareText(x, y) : xIsNumber ? 1 : -1;
    if (order !== 0) return order;
  }
  return orderOf(a.length - b.length);
}
