import type { ConfigEntry, ConfigValue } from '../value.ts';
import { acceptAdvisory, acceptPackage, type Accepted, acceptedBy } from './advisories.ts';
import { at, entriesOf, flagOf, itemsOf, NOTHING, type PeerConfig, type SuppressionEntries, textOf } from './peer.ts';

/** npm itself has no list of what is accepted: these are the lists of the tools around `npm audit`, and of the other package managers. */

/** better-npm-audit's `.nsprc`: an object of ids (https://github.com/jeemok/better-npm-audit). */
export const NSPRC: PeerConfig = {
  tool: 'better-npm-audit',
  names: ['.nsprc'],
  syntax: 'json',
  acceptsAdvisories: true,
  ecosystem: 'npm',
  read: (value) => ({ content: { suppressions: entriesOf(value).flatMap((entry) => inObject('better-npm-audit', entry)) } }),
};

/** audit-ci's `allowlist` of ids, ids with a path (`GHSA-…|a>b`), and names of packages (https://github.com/IBM/audit-ci). */
export const AUDIT_CI: PeerConfig = {
  tool: 'audit-ci',
  names: ['audit-ci.json', 'audit-ci.jsonc', 'audit-ci.json5', '.audit-ci.json', '.audit-ci.jsonc'],
  syntax: 'json',
  acceptsAdvisories: true,
  ecosystem: 'npm',
  read: (value) => ({ content: { suppressions: itemsOf(at(value, 'allowlist')).flatMap(inAllowlist) } }),
};

/** npm-audit-resolver's `audit-resolve.json`: decisions by id and path (`GHSA-…|a>b`) (https://github.com/naugtur/npm-audit-resolver). */
export const AUDIT_RESOLVE: PeerConfig = {
  tool: 'npm-audit-resolver',
  names: ['audit-resolve.json'],
  syntax: 'json',
  acceptsAdvisories: true,
  ecosystem: 'npm',
  read: (value) => ({ content: { suppressions: entriesOf(at(value, 'decisions')).flatMap(inDecisions) } }),
};

/** Yarn's `npmAuditIgnoreAdvisories` and `npmAuditExcludePackages` (https://yarnpkg.com/configuration/yarnrc). */
export const YARNRC: PeerConfig = {
  tool: 'yarn',
  names: ['.yarnrc.yml'],
  syntax: 'yaml',
  acceptsAdvisories: true,
  ecosystem: 'npm',
  read: (value) => ({
    content: {
      suppressions: [
        ...itemsOf(at(value, 'npmAuditIgnoreAdvisories')).flatMap((id) => acceptAdvisory(id, plainly('Yarn'))),
        ...itemsOf(at(value, 'npmAuditExcludePackages')).flatMap((name) => byName(name, plainly('Yarn'))),
      ],
    },
  }),
};

/** pnpm's `audit.ignore` and the older `auditConfig` (https://pnpm.io/settings#auditconfig), here and below `pnpm` in package.json. */
export const PNPM_WORKSPACE: PeerConfig = {
  tool: 'pnpm',
  names: ['pnpm-workspace.yaml'],
  syntax: 'yaml',
  acceptsAdvisories: true,
  ecosystem: 'npm',
  read: (value) => ({ content: { suppressions: auditConfig(value) } }),
};

/** package.json: `pnpm.auditConfig`, and Red Hat Dependency Analytics' list of names, `exhortignore`. */
export const PACKAGE_JSON: PeerConfig = {
  tool: 'pnpm',
  names: ['package.json'],
  syntax: 'json',
  acceptsAdvisories: true,
  ecosystem: 'npm',
  read: (value) => ({
    content: {
      suppressions: [
        ...auditConfig(at(value, 'pnpm')),
        ...['exhortignore', 'trustify-da-ignore'].flatMap((key) =>
          itemsOf(at(value, key)).flatMap((name) => byName(name, plainly('Red Hat Dependency Analytics'))),
        ),
      ],
    },
  }),
};

const auditConfig = (value: ConfigValue): SuppressionEntries =>
  [['auditConfig', 'ignoreCves'] as const, ['auditConfig', 'ignoreGhsas'] as const, ['audit', 'ignore'] as const].flatMap(
    ([section, key]) => itemsOf(at(at(value, section), key)).flatMap((id) => acceptAdvisory(id, plainly('pnpm'))),
  );

const plainly = (tool: string): Accepted => acceptedBy(tool, NOTHING, NOTHING);

function byName(name: ConfigValue, accepted: Accepted): SuppressionEntries {
  const text = textOf(name)?.trim();
  return text === undefined || text === '' ? [] : acceptPackage(name.span, { ...accepted, package: text });
}

/** `"GHSA-…": true`, or a reason, or `{ "active": …, "notes": …, "expiry": … }`. */
function inObject(tool: string, { key, keySpan, value }: ConfigEntry): SuppressionEntries {
  const accepted = acceptedInObject(tool, value);
  return accepted ? acceptAdvisory({ kind: 'scalar', span: keySpan, value: key }, accepted) : [];
}

/** Undefined for what does not count. */
const acceptedInObject = (tool: string, value: ConfigValue): Accepted | undefined =>
  flagOf(value) === false || flagOf(at(value, 'active')) === false
    ? undefined
    : acceptedBy(tool, value.kind === 'map' ? at(value, 'notes') : value, at(value, 'expiry'));

function inAllowlist(item: ConfigValue): SuppressionEntries {
  if (item.kind !== 'map') return allowed(item, plainly('audit-ci'));
  return item.entries.flatMap(({ key, keySpan, value }) => {
    const accepted = acceptedInObject('audit-ci', value);
    return accepted ? allowed({ kind: 'scalar', span: keySpan, value: key }, accepted) : [];
  });
}

/** An id, an id with a path, or the name of a package. */
function allowed(item: ConfigValue, given: Accepted): SuppressionEntries {
  const [id = '', path] = textOf(item)?.split('|') ?? [];
  const last = path?.split('>').at(-1)?.trim();
  const accepted: Accepted = { ...given, ...(last !== undefined && !last.includes('*') && { package: last }) };
  const entries = acceptAdvisory({ kind: 'scalar', span: item.span, value: id }, accepted);
  return entries.length > 0 || path !== undefined || /^\d*$/.test(id) ? entries : byName(item, accepted);
}

function inDecisions({ key, keySpan, value }: ConfigEntry): SuppressionEntries {
  if (!['ignore', 'postpone'].includes(textOf(at(value, 'decision')) ?? '')) return [];
  const [id = '', path] = key.split('|');
  const last = path?.split('>').at(-1)?.trim();
  const accepted = acceptedBy('npm-audit-resolver', at(value, 'reason'), at(value, 'expiresAt'));
  return acceptAdvisory({ kind: 'scalar', span: keySpan, value: id }, { ...accepted, ...(last && { package: last }) });
}
