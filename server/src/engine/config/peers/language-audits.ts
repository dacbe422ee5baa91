import type { ConfigValue } from '../value.ts';
import { acceptAdvisory, acceptPackage, acceptedBy, type Accepted } from './advisories.ts';
import { at, entriesOf, itemsOf, NOTHING, type PeerConfig, type SuppressionEntries, textOf } from './peer.ts';

/** cargo-audit's `audit.toml` (https://github.com/rustsec/rustsec/blob/main/cargo-audit/audit.toml.example). */
export const CARGO_AUDIT: PeerConfig = {
  tool: 'cargo-audit',
  names: ['.cargo/audit.toml', 'audit.toml'],
  syntax: 'toml',
  acceptsAdvisories: true,
  ecosystem: 'crates.io',
  read: (value) => ({ content: { suppressions: advisoriesIgnored('cargo-audit', value) } }),
};

/** cargo-deny's `deny.toml`, whose entries may give a reason (https://embarkstudios.github.io/cargo-deny/checks/advisories/cfg.html). */
export const CARGO_DENY: PeerConfig = {
  tool: 'cargo-deny',
  names: ['deny.toml', '.deny.toml', '.cargo/deny.toml'],
  syntax: 'toml',
  acceptsAdvisories: true,
  ecosystem: 'crates.io',
  read: (value) => ({ content: { suppressions: advisoriesIgnored('cargo-deny', value) } }),
};

/** bundler-audit's `.bundler-audit.yml` (https://github.com/rubysec/bundler-audit). */
export const BUNDLER_AUDIT: PeerConfig = {
  tool: 'bundler-audit',
  names: ['.bundler-audit.yml', '.bundler-audit.yaml'],
  syntax: 'yaml',
  acceptsAdvisories: true,
  ecosystem: 'RubyGems',
  read: (value) => ({
    content: { suppressions: itemsOf(at(value, 'ignore')).flatMap((id) => acceptAdvisory(id, plainly('bundler-audit'))) },
  }),
};

/** Composer's `config.audit.ignore`: a list of ids and packages, or an object of them with reasons (https://getcomposer.org/doc/06-config.md#audit). */
export const COMPOSER: PeerConfig = {
  tool: 'composer',
  names: ['composer.json'],
  syntax: 'json',
  acceptsAdvisories: true,
  ecosystem: 'Packagist',
  read: (value) => {
    const ignore = at(at(at(value, 'config'), 'audit'), 'ignore');
    const listed = ignore.kind === 'list' ? ignore.items.map((id) => [id, NOTHING] as const) : [];
    const explained = entriesOf(ignore).map((entry) => [keyOf(entry), reasonOf(entry.value)] as const);
    return { content: { suppressions: [...listed, ...explained].flatMap(([id, reason]) => inComposer(id, reason)) } };
  },
};

/** Grype's `.grype.yaml`: an ignored vulnerability, package, or both (https://github.com/anchore/grype#specifying-matches-to-ignore). */
export const GRYPE: PeerConfig = {
  tool: 'grype',
  names: ['.grype.yaml', '.grype.yml', '.grype/config.yaml', '.grype/config.yml'],
  syntax: 'yaml',
  acceptsAdvisories: true,
  read: (value) => ({ content: { suppressions: itemsOf(at(value, 'ignore')).flatMap(inGrype) } }),
};

const plainly = (tool: string): Accepted => acceptedBy(tool, NOTHING, NOTHING);

const advisoriesIgnored = (tool: string, value: ConfigValue): SuppressionEntries =>
  itemsOf(at(at(value, 'advisories'), 'ignore')).flatMap((item) =>
    item.kind === 'map'
      ? acceptAdvisory(at(item, 'id'), acceptedBy(tool, at(item, 'reason'), NOTHING))
      : acceptAdvisory(item, plainly(tool)),
  );

const keyOf = ({ key, keySpan }: { key: string; keySpan: ConfigValue['span'] }): ConfigValue => ({
  kind: 'scalar',
  span: keySpan,
  value: key,
});

const reasonOf = (value: ConfigValue): ConfigValue => (value.kind === 'map' ? at(value, 'reason') : value);

function inComposer(id: ConfigValue, reason: ConfigValue): SuppressionEntries {
  const accepted = acceptedBy('Composer', reason, NOTHING);
  const text = textOf(id);
  // Names of packages have a slash, which no id has.
  if (text?.includes('/') === true) return acceptPackage(id.span, { ...accepted, package: text });
  return acceptAdvisory(id, accepted);
}

function inGrype(item: ConfigValue): SuppressionEntries {
  const [name, version] = [at(at(item, 'package'), 'name'), textOf(at(at(item, 'package'), 'version'))];
  // What depends on how a match came about is not ours to tell.
  if (entriesOf(item).some(({ key }) => ['fix-state', 'namespace', 'vex-status', 'match-type'].includes(key))) return [];
  const text = textOf(name);
  const accepted = {
    ...acceptedBy('Grype', at(item, 'reason'), NOTHING),
    ...(text !== undefined && { package: text, ...(version !== undefined && { version }) }),
  };
  const id = at(item, 'vulnerability');
  if (textOf(id) !== undefined) return acceptAdvisory(id, accepted);
  return text === undefined ? [] : acceptPackage(name.span, { ...accepted, package: text });
}
