import { dockerfileRule } from '../../engine/rule.ts';

const REMOTE = /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/|[\w.-]+@[\w.-]+:)/i;
/** ADD unpacks what its content says is a tar archive; these are the names under which such files go. */
const ARCHIVE = /\.(?:tar|tgz|tb2|tbz2?|tlz|tpz|txz|tzst|gz|bz2|lz4?|lzma|xz|zst|t?Z)$/i;
const ADD_ONLY: ReadonlySet<string> = new Set(['checksum', 'keep-git-dir', 'unpack']);

export const addInsteadOfCopy = dockerfileRule(
  {
    id: 'dockerfile/add-instead-of-copy',
    title: 'ADD where COPY does',
    why: 'ADD also downloads URLs and unpacks archives, so what ends up in the image depends on what the file happens to be. COPY only copies; use it for local files.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: { add: 'ADD only copies local files here. Use COPY, which cannot unpack or download anything.' },
    aliases: [
      'checkov:CKV_DOCKER_4',
      'dockle:CIS-DI-0009',
      'droast:DF006',
      'hadolint:DL3020',
      'kics:add_instead_of_copy',
      'semgrep:prefer-copy-over-add',
      'tally:hadolint/DL3020',
      'trivy:DS-0005',
    ],
    references: ['CIS Docker 4.9', 'https://docs.docker.com/build/building/best-practices/#add-or-copy'],
    fix: 'safe',
    since: '0.1.0',
    status: 'stable',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const instruction of model.instructionsOf('ADD')) {
      if (instruction.destination === undefined || instruction.sources.length === 0) continue;
      if (instruction.flags.some(({ name }) => ADD_ONLY.has(name))) continue;
      const sources = instruction.sources.map((source) =>
        source.text.text.startsWith('<<') ? '' : (model.expand(source, instruction).value ?? localPath(source.text.text)),
      );
      if (sources.some((source) => source === undefined || REMOTE.test(source) || ARCHIVE.test(source))) continue;
      const mayMatchArchive = sources.some((source) => /[*?[\]][^./]*$/.test(source ?? ''));
      const { keywordSpan: span, keywordText } = instruction;
      const newText = keywordText === keywordText.toLowerCase() ? 'copy' : 'COPY';
      const applicability = mayMatchArchive ? 'suggested' : 'safe';
      yield { message: 'add', span, fixes: [{ title: 'Replace ADD by COPY', applicability, edits: [{ span, newText }] }] };
    }
  },
);

/** A path with unknown variables whose first folder and extension are written out, so that it is neither remote nor an archive. */
const localPath = (written: string): string | undefined =>
  /^\.{0,2}\/|^[\w-]+\//.test(written) && !written.includes(':') && /\.\w+$/.test(written.slice(-20)) ? written : undefined;
