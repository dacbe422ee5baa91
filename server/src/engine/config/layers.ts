import type { Span } from '../../base/span.ts';
import { globMatcher } from '../../base/glob.ts';
import { NEWEST_KUBERNETES_VERSION } from '../../knowledge/kubernetes-version.ts';
import type { CustomPolicy } from '../custom-policy.ts';
import type { RuleNames } from '../rule-names.ts';
import { isAtLeast } from '../severity.ts';
import type { Config, ConfigSuppression, Origin, RuleSetting, Setting, Subject } from './config.ts';
import { policyFrom } from './policy-shape.ts';
import type { ConfigContent, FailOn } from './schema.ts';
import type { LabelKind } from './label-kind.ts';
import type { Report } from './shape.ts';

/** One source of settings. `folder` is what its globs are relative to; `path` is the file it stands in, if it stands in one. */
export interface Layer {
  readonly content: ConfigContent;
  readonly folder: string;
  readonly path?: string;
  readonly from: Origin['from'];
  /** Tools whose suppression comments do not count. */
  readonly unheard?: readonly string[];
  /** It is another tool's file. */
  readonly isPeers?: boolean;
  /** The one family that the other tool is about. */
  readonly family?: string;
}

type RuleEntry = NonNullable<ConfigContent['rules']>[number];

type Draft = { -readonly [K in keyof Config]: Config[K] };

const DEFAULT: Origin = { from: 'default' };

/** The rule that speaks for the policies: locking it keeps other files from replacing them. */
const CUSTOM_POLICY = 'kubernetes/custom-policy';

/** Merges layers key by key, the weakest first. What a layer gets wrong beyond its own shape is told to `report`, with the layer. */
export function mergeLayers(
  layers: readonly Layer[],
  names: RuleNames,
  report: (layer: Layer, ...mistake: Parameters<Report>) => void = () => {},
): Config {
  const rules = new Map<string, Setting<RuleSetting>>();
  const suppressions: ConfigSuppression[] = [];
  const policies: CustomPolicy[] = [];
  const peerSuppressions: ConfigSuppression[] = [];
  const failOn = new Map<string, Setting<FailOn>>();
  const unheard = new Set<string>();
  const excludes: { readonly matches: (path: string) => boolean; readonly afterLock: boolean }[] = [];
  const draft: Draft = {
    profile: { value: 'recommended', origin: DEFAULT },
    minimumSeverity: { value: 'info', origin: DEFAULT },
    failOn,
    kubernetesVersion: { value: NEWEST_KUBERNETES_VERSION, origin: DEFAULT },
    requiredLabels: { value: new Map(), origin: DEFAULT },
    requiredAnnotations: { value: new Map(), origin: DEFAULT },
    allowedRegistries: { value: [], origin: DEFAULT },
    labels: { value: new Map(), origin: DEFAULT },
    strictLabels: { value: false, origin: DEFAULT },
    advisorySource: { value: 'off', origin: DEFAULT },
    allowedHosts: { value: [], origin: DEFAULT },
    allowedLicenses: { value: [], origin: DEFAULT },
    deniedLicenses: { value: [], origin: DEFAULT },
    rules,
    policies,
    suppressions,
    unheard,
    excluded: (path) => {
      const matching = excludes.filter(({ matches }) => matches(path));
      if (matching.length === 0) return undefined;
      return matching.every(({ afterLock }) => afterLock) ? 'but for locked rules' : 'wholly';
    },
  };
  for (const layer of layers) {
    const { content } = layer;
    for (const tool of layer.unheard ?? []) unheard.add(tool);
    const say: Report = (...mistake) => report(layer, ...mistake);
    if (content.profile) draft.profile = setting(content.profile, layer);
    if (content.minimumSeverity) draft.minimumSeverity = setting(content.minimumSeverity, layer);
    if (content.failOn) {
      // What is said about everything replaces what a weaker layer said about a part.
      if (layer.family === undefined) failOn.clear();
      failOn.set(layer.family ?? '*', setting(content.failOn, layer));
    }
    const { version, requiredLabels, requiredAnnotations } = content.kubernetes ?? {};
    if (version?.value === 'auto') draft.kubernetesVersion = { value: NEWEST_KUBERNETES_VERSION, origin: DEFAULT };
    else if (version) draft.kubernetesVersion = setting({ value: minorOf(version.value), span: version.span }, layer);
    const registries = content.images?.allowedRegistries;
    if (registries) draft.allowedRegistries = setting(registries, layer);
    const { labels, strictLabels } = content.images ?? {};
    if (labels) draft.labels = kindsByName(labels, layer);
    if (requiredLabels) draft.requiredLabels = kindsByName(requiredLabels, layer);
    if (requiredAnnotations) draft.requiredAnnotations = kindsByName(requiredAnnotations, layer);
    if (strictLabels) draft.strictLabels = setting(strictLabels, layer);
    if (content.advisories?.source) draft.advisorySource = setting(content.advisories.source, layer);
    const { allowedHosts, allowedLicenses, deniedLicenses } = content.dependencies ?? {};
    if (allowedHosts) draft.allowedHosts = setting(allowedHosts, layer);
    if (allowedLicenses) draft.allowedLicenses = setting(allowedLicenses, layer);
    if (deniedLicenses) draft.deniedLicenses = setting(deniedLicenses, layer);
    const locked = new Set([...rules].flatMap(([id, { value }]) => (value.locked ? [id] : [])));
    if (content.exclude) excludes.push({ matches: globMatcher(content.exclude.value, layer.folder), afterLock: locked.size > 0 });
    for (const one of content.policies ?? []) {
      const policy = policyFrom(one, say);
      const known = policies.findIndex(({ name }) => name === policy?.name);
      if (policy && known < 0) policies.push(policy);
      else if (policy && locked.has(CUSTOM_POLICY))
        say(one.span, `The policy "${policy.name}" is locked and cannot be replaced here.`);
      else if (policy) policies[known] = policy;
    }
    for (const entry of content.rules ?? []) mergeRule(rules, entry, layer, names, say);
    for (const one of content.suppressions ?? []) {
      const suppression = readSuppression(one, layer, names, locked, say);
      if (suppression) (layer.isPeers ? peerSuppressions : suppressions).push(suppression);
    }
  }
  // Peers' files are read before ours and know nothing of our locks.
  for (const one of peerSuppressions)
    suppressions.push({ ...one, rules: one.rules.filter((id) => !rules.get(id)?.value.locked) });
  return Object.freeze(draft);
}

function setting<T>({ value, span }: { value: T; span: Span }, { from, path }: Layer): Setting<T> {
  return { value, origin: from === 'file' ? { from, path: path ?? '', span } : { from } };
}

type KindsByName = NonNullable<NonNullable<Layer['content']['images']>['labels']>;

const kindsByName = ({ value, span }: KindsByName, layer: Layer): Setting<ReadonlyMap<string, LabelKind>> =>
  setting({ value: new Map(value.map((entry) => [entry.key, entry.value] as const)), span }, layer);

/** `v1.34.2` → `1.34`. */
const minorOf = (version: string): string => /1\.\d+/.exec(version)?.[0] ?? NEWEST_KUBERNETES_VERSION;

function mergeRule(
  rules: Map<string, Setting<RuleSetting>>,
  { key, span, value }: RuleEntry,
  layer: Layer,
  names: RuleNames,
  report: Report,
): void {
  const ids = key === '*' ? [] : names.select(key);
  if (ids.length === 0) {
    const near = names.nearest(key);
    report(span, `There is no rule "${key}".${near === undefined ? '' : ` Did you mean "${near}"?`}`);
    return;
  }
  const next = toSetting(value);
  for (const id of ids) {
    const current = rules.get(id);
    if (current?.value.locked && weakens(next, current.value)) {
      const by = current.origin.from === 'file' ? current.origin.path : current.origin.from;
      report(span, `"${id}" is locked by ${by} and cannot be weakened here.`);
      continue;
    }
    rules.set(id, setting({ value: { ...current?.value, ...next }, span }, layer));
  }
}

function toSetting(value: RuleEntry['value']): RuleSetting {
  if (typeof value !== 'string') return { ...(value.locked ? { level: 'on' } : {}), ...value };
  return value === 'on' || value === 'off' ? { level: value } : { level: 'on', severity: value };
}

const weakens = (next: RuleSetting, locked: RuleSetting): boolean =>
  next.level === 'off' ||
  next.locked === false ||
  (next.suppressible === true && !locked.suppressible) ||
  (next.severity !== undefined && (locked.severity === undefined || !isAtLeast(next.severity, locked.severity)));

function readSuppression(
  {
    rule,
    path,
    namespace,
    resource,
    container,
    package: name,
    version,
    reason,
    until,
  }: NonNullable<ConfigContent['suppressions']>[number],
  layer: Layer,
  names: RuleNames,
  locked: ReadonlySet<string>,
  report: Report,
): ConfigSuppression | undefined {
  if (!rule || reason === undefined) return undefined;
  const ids = names.selectAccepted(rule.value);
  if (ids.length === 0) {
    const near = names.nearest(rule.value);
    report(rule.span, `There is no rule "${rule.value}".${near === undefined ? '' : ` Did you mean "${near}"?`}`);
    return undefined;
  }
  const kept = ids.filter((id) => !locked.has(id));
  if (kept.length < ids.length && ids.length === 1) report(rule.span, `"${rule.value}" is locked and cannot be suppressed here.`);
  const subject: Subject = {
    ...(namespace === undefined ? {} : { namespace }),
    ...(resource === undefined ? {} : { resource }),
    ...(container === undefined ? {} : { container }),
    ...(name === undefined ? {} : { package: name }),
    ...(version === undefined ? {} : { version }),
  };
  return {
    rules: kept,
    reason,
    ...(until === undefined ? {} : { until }),
    ...(Object.keys(subject).length === 0 ? {} : { subject }),
    matches: globMatcher([path ?? '**'], layer.folder),
    origin: setting(rule, layer).origin,
  };
}
