import { dockerfileRule } from '../../engine/rule.ts';
import type { Stage } from '../../model/dockerfile/index.ts';
import { platformFlags } from './support/platform.ts';

/** Docker Hub's copies of its library for one architecture each. */
const ARCHITECTURES: ReadonlyMap<string, readonly string[]> = new Map([
  ['amd64', ['amd64', 'x86_64', 'x86-64']],
  ['arm32v5', ['arm']],
  ['arm32v6', ['arm', 'armhf']],
  ['arm32v7', ['arm', 'armhf']],
  ['arm64v8', ['arm64', 'aarch64']],
  ['i386', ['386', 'i386']],
  ['ppc64le', ['ppc64le']],
  ['riscv64', ['riscv64']],
  ['s390x', ['s390x']],
]);

export const imagePlatformMismatch = dockerfileRule(
  {
    id: 'dockerfile/image-platform-mismatch',
    title: 'Image is not made for the platform',
    why: 'The image exists only for another operating system or architecture than `--platform` asks for, so the build fails, or what is built cannot run.',
    severity: 'medium',
    confidence: 'medium',
    profiles: [],
    messages: { platform: '"{image}" is made for {made}, not for {platform}.' },
    aliases: ['buildkit:InvalidBaseImagePlatform', 'tally:tally/platform-mismatch'],
    references: ['https://docs.docker.com/reference/build-checks/invalid-base-image-platform/'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const { stage, value, valueSpan } of platformFlags(model)) {
      const made = value === undefined ? undefined : madeFor(stage);
      if (value === undefined || !made) continue;
      const [os = '', architecture] = value.split('/');
      const fits =
        os === made.os &&
        (architecture === undefined || made.architectures === undefined || made.architectures.includes(architecture));
      if (fits) continue;
      const description = [made.os, made.architectures?.[0]].filter(Boolean).join('/');
      yield { message: 'platform', data: { image: made.image, made: description, platform: value }, span: valueSpan };
    }
  },
);

/** What a base image is made for, where its name says so. */
function madeFor({ base, isWindows }: Stage) {
  if (base.kind !== 'image' || base.image.text === undefined) return undefined;
  const image = base.image.text;
  if (isWindows) return { image, os: 'windows', architectures: undefined };
  const architectures = ARCHITECTURES.get(/^docker\.io\/([a-z0-9]+)\/[^/]+$/.exec(base.image.repository ?? '')?.[1] ?? '');
  return architectures && { image, os: 'linux', architectures };
}
