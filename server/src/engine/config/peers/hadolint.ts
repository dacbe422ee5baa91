import type { Severity } from '../../severity.ts';
import type { ConfigContent, FailOn } from '../schema.ts';
import { LABEL_KINDS } from '../label-kind.ts';
import type { ConfigValue } from '../value.ts';
import { at, flagOf, type PeerConfig, type RuleEntries, textOf, textsOf } from './peer.ts';

const SEVERITIES: Readonly<Record<string, Severity>> = { error: 'high', warning: 'medium', info: 'low', style: 'info' };

/** `ignore` stands for everything; `none` for nothing. */
const THRESHOLDS: Readonly<Record<string, FailOn>> = { ...SEVERITIES, ignore: 'info', none: 'never' };

/** hadolint's `.hadolint.yaml` (its README, "Configure"). How a run prints (`format`, `no-color`) is not taken over. */
export const HADOLINT: PeerConfig = {
  tool: 'hadolint',
  names: ['.hadolint.yaml', '.hadolint.yml'],
  syntax: 'yaml',
  read: (value) => ({
    content: { rules: rulesOf(value), images: imagesOf(value), ...failOnOf(value) },
    family: 'dockerfile',
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

function failOnOf(value: ConfigValue): Pick<ConfigContent, 'failOn'> {
  const noFail = at(value, 'no-fail');
  if (flagOf(noFail) === true) return { failOn: { value: 'never', span: noFail.span } };
  const threshold = at(value, 'failure-threshold');
  const failOn = THRESHOLDS[textOf(threshold)?.toLowerCase() ?? ''];
  return failOn === undefined ? {} : { failOn: { value: failOn, span: threshold.span } };
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
