import { pipefailMissing } from '../../../server/src/rules/dockerfile/pipefail-missing.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(pipefailMissing, {
  clean: [
    'FROM debian:13\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nENV A=1\nRUN curl x | tar x\n',
    'FROM debian:13\nSHELL ["/bin/bash", "-eo", "pipefail", "-c"]\nRUN curl x | tar x\n',
    'FROM alpine:3.22\nSHELL ["/bin/ash", "-o", "pipefail", "-c"]\nRUN curl x | tar x\n',
    'FROM a:1 AS b\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nFROM b\nRUN curl x | tar x\n',
    'FROM a:1\nRUN set -o pipefail && curl x | tar x\n',
    'FROM a:1\nRUN <<EOF\ncurl x | tar x\nEOF\n',
    'FROM a:1\nRUN echo x | tee y && yes | apt-get install z\n',
    'FROM a:1\nRUN curl x | tar x || true\n',
    'FROM a:1\nRUN if curl x | grep y; then z; fi && X=$(curl x | jq y)\n',
    'FROM a:1\nSHELL ["powershell", "-Command"]\nRUN a | b\n',
    'FROM a:1\nRUN ["bash", "-c", "a | b"]\n',
    'FROM a:1\nRUN a || b; echo "x | y"\n',
    'FROM a:1\nRUN a | b && c || true\n',
    'FROM a:1\nRUN set $OPTIONS; a | b\n',
    'FROM a:1\nRUN set -ex -o pipefail; if a; then b | c; fi\n',
    'FROM a:1\nRUN { echo a; printf b; } | tee c\n',
    'FROM a:1\nRUN f() { a | b; }; until c | d; do sleep 1; done\n',
    'FROM a:1\nRUN ! a | b\n',
  ],
  caught: [
    {
      code: 'FROM debian:13\nRUN curl -fsSL https://a.example/x.tgz ⟦|⟧ tar xz\n',
      says: 'If `curl` fails, the build goes on. Set `pipefail`, with SHELL or in the script.',
      fixed: 'FROM debian:13\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN curl -fsSL https://a.example/x.tgz | tar xz\n',
    },
    {
      code: 'from alpine:3.22\nrun echo a | b ⟦|⟧ c | d\n',
      says: 'If `b` fails, the build goes on. Set `pipefail`, with SHELL or in the script.',
      fixed: 'from alpine:3.22\nshell ["/bin/ash", "-o", "pipefail", "-c"]\nrun echo a | b | c | d\n',
      alternatives: { 'Set pipefail in this RUN': 'from alpine:3.22\nrun set -o pipefail && echo a | b | c | d\n' },
    },
    {
      code: 'FROM x/y:1\nRUN a && (wget -qO- x ⟦|⟧ sh)\n',
      says: 'If `wget` fails, the build goes on. Set `pipefail`, with SHELL or in the script.',
    },
    {
      code: 'FROM debian:13\nSHELL ["/bin/bash", "-c"]\nRUN a \\\n  && cat b ⟦|⟧ c\n',
      says: 'If `cat` fails, the build goes on. Set `pipefail`, with SHELL or in the script.',
      fixed: 'FROM debian:13\nSHELL ["/bin/bash", "-c"]\nRUN set -o pipefail && a \\\n  && cat b | c\n',
    },
    {
      code: 'FROM debian:13\n# Fetch it.\nRUN a ⟦|⟧ b\nRUN for x in y z; do $x ⟦|⟧ sh; done\n',
      says: [
        'If `a` fails, the build goes on. Set `pipefail`, with SHELL or in the script.',
        'If the command before it fails, the build goes on. Set `pipefail`, with SHELL or in the script.',
      ],
      fixed:
        'FROM debian:13\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\n# Fetch it.\nRUN a | b\nRUN for x in y z; do $x | sh; done\n',
      firstFixOnly: true,
    },
    {
      code: 'FROM a:1\nRUN if [ -f x ]; then curl y ⟦|⟧ tar xz; fi\n',
      says: 'If `curl` fails, the build goes on. Set `pipefail`, with SHELL or in the script.',
    },
    {
      code: 'FROM a:1\nRUN curl y ⟦|⟧ tee z || exit 1\n',
      says: 'If `curl` fails, the build goes on. Set `pipefail`, with SHELL or in the script.',
    },
    {
      code: 'FROM a:1\nRUN a ⟦|⟧ b # pipefail\n',
      says: 'If `a` fails, the build goes on. Set `pipefail`, with SHELL or in the script.',
    },
    {
      code: 'FROM a:1\nRUN case x in y) a ⟦|⟧ b;; esac; set -o pipefail\n',
      says: 'If `a` fails, the build goes on. Set `pipefail`, with SHELL or in the script.',
    },
  ],
});
