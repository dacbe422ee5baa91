import type { Fix } from '../../engine/fix.ts';
import { dependencyRule } from '../../engine/rule.ts';
import { lockedFor, lockfileFor, type Dependency } from '../../model/dependencies/index.ts';
import { keyOf, LEAVES_THE_LOCKFILE } from './shared/fixes.ts';
import { isPublicHost } from './shared/hosts.ts';
import { isPopular } from './shared/imitation.ts';
import { hostOf } from './shared/locked-urls.ts';
import { versionInUrl } from './shared/archive-version.ts';
import { isLocalUrl } from './shared/urls.ts';

/** A hash in the URL's fragment: pip, uv and Yarn refuse whatever does not have it. */
const HASHED = /^#(?:[^\s"'#]*&)?(?:sha(?:256|384|512)=|[0-9a-f]{40})/i;

export const urlTarballDependency = dependencyRule(
  {
    id: 'dependencies/url-tarball-dependency',
    title: 'Dependency is an archive behind a URL',
    why: 'What a URL answers can change at any time, and nobody tells: there is no published version to compare with advisories, no signature and no list of maintainers. Ask the registry for a version. An archive whose hash stands beside it is left alone.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      url: '{name} is downloaded from a URL, past every check of a registry, and what it answers can change. Use a published version.',
    },
    aliases: [],
    references: ['CWE-494', 'CWE-829', 'CWE-1357'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    if (model.role !== 'manifest') return;
    const fetched = model.dependencies.filter(
      ({ source, location, integrity }) =>
        source === 'url' && location && /^https?:/i.test(location.url) && !isLocalUrl(location.url) && !integrity?.length,
    );
    if (fetched.length === 0) return;
    const lock = lockfileFor(file.path, env.workspace);
    for (const dependency of fetched) {
      const { location, rawName } = dependency;
      if (!location || HASHED.test(file.text.slice(location.urlSpan.end))) continue;
      const version = lockedFor(lock, dependency)?.version ?? versionInUrl(location.url);
      const isHttp = /^http:/i.test(location.url);
      yield {
        message: 'url',
        data: { name: rawName === '' ? 'This dependency' : rawName },
        span: location.urlSpan,
        key: keyOf(model, dependency),
        fixes: version === undefined || !isPublished(dependency) ? [] : fromRegistry(dependency, version, file.text),
        ...(isHttp && { summedUpBy: 'dependencies/http-dependency' }),
      };
    }
  },
);

/** What any host serves is often in no registry, where somebody else may have taken its name since. */
const isPublished = ({ ecosystem, name, location }: Dependency): boolean =>
  isPublicHost(ecosystem, hostOf(location?.url ?? '') ?? '') || isPopular(ecosystem, name);

function fromRegistry({ ecosystem, rawName, nameSpan, location }: Dependency, version: string, text: string): Fix[] {
  if (!location || rawName === '' || text.slice(location.urlSpan.start, location.urlSpan.end) !== location.url) return [];
  const { start } = location.urlSpan;
  // The fragment is no part of the location, but goes with it.
  const end =
    location.urlSpan.end + (/^#[^\s"']*/.exec(text.slice(location.urlSpan.end, location.urlSpan.end + 2000))?.[0].length ?? 0);
  const fix = (from: number, newText: string): Fix[] => [
    {
      title: `Use ${rawName} ${version} from the registry`,
      applicability: 'suggested',
      edits: [{ span: { start: from, end }, newText }],
      leaves: LEAVES_THE_LOCKFILE,
    },
  ];
  if (ecosystem === 'npm') return fix(start, version);
  if (ecosystem !== 'PyPI') return [];
  const before = text.slice(nameSpan.end, start);
  const at = /^(\s*(?:\[[^\]]*\])?)\s*@\s*$/.exec(before);
  if (at) return fix(nameSpan.end + (at[1] ?? '').trimEnd().length, `==${version}`);
  // `a = { url = "…" }` becomes `a = { version = "…" }`.
  const key = /(?<![\w-])(?:url|file)(\s*=\s*["'])$/.exec(before);
  return key ? fix(start - key[0].length, `version${key[1] ?? ''}${version}`) : [];
}
