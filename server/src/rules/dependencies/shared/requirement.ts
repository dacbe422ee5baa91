import { schemeOf, type Dependency } from '../../../model/dependencies/index.ts';
import { isTemplate } from './urls.ts';

/** A name that npm takes as a tag (https://docs.npmjs.com/cli/commands/npm-dist-tag): no range, and nothing that begins like a mistyped version. */
export const isDistTag = (requirement: string): boolean => {
  const text = requirement.trim();
  return (
    /^[a-z][\w-]*(?:\.[\w-]+)*$/i.test(text) &&
    !/^[vx]\d*(?:\.|$)/i.test(text) &&
    !isTemplate(text) &&
    schemeOf('npm')?.intervals(text) === undefined
  );
};

/** Poetry's own requirements (https://python-poetry.org/docs/dependency-specification/): carets, tildes, alternatives, and versions without operator. */
const POETRY_CLAUSE =
  /^(?:\^|~(?!=)|={1,3}|)\s*v?\d+(?:\.\d+)*(?:\.\*|(?:[-_.]?(?:a|b|c|rc|alpha|beta|pre|preview|post|rev|r|dev)[-_.]?\d*)*)(?:\+[\w.]+)?$/i;

/**
 * Whether a requirement means something where it stands; undefined where that is not known: for texts that something else fills in, and for what asks for no
 * version.
 */
export function isReadable({ ecosystem, section, requirement }: Dependency, format: string): boolean | undefined {
  const text = requirement?.trim() ?? '';
  const scheme = schemeOf(ecosystem);
  if (text === '' || !scheme || isTemplate(text) || text.length > 300) return undefined;
  switch (ecosystem) {
    case 'npm':
      // npm leaves out what it cannot read between two that it can: behind a comma the range is another one.
      return isDistTag(text) ? undefined : !text.includes(',') && scheme.intervals(text) !== undefined;
    case 'PyPI':
      return scheme.intervals(text) !== undefined || text.startsWith('===') || (isPoetry(section, format) && isPoetryRange(text));
    case 'Go':
      // Anything else is a branch, a tag or a commit that the go command replaces by a version.
      return /^v?\d+(?:\.|$)/.test(text) ? /^v\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?$/.test(text) : undefined;
    case 'Maven':
      // Everything without brackets is a version, however it looks.
      return /[[\](),]/.test(text) ? scheme.intervals(text) !== undefined : undefined;
    case 'Packagist':
      return /^self\.version$|@|#|\bas\b|dev/i.test(text) ? undefined : scheme.intervals(text) !== undefined;
    case 'NuGet':
      return /[*$]/.test(text) ? undefined : scheme.intervals(text) !== undefined;
    default:
      return scheme.intervals(text) !== undefined;
  }
}

const isPoetry = (section: string, format: string): boolean => section.startsWith('tool.poetry') || format === 'Pipfile';

const isPoetryRange = (text: string): boolean =>
  text
    .split(/\|\|?|,|(?<=[\w*])\s+(?=[\^~<>=!\d])/)
    .map((clause) => clause.trim())
    .every(
      (clause) =>
        clause === '*' || POETRY_CLAUSE.test(clause) || (schemeOf('PyPI')?.intervals(clause) !== undefined && clause !== ''),
    );

/** Slips of the fingers, each with what was meant. */
const REPAIRS: readonly (readonly [wrong: RegExp, right: string])[] = [
  [/=>/g, '>='],
  [/=</g, '<='],
  [/(?<=[\d.^~=<>])[oO](?=[\d.]|$)/g, '0'],
  [/(?<=[\d.^~=<>])[lI](?=[\d.]|$)/g, '1'],
  [/\.{2,}/g, '.'],
  [/([\^~])(?:\s*[\^~])+/g, '$1'],
  [/([<>])\s*\1/g, '$1'],
  [/^([^=]*)=\s*=(?==)/, '$1'],
  [/(?<=\d)\.(?=\s|$|,)/g, ''],
  [/(?<=[\^~=<>\s]|^)\.(?=\d)/g, ''],
  [/(?<=[\^~=<>\s]|^)v\.(?=\d)/gi, ''],
  [/(?<=\d),(?=\d)/g, '.'],
  [/\s*,\s*$/g, ''],
  [/(?<=\d)\s*,\s*(?=[<>=^~])/g, ' '],
  [/(?<=\d)\s+(?=[<>=!])/g, ', '],
  [/(?<=[\d*])\s*(?=[<>=!~]=?\d)/g, ','],
  [/(?<=[\^~=<>]\s*|^)(\d+(?:\.\d+){2})(?:\.\d+)+$/g, '$1'],
  [/^=(?=\d)/g, '=='],
  [/^(?=\d)/g, '=='],
  [/^(?=\d)/g, 'v'],
  [/[’‘“”'"`]/g, ''],
  [/(?<=\d)_(?=\d)/g, '.'],
  [/(?<=\d)\s+(?=\d)/g, '.'],
  [/(?<=\d)-(?=\d)/g, '.'],
  [/^(v?\d+)$/g, '$1.0.0'],
  [/(?<![\d.])(v?\d+\.\d+)$/g, '$1.0'],
];

/** What a requirement that does not parse was probably meant to be: one slip mended, or two. */
export function repaired(dependency: Dependency, format: string): string | undefined {
  const { requirement = '' } = dependency;
  const mended = (text: string): string[] =>
    REPAIRS.map(([wrong, right]) => text.replace(wrong, right)).filter((one) => one !== text);
  const isGood = (text: string): boolean =>
    text.trim() !== '' && isReadable({ ...dependency, requirement: text }, format) === true;
  const once = mended(requirement);
  return once.find(isGood) ?? once.flatMap(mended).find(isGood);
}
