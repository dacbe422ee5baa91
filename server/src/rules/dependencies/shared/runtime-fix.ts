import type { Ecosystem } from '../../../base/ecosystem.ts';
import type { Span } from '../../../base/span.ts';
import type { Snapshot } from '../../../base/snapshot.ts';
import type { Fix } from '../../../engine/fix.ts';
import type { DependencyFile, Runtime } from '../../../model/dependencies/index.ts';

/** Their version is part of an address, or has to be one that exists; the table knows cycles only. */
const NAMES_A_RELEASE = /^(?:gradle|maven|dotnet-sdk)$/;
/** Tools that take no shorter version: where no release is known, a person has to fill in the rest. */
const WANTS_A_RELEASE = /(?:^|\/)(?:\.ruby-version|\.tool-versions|\.sdkmanrc|runtime\.txt)$/;
const GEMFILE = /(?:^|\/)(?:Gemfile[^/]*|gems\.rb|[^/]+\.gemfile)$/;
const LOCKFILE = /\.lock(?:ed)?$/;

/** What to go to. */
export interface Target {
  /** The release line. */
  readonly line: string;
  /** A release of it that is not known to be vulnerable, where its first one is. */
  readonly release: string | undefined;
}

/** Only where a version stands alone: how a range should go on is the author's to say. */
export function replaced(
  { text, path }: Snapshot,
  { ecosystem, format }: Pick<DependencyFile, 'ecosystem' | 'format'>,
  { name, requirement, requirementSpan: span, isWhole: isPlaceForWhole }: Runtime,
  from: string,
  { line: to, release }: Target,
): readonly Fix[] {
  const isOpen = hasBuildNumber(text, span) || LOCKFILE.test(path);
  if (text.slice(span.start, span.end) !== requirement || NAMES_A_RELEASE.test(name) || isOpen) return [];
  const match =
    /^(?<before>(?:go|net(?:coreapp)?|v|={1,3}|\^|~>|~=?)?\s*)(?<number>\d+(?:\.\d+)*)(?<after>(?:\.(?:x|\*))?|-[a-z][\w.]*)$/i.exec(
      requirement,
    )?.groups;
  const { before = '', number = '', after = '' } = match ?? {};
  const isOfLine = number === from || number.startsWith(`${from}.`) || (name === 'java' && number === `1.${from}`);
  if (!match || !isOfLine) return [];
  const isWhole = isPlaceForWhole === true || WANTS_A_RELEASE.test(path);
  const operator = before.trim();
  const wildcard = format === 'runtime-version' ? undefined : WILDCARDS[ecosystem];
  const isExact = wildcard !== undefined && after === '' && /^(?:={1,3})?$/.test(operator) && number.split('.').length > 2;
  const newText = /^(?:go|toolchain)$/.test(name)
    ? `${before}${release ?? `${to}.0`}`
    : name === 'ruby' && GEMFILE.test(path) && before === ''
      ? `~> ${to}.0`
      : isExact
        ? release === undefined
          ? wildcard(to)
          : `${before}${release}`
        : isWhole && release !== undefined
          ? `${before}${release}`
          : `${before.replace('coreapp', '')}${number.startsWith('1.') && to === '8' ? '1.' : ''}${to}${keptPrecision(operator, number, to, path)}${number === from ? after : ''}`;
  const applicability = isWhole && release === undefined ? 'manual' : 'suggested';
  return [{ title: `Ask for ${newText}`, applicability, edits: [{ span, newText }] }];
}

/** A build number belongs to the release before it: `21.0.1+12`, and of Ruby `"3.2.2", patchlevel: 100`. */
export const hasBuildNumber = (text: string, { end }: Span): boolean =>
  text[end] === '+' || /^["']\s*,\s*:?patchlevel\b/.test(text.slice(end, end + 50));

/** For these a bare version is that one alone, so that the line has to be written as such. */
const WILDCARDS: Readonly<Partial<Record<Ecosystem, (line: string) => string>>> = {
  PyPI: (line) => `==${line}.*`,
  Packagist: (line) => `${line}.*`,
  Hex: (line) => `~> ${line}.0`,
};

/** These operators leave the last number open, so that a shorter version would admit more than was asked for; npm's tilde leaves what is missing open. */
function keptPrecision(operator: string, number: string, to: string, path: string): string {
  const opensLast = operator === '~>' || operator === '~=' || (operator === '~' && path.endsWith('composer.json'));
  return opensLast && number.split('.').length > to.split('.').length ? '.0' : '';
}

/** Of several frameworks that lead to the same one, one goes there; the others go away. `taken`: those that are there, or that another one goes to. */
export function unlessTaken(file: Snapshot, runtime: Runtime, fixes: readonly Fix[], taken: Set<string>): readonly Fix[] {
  const written = fixes[0]?.edits[0]?.newText;
  if (written === undefined) return fixes;
  if (!taken.has(written)) {
    taken.add(written);
    return fixes;
  }
  const { start, end } = runtime.requirementSpan;
  const behind = /^\s*;\s*/.exec(file.text.slice(end, end + 50))?.[0].length ?? 0;
  const before = behind > 0 ? 0 : (/;\s*$/.exec(file.text.slice(Math.max(start - 50, 0), start))?.[0].length ?? 0);
  if (behind + before === 0) return [];
  return [
    {
      title: `Remove ${runtime.requirement}`,
      applicability: 'manual',
      edits: [{ span: { start: start - before, end: end + behind }, newText: '' }],
    },
  ];
}
