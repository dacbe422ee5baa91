import { LABEL_KINDS } from './label-kind.ts';
import { isDay } from '../../base/date.ts';
import { PROFILES } from '../rule.ts';
import { SEVERITIES } from '../severity.ts';
import { POLICY } from './policy-shape.ts';
import { flag, listOf, object, oneOf, placed, type Read, record, scalarOr, text } from './shape.ts';

/** At what severity a run fails. */
export const FAIL_ON = [...SEVERITIES, 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** Where knowledge of vulnerable packages comes from besides the built-in facts: nowhere, or data on this machine that was downloaded or imported. */
export const ADVISORY_SOURCES = ['off', 'osv', 'registry', 'file'] as const;
export type AdvisorySource = (typeof ADVISORY_SOURCES)[number];

const LEVELS = ['off', 'on', ...SEVERITIES] as const;
const DATE = { regex: /^\d{4}-\d{2}-\d{2}$/, says: 'a date such as 2027-03-31', also: isDay };
const KUBERNETES_VERSION = { regex: /^(?:auto|v?1\.\d{1,2}(?:\.\d+)?)$/, says: '"auto" or a Kubernetes version such as 1.34' };

const level = oneOf(LEVELS, 'Off, on at the rule’s own severity, or on at this severity.');

const rule = object(
  {
    level: oneOf(['off', 'on'], 'Whether the rule runs.'),
    severity: oneOf(SEVERITIES, 'Replaces the rule’s severity.'),
    locked: flag('A file that extends this one cannot weaken the rule, and comments cannot suppress it.'),
    suppressible: flag('Comments can suppress the rule although it is locked.'),
  },
  'Settings of one rule.',
);

const suppression = object(
  {
    rule: placed(
      text('A rule’s id, its family (`kubernetes/*`), a peer’s `tool:ID`, or the id of an advisory (`CVE-2021-44228`).'),
    ),
    path: text('The files it covers, as a glob relative to this configuration’s folder.'),
    namespace: text('The namespace of the Kubernetes resources that it covers; `*` stands for any text.'),
    resource: text('The name of the Kubernetes resources that it covers; `*` stands for any text.'),
    container: text('The name of the containers that it covers; `*` stands for any text.'),
    package: text('The name of the packages that it covers; `*` stands for any text.'),
    version: text('The version of the packages that it covers; `*` stands for any text.'),
    reason: text('Why the findings are accepted.'),
    until: text('The last day on which it holds (YYYY-MM-DD).', DATE),
  },
  'Keeps findings of one rule in some files quiet.',
  ['rule', 'reason'],
);

/** What `.larboard.yaml` may say: the one source of its validation and of `schemas/larboard.schema.json`. */
export const CONFIG_SHAPE = object(
  {
    profile: placed(oneOf(PROFILES, 'Which rules run unless `rules` says otherwise.')),
    minimumSeverity: placed(oneOf(SEVERITIES, 'Findings milder than this are not shown.')),
    failOn: placed(oneOf(FAIL_ON, 'A run on the command line fails from this severity on, unless `--fail-on` says otherwise.')),
    extends: placed(
      scalarOr(
        text('A file.'),
        listOf(text('A file.'), 'Files.'),
        'A configuration file (or several) to start from, relative to this file; the last one wins.',
      ),
    ),
    exclude: placed(listOf(text('A glob.'), 'Files to leave out, as globs relative to this configuration’s folder.')),
    kubernetes: object(
      {
        version: placed(text('The Kubernetes minor version to check against, or `auto`.', KUBERNETES_VERSION)),
        requiredLabels: placed(
          record(oneOf(LABEL_KINDS, 'What the label’s value must be.'), 'Labels that each resource must have.'),
        ),
        requiredAnnotations: placed(
          record(oneOf(LABEL_KINDS, 'What the annotation’s value must be.'), 'Annotations that each resource must have.'),
        ),
      },
      'Kubernetes settings.',
    ),
    images: object(
      {
        allowedRegistries: placed(listOf(text('A registry host or prefix.'), 'Registries that images may come from.')),
        labels: placed(record(oneOf(LABEL_KINDS, 'What the label’s value must be.'), 'Labels that each image must have.')),
        strictLabels: placed(flag('No other labels than those of `labels` are allowed.')),
      },
      'Container image settings.',
    ),
    advisories: object(
      {
        source: placed(
          oneOf(
            ADVISORY_SOURCES,
            'Where advisories come from besides the built-in facts: `off` (nowhere), `osv` (data that `larboard advisories update` downloaded) `file` (data that was imported) or `registry` (the same, and the registry that packages come from is asked about them, if the user agreed to that in the editor or said so on the command line). Nothing is downloaded by itself.',
          ),
        ),
      },
      'What is known of vulnerable and malicious packages.',
    ),
    dependencies: object(
      {
        allowedHosts: placed(
          listOf(
            text('A host, with its port if it has one; `*.example.com` stands for all below it.'),
            'Hosts that locked packages may be downloaded from, besides the public registries and those that the settings of package managers name.',
          ),
        ),
        allowedLicenses: placed(
          listOf(text('An SPDX licence id.'), 'Licences that dependencies may have; all others are denied.'),
        ),
        deniedLicenses: placed(listOf(text('An SPDX licence id.'), 'Licences that dependencies may not have.')),
      },
      'Settings for packages and their lockfiles.',
    ),
    rules: record(scalarOr(level, rule, 'A level, or the settings of the rule.'), 'Rule id → level or settings.'),
    policies: listOf(POLICY, 'Rules of your own about Kubernetes objects (`kubernetes/custom-policy`).'),
    suppressions: listOf(suppression, 'Findings that are accepted.'),
  },
  'Larboard’s configuration.',
);

export type ConfigContent = Read<typeof CONFIG_SHAPE>;
