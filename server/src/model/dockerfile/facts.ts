import type { Span } from '../../base/span.ts';
import type { Dockerfile } from './dockerfile.ts';
import type { Stage } from './stage.ts';

/** What other files may want to know about the image that a Dockerfile makes. Plain data. */
export interface DockerfileFacts {
  readonly isTemplate: boolean;
  /** The effective USER of the final stage; undefined when no USER of the file sets it. */
  readonly user:
    | {
        /** Undefined when a variable in it is unknown. */
        readonly value: string | undefined;
        readonly span: Span;
      }
    | undefined;
  /** The image at the bottom of the final stage. */
  readonly base:
    | {
        readonly kind: 'scratch' | 'image';
        /** `docker.io/library/node`; undefined when unknown or scratch. */
        readonly repository: string | undefined;
        readonly tag: string | undefined;
        readonly isTagUnknown: boolean;
        /** The name and tag as written in FROM. */
        readonly span: Span;
      }
    | undefined;
  /** FROM of the final stage, up to its image: where a missing USER is reported. */
  readonly fromSpan: Span | undefined;
  /** Ports that the final stage exposes, with protocol: `8080/tcp`. Those with unknown variables are left out. */
  readonly ports: readonly string[];
  readonly stages: readonly string[];
  /** Labels of the final stage. */
  readonly labels: readonly (readonly [name: string, value: string])[];
}

/** The final stage and the stages it is built on, nearest first. */
export function lineage(stage: Stage | undefined): Stage[] {
  const stages: Stage[] = [];
  for (let at = stage; at; at = at.base.kind === 'stage' ? at.base.stage : undefined) stages.push(at);
  return stages;
}

export function dockerfileFacts(model: Dockerfile): DockerfileFacts {
  const final = model.finalStage;
  const stages = lineage(final);
  const user = final?.final.user;
  const bottom = stages.at(-1);
  const ports = new Set<string>();
  const labels = new Map<string, string>();
  for (const instruction of stages.toReversed().flatMap((stage) => stage.instructions)) {
    if (instruction.keyword === 'EXPOSE') {
      for (const port of instruction.words.flatMap((word) => model.expand(word, instruction).value ?? [])) {
        if (/^\d{1,5}(?:-\d{1,5})?(?:\/\w+)?$/.test(port)) ports.add(port.includes('/') ? port.toLowerCase() : `${port}/tcp`);
      }
    } else if (instruction.keyword === 'LABEL') {
      for (const { name, value } of instruction.pairs) {
        const text = value && model.expand(value, instruction).value;
        if (text !== undefined) labels.set(name, text);
      }
    }
  }
  return {
    isTemplate: model.isTemplate,
    user: user && { value: user.value, span: user.instruction.word?.span ?? user.instruction.keywordSpan },
    base: bottom && baseFacts(bottom),
    fromSpan: final && (final.from.image?.span ?? final.from.keywordSpan),
    ports: [...ports],
    stages: model.stages.flatMap(({ name }) => name ?? []),
    labels: [...labels],
  };
}

function baseFacts({ base, from }: Stage): DockerfileFacts['base'] {
  const span = from.image?.span ?? from.keywordSpan;
  if (base.kind === 'scratch') return { kind: 'scratch', repository: undefined, tag: undefined, isTagUnknown: false, span };
  if (base.kind !== 'image') return undefined;
  const { repository, tag, isTagUnknown } = base.image;
  return { kind: 'image', repository, tag: tag?.text, isTagUnknown, span };
}
