import { dockerfileRule } from '../../engine/rule.ts';
import { baseImageFacts } from '../../knowledge/base-images.ts';
import {
  ALSO_FOR_WINDOWS,
  ARCHITECTURE_ACCOUNTS,
  ARCHITECTURE_NAMES,
  ONLY_ARCHITECTURES,
} from '../../knowledge/images/platforms.ts';
import type { Stage } from '../../model/dockerfile/index.ts';
import { platformFlags } from './support/platform.ts';

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
      const made = value === undefined || value === '' ? undefined : madeFor(stage);
      if (value === undefined || !made) continue;
      const [first = '', second] = value.split('/');
      // One word is a system or an architecture.
      const isSystem = second !== undefined || first === 'linux' || first === 'windows';
      const fitsSystem = !isSystem || made.os === undefined || first === made.os;
      const architecture = isSystem ? second : first;
      const canonical = architecture === undefined ? undefined : (ARCHITECTURE_NAMES.get(architecture) ?? architecture);
      if (fitsSystem && (canonical === undefined || (made.architectures?.includes(canonical) ?? true))) continue;
      const description = made.architectures?.map((each) => `${made.os ?? 'linux'}/${each}`).join(' and ') ?? made.os ?? '';
      yield { message: 'platform', data: { image: made.image, made: description, platform: value }, span: valueSpan };
    }
  },
);

/** What a base image is made for, where its name or the tables say so. */
function madeFor({ base, isWindows }: Stage) {
  if (base.kind !== 'image' || base.image.text === undefined) return undefined;
  const { text: image, repository = '' } = base.image;
  if (isWindows) return { image, os: 'windows', architectures: undefined };
  const [, account = '', name = ''] = /^docker\.io\/([a-z0-9]+)\/([^/]+)$/.exec(repository) ?? [];
  const own = ARCHITECTURE_ACCOUNTS.get(account);
  const architectures = own === undefined ? ONLY_ARCHITECTURES.get(repository) : [own];
  const isLibrary = account === 'library' && baseImageFacts(repository) !== undefined;
  if (!architectures && !isLibrary) return undefined;
  return { image, os: account === 'library' && ALSO_FOR_WINDOWS.has(name) ? undefined : 'linux', architectures };
}
