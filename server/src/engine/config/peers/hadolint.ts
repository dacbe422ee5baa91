import type { Severity } from '../../severity.ts';
import { LABEL_KINDS, type ConfigContent } from '../schema.ts';
import type { ConfigValue } from '../value.ts';
import { at, flagOf, type PeerConfig, type RuleEntries, textOf, textsOf } from './peer.ts';

const SEVERITIES: Readonly<Record<string, Severity>> = { error: 'high', warning: 'medium', info: 'low', style: 'info' };

/**
 * hadolint's `.hadolint.yaml` (its README, "Configure"). What a run does about findings (`failure-threshold`, `no-fail`, `format`, `no-color`) is not taken
 * over: here a run is about more than Dockerfiles, and `--fail-on` says when it fails.
 */
export const HADOLINT: PeerConfig = {
  tool: 'hadolint',
  names: ['.hadolint.yaml', '.hadolint.yml'],
  syntax: 'yaml',
  read: (value) => ({
    content: { rules: rulesOf(value), images: imagesOf(value) },
    unheard: flagOf(at(value, 'disable-ignore-pragma')) === true ? ['hadolint'] : [],
  }),
};

/** What is ignored wins over an override, as in hadolint; both stand for all of our rules that the id means. */
function rulesOf(value: ConfigValue): RuleEntries {
  const override = at(value, 'override');
  const overridden = Object.entries(SEVERITIES).flatMap(([level, severity]) =>
    textsOf(at(override, level)).map(({ text, span }) => ({ key: `hadolint:${text}`, span, value: severity })),
  );
  const ignored = textsOf(at(value, 'ignored')).map(({ text, span }) => ({
    key: `hadolint:${text}`,
    span,
    value: 'off' as const,
  }));
  return [...overridden, ...ignored];
}

function imagesOf(value: ConfigValue): NonNullable<ConfigContent['images']> {
  const registries = at(value, 'trustedRegistries');
  const allowed = textsOf(registries);
  const schema = at(value, 'label-schema');
  const labels =
    schema.kind === 'map' ? schema.entries.flatMap(({ key, keySpan, value: kind }) => labelOf(key, keySpan, kind)) : [];
  const strict = at(value, 'strict-labels');
  const isStrict = flagOf(strict);
  return {
    ...(allowed.length > 0 ? { allowedRegistries: { value: allowed.map(({ text }) => text), span: registries.span } } : {}),
    ...(labels.length > 0 ? { labels: { value: labels, span: schema.span } } : {}),
    ...(isStrict === undefined ? {} : { strictLabels: { value: isStrict, span: strict.span } }),
  };
}

function labelOf(key: string, span: ConfigValue['span'], value: ConfigValue) {
  // Older versions had `rawtext` for `text`.
  const given = textOf(value)?.replace(/^rawtext$/, 'text');
  const kind = LABEL_KINDS.find((one) => one === given);
  return kind === undefined ? [] : [{ key, span, value: kind }];
}
