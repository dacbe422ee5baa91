import { dockerfileRule } from '../../engine/rule.ts';
import type { Stage } from '../../model/dockerfile/index.ts';

export const copyFromRootOfStage = dockerfileRule(
  {
    id: 'dockerfile/copy-from-root-of-stage',
    title: 'Whole file system of a stage is copied',
    why: 'Copying `/` takes along everything that the other stage needed for building: compilers, package lists, caches, and secrets that somebody forgot there. Copy only what the image runs.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: { root: 'This copies everything that is in "{from}". Copy only what the image runs.' },
    aliases: ['hadolint:DL3067'],
    references: ['https://docs.docker.com/build/building/multi-stage/'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const { uses, base } of model.stages) {
      for (const { instruction, name, stage: used } of uses) {
        if (instruction.keyword !== 'COPY' || (used ? holdsOnlyCopies(used) : TOOLS.test(name ?? ''))) continue;
        const [source, ...others] = instruction.sources;
        const { destination } = instruction;
        if (!source || !destination || others.length > 0) continue;
        const [from, to] = [source, destination].map((word) => model.expand(word, instruction).value);
        if (!/^\/+(?:\.|\*)?$/.test(from ?? '') || !/^\/+\.?$/.test(to ?? '')) continue;
        // Into nothing it only makes one layer of many, which some do on purpose.
        const milder = base.kind === 'scratch' ? ({ severity: 'low' } as const) : {};
        yield { message: 'root', data: { from: name ?? 'the other image' }, span: source.span, ...milder };
      }
    }
  },
);

/** Images that hold nothing but files to be copied to the root: https://github.com/tonistiigi/xx. */
const TOOLS = /^(?:docker\.io\/)?tonistiigi\/xx(?:[:@]|$)/;

/** Whether a stage began empty and was only filled by copies, or is an image that is made for that. */
const holdsOnlyCopies = ({ base, instructions }: Stage): boolean =>
  base.kind === 'scratch'
    ? instructions.every(({ keyword }) => keyword === 'COPY' || keyword === 'ADD')
    : base.kind === 'image' && instructions.length === 0 && TOOLS.test(base.image.repository ?? '');
