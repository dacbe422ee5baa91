import { dockerfileRule } from '../../engine/rule.ts';
import { lineage } from '../../model/dockerfile/index.ts';
import { wrongKind } from '../support/label-kinds.ts';

/** https://docs.docker.com/engine/manage-resources/labels/#key-format-recommendations */
const KEY = /^[a-z](?:[a-z0-9]|[.-](?![.-]))*[a-z0-9]$|^[a-z]$/;
const RESERVED = /^(?:com\.docker\.|io\.docker\.|org\.dockerproject\.)/;

export const labelSchema = dockerfileRule(
  {
    id: 'dockerfile/label-schema',
    title: 'Labels that are not as agreed',
    why: 'Labels say what an image is and whom to ask about it, and tools read them. The configuration names those that each image must have (`images.labels`), with what their values must be. Keys are lower case, and some prefixes are Docker’s own.',
    severity: 'info',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      missing: 'The image has no label "{name}", which the configuration asks for.',
      empty: 'The label "{name}" is empty.',
      kind: 'The label "{name}" must be {kind}.',
      extra: 'The configuration knows no label "{name}".',
      key: '"{name}" is no key that a label should have: lower-case letters, digits, dots and hyphens, beginning with a letter.',
      reserved: 'Labels that begin with {prefix} are reserved for Docker.',
    },
    aliases: [
      'hadolint:DL3048',
      'hadolint:DL3049',
      'hadolint:DL3050',
      'hadolint:DL3051',
      'hadolint:DL3052',
      'hadolint:DL3053',
      'hadolint:DL3054',
      'hadolint:DL3055',
      'hadolint:DL3056',
      'hadolint:DL3058',
    ],
    references: ['https://docs.docker.com/engine/manage-resources/labels/'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, env }) {
    if (model.isTemplate) return;
    const set = new Set<string>();
    const inImage = new Set(lineage(model.finalStage));
    for (const instruction of model.instructions) {
      if (instruction.keyword !== 'LABEL') continue;
      const stage = model.stageOf(instruction);
      for (const { name, nameSpan, value } of instruction.pairs) {
        if (stage && inImage.has(stage)) set.add(name);
        const prefix = RESERVED.exec(name)?.[0];
        if (prefix !== undefined) yield { message: 'reserved', data: { prefix }, span: nameSpan };
        else if (!KEY.test(name) && !name.includes('$') && name !== '') yield { message: 'key', data: { name }, span: nameSpan };
        const kind = env.labels.get(name);
        if (kind === undefined) {
          if (env.strictLabels) yield { message: 'extra', data: { name }, span: nameSpan };
          continue;
        }
        const text = value ? model.expand(value, instruction).value : '';
        const span = value && value.span.end > value.span.start ? value.span : nameSpan;
        if (text === '') yield { message: 'empty', data: { name }, span };
        else if (text !== undefined) {
          const wanted = wrongKind(text, kind);
          if (wanted !== undefined) yield { message: 'kind', data: { name, kind: wanted }, span };
        }
      }
    }
    const place = model.finalStage?.from.image?.span;
    if (place)
      for (const name of env.labels.keys()) if (!set.has(name)) yield { message: 'missing', data: { name }, span: place };
  },
);
