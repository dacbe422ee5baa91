import assert from 'node:assert/strict';
import { parseDockerfile } from '../../server/src/model/dockerfile/index.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { completionsAt } from '../../server/src/service/dockerfile/completion.ts';
import { describe as describePlace } from '../../server/src/service/dockerfile/describe.ts';
import { foldsOf } from '../../server/src/service/dockerfile/folding.ts';
import { placeAt } from '../../server/src/service/dockerfile/place.ts';
import { hoverAt } from '../../server/src/service/hover.ts';
import { Workspace } from '../../server/src/service/workspace.ts';
import { caret } from '../support/caret.ts';

/** What the words at `|` mean, without findings. */
function words(marked: string): string | undefined {
  const { text, offset } = caret(marked);
  const model = parseDockerfile(text);
  const place = placeAt(model, offset);
  return place && describePlace(place, model, (at) => text.slice(0, at).split('\n').length, '2026-11-27');
}

/** The last part of the hover: what the words mean, behind any findings. */
function hover(marked: string): string | undefined {
  const { text, offset } = caret(marked);
  const workspace = new Workspace({ today: '2026-11-27' });
  workspace.set('Dockerfile', text);
  return hoverAt(workspace, 'Dockerfile', offset)?.markdown.split('\n\n---\n\n').at(-1);
}

describe('hover over the words of a Dockerfile', () => {
  const cases: Readonly<Record<string, readonly [marked: string, ...says: RegExp[]]>> = {
    'an image': [
      'FROM nod|e:24-slim\n',
      /^\*\*node\*\* · `24-slim`/,
      /Not pinned by a digest/,
      /Node\.js 24: security fixes until 2028-04-30/,
      /the user `node` \(1000\)/,
    ],
    'an image that ended': ['FROM node:1|4\n', /⚠ Node\.js 14: no security fixes since 2023-04-30/],
    'an image with a digest': [`FROM alp|ine@sha256:${'a'.repeat(64)}\n`, /Pinned: `sha256:a+`/],
    'an image that is no longer made': ['FROM centos|:7\n', /The image is no longer made/],
    'an image without a tag': ['FROM deb|ian\n', /No tag: Docker takes `latest`/],
    'an image of COPY': ['FROM a:1\nCOPY --from=nginx:1.3|0 /a /a\n', /^\*\*nginx\*\* · `1\.30`/],
    'an image that runs as another user': ['FROM gcr.io/distroless/static:non|root\n', /Runs as `65532`/],
    'the name of a stage': [
      'FROM a:1 AS bui|ld\nFROM b:1\nCOPY --from=build /a /a\n',
      /^\*\*build\*\* · stage 0, line 1/,
      /From `a:1`/,
      /Used in line 3/,
    ],
    'a use of a stage': ['FROM a:1 AS build\nUSER app\nFROM b:1\nCOPY --from=bu|ild /a /a\n', /^\*\*build\*\*/, /Runs as `app`/],
    'a stage without use': ['FROM a:1 AS on|e\nFROM b:1\n', /No other stage uses it/],
    'a stage in FROM': ['FROM a:1 AS base\nFROM ba|se\n', /^\*\*base\*\* · stage 0/],
    'a variable': [
      'FROM a:1\nARG VERSION=1.2\nLABEL v=$VERS|ION\n',
      /^\*\*VERSION\*\* · build argument, line 2/,
      /Value: `1\.2`/,
    ],
    'a variable in RUN': ['FROM a:1\nENV DIR=/x\nRUN cd ${DI|R} && make\n', /environment variable, line 2/, /Value: `\/x`/],
    'a declaration': ['ARG V=1\nFROM a:$V\nARG V|\n', /No default/, /Repeats the argument of line 1/],
    'an argument without a default': ['FROM a:1\nARG V\nUSER $V|\n', /No default: the build has to give it/],
    'a secret': ['FROM a:1\nENV DB_PASSWORD=hunter2\nRUN echo $DB_PASS|WORD\n', /Its value is not shown/],
    'a value with a secret in it': [
      'FROM a:1\nENV DB_PASSWORD=hunter2\nENV URL=p://u:$DB_PASSWORD@h\nENV V=$URL/x\nLABEL x=$V|\n',
      /Its value is not shown, because it holds/,
    ],
    'a declaration with a secret in it': [
      'ARG DB_PASSWORD=hunter2\nARG U=x$DB_PASSWORD\nFROM a:1\nARG U\nENV W|=$U\n',
      /Its value is not shown, because it holds/,
    ],
    'a credential': [`FROM a:1\nENV X=ghp_hunter2${'aB3dE5gH7j'.repeat(3).slice(1)}\nLABEL x=$|X\n`, /Its value is not shown/],
    'a password in a URL': ['FROM a:1\nENV X=pg://u:hunter2@h\nLABEL x=$|X\n', /Its value is not shown/],
    'a value that looks random': ['FROM a:1\nENV X=hunter2Zq8Lw3Rt6Yp1Vn4Kd9\nLABEL x=$|X\n', /Its value is not shown/],
    'a long path': [
      'FROM a:1\nENV X=/usr/lib/jvm/java-17-openjdk-amd64\nLABEL x=$|X\n',
      /Value: `\/usr\/lib\/jvm\/java-17-openjdk-amd64`/,
    ],
    'a declared argument of the platform': [
      'FROM a:1\nARG TARGETARCH\nRUN x $TARGET|ARCH\n',
      /build argument, line 2\n\nThe build sets it by itself\.$/,
    ],
    'an argument of the platform with a default': ['FROM a:1\nARG TARGETOS=linux\nRUN x $TARGET|OS\n', /Value: `linux`/],
    'a declaration of a proxy': ['FROM a:1\nARG http_pro|xy\n', /if it is given a proxy; no declaration is needed/],
    'an undeclared argument of the platform': [
      'ARG TARGETARCH\nFROM a:1\nRUN x $TARGET|ARCH\n',
      /not available here.*`ARG TARGETARCH`/,
    ],
    'an argument of the platform before FROM': ['ARG X=$TARGET|ARCH\nFROM a:$X\n', /set by the build itself$/],
    'an undeclared proxy': ['FROM a:1\nRUN x $HTTP_|PROXY\n', /set by the build, if it is given a proxy/],
    'an argument when the container runs': ['FROM a:1\nARG V=1\nCMD x $|V\n', /^(?!.*Value)\*\*V\*\* · not set here/],
    'an environment variable when the container runs': ['FROM a:1\nENV V=1\nCMD x $|V\n', /Value: `1`/],
    'an argument of an unknown value': ['FROM a:1\nARG V\nARG W=$V\nUSER $|W\n', /not known before the build/],
    'a variable of the build': ['FROM --platform=$BUILD|PLATFORM a:1\n', /set by the build/],
    'a variable of nobody': ['FROM a:1\nUSER $WH|O\n', /nothing in this file declares it/],
    'a variable that its own instruction sets': [
      'FROM a:1\nENV E=0\nENV E=1 F=$|E\n',
      /environment variable, line 2/,
      /Value: `0`/,
      /from before the instruction/,
    ],
    'a variable that only its own instruction sets': ['FROM a:1\nENV E=1 F=$E|\n', /^(?!.*Value)\*\*E\*\* · not set before/],
    'a variable that extends itself': ['FROM a:1\nENV PATH=$PA|TH:/x\n', /^(?!.*Value)\*\*PATH\*\* · not set before/],
    'an argument of the same instruction before FROM': ['ARG A=1 B=$|A\nFROM a:$B\n', /build argument\n\nValue: `1`/],
    'a variable that the script sets': ['FROM a:1\nENV E=1\nRUN E=2; echo $|E\n', /^\*\*E\*\* · set by the command itself$/],
    'a variable that the script exports': ['FROM a:1\nENV E=1\nRUN export E=2 && echo "$|E"\n', /set by the command itself$/],
    'a variable that a loop sets': ['FROM a:1\nENV E=1\nRUN while x; do echo $|E; E=2; done\n', /set by the command itself$/],
    'a variable that the script reads': ['FROM a:1\nENV E=1\nRUN while read E; do echo $|E; done <x\n', /set by the command/],
    'a variable that is set for another shell': ["FROM a:1\nENV E=1\nRUN E=2 sh -c 'echo $|E'\n", /set by the command itself$/],
    'a variable before the script sets it': ['FROM a:1\nENV E=1\nRUN echo $|E; E=2\n', /Value: `1`/],
    'a variable that is set for one command': ['FROM a:1\nENV E=1\nRUN E=2 make; echo $|E\n', /Value: `1`/],
    'a variable of another shell': ["FROM a:1\nENV E=1\nRUN sh -c 'echo $|E'\n", /Value: `1`/],
    'a variable of a shell in exec form': ['FROM a:1\nENV E=1\nRUN ["sh", "-c", "echo $|E"]\n', /Value: `1`/],
    'a variable in a script': ["FROM a:1\nENV E=1\nRUN <<'EOF'\necho $|E\nEOF\n", /Value: `1`/],
    'a variable in a file': ["FROM a:1\nENV E=1\nCOPY <<EOF /x\nx='$|E'\nEOF\n", /Value: `1`/],
    'a variable of a mount': ['FROM a:1\nENV E=1\nRUN --mount=type=cache,target=/$|E x\n', /Value: `1`/],
    'a variable in an operand': ['FROM a:1\nENV E=1\nUSER ${U:-$|E}\n', /^\*\*E\*\*/, /Value: `1`/],
    'a variable of the command': ['FROM a:1\nRUN for f in *; do echo $|f; done\n', /set by the command itself/],
  };
  for (const [name, [marked, ...says]] of Object.entries(cases)) {
    it(name, () => {
      const markdown = hover(marked) ?? '';
      for (const pattern of says) assert.match(markdown, pattern);
      assert.ok(!markdown.includes('hunter2'));
    });
  }

  it('is silent where there is nothing to say', () => {
    for (const marked of ['FROM a:1\nRUN ma|ke\nHEALTHCHECK NONE\n', '# no|thing\n', '{{ x }}\nFROM a:$|X\n'])
      assert.equal(hover(marked), undefined);
  });

  it('knows where nothing is replaced', () => {
    for (const marked of [
      "RUN echo '$|E'",
      'RUN echo \\$|E',
      'RUN ["echo", "$|E"]',
      "COPY <<'EOF' /x\n$|E\nEOF",
      'COPY <<"EOF" /x\n$|E\nEOF',
      'COPY <<EOF /x\n\\$|E\nEOF',
      "RUN cat <<'EOF' >x\n$|E\nEOF",
      'RUN a \\\n # $|E\n  b',
      "LABEL x='$|E'",
      'SHELL ["$|E"]',
      'RUN <<EOF\n#!/usr/bin/env python3\n"$|E"\nEOF',
    ])
      assert.equal(words(`FROM a:1\nENV E=1\n${marked}\n`), undefined, marked);
  });
});

/** The labels offered at `|`, after checking that each replaces what was typed of it. */
function labels(marked: string): readonly string[] {
  const { text, offset } = caret(marked);
  const found = completionsAt(parseDockerfile(text), offset, [['dockerfile/run-sudo', 'x']]);
  for (const { span } of found) assert.ok(span.start <= span.end && span.end === offset);
  return found.map(({ label }) => label);
}

describe('completion in Dockerfiles', () => {
  it('offers instructions at the start of a line, in the case of the file', () => {
    assert.ok(labels('FROM a:1\nR|').includes('RUN'));
    assert.ok(labels('from a:1\nrun x\nc|').includes('copy'));
    assert.ok(labels('|').includes('FROM'));
    assert.ok(!labels('FROM a:1\nONBUILD |').includes('FROM'));
    assert.ok(!labels('FROM a:1\n|').includes('MAINTAINER'));
  });

  it('offers none inside an instruction over several lines', () => {
    assert.deepEqual(labels('FROM a:1\nRUN a \\\n  b|\n'), []);
    assert.deepEqual(labels('FROM a:1\nRUN <<EOF\nma|\nEOF\n'), []);
  });

  it('offers the flags of the instruction', () => {
    assert.deepEqual(labels('FROM --|'), ['--platform']);
    assert.ok(labels('FROM a:1\nCOPY --f|').includes('--from'));
    assert.ok(labels('FROM a:1\nHEALTHCHECK --interval=5s --|').includes('--retries'));
    assert.deepEqual(labels('FROM a:1\nUSER --|'), []);
  });

  it('offers nothing of Docker behind the first argument', () => {
    for (const marked of [
      'RUN curl --|',
      'RUN curl --| x',
      'RUN --network=none curl \\\n  --|',
      'RUN <<EOF\ncurl --|\nEOF',
      'COPY a b --|',
      'COPY a b --from=|',
      'RUN x --mount=type=bind,from=|',
      'HEALTHCHECK CMD curl --|',
      'RUN -- --|',
    ])
      assert.deepEqual(labels(`FROM a:1 AS one\nFROM b:1\n${marked}\n`), [], marked);
    assert.deepEqual(labels('FROM a:1 --|'), []);
    assert.ok(labels('FROM a:1\nRUN --network=none \\\n  # x\n  --|').includes('--mount'));
    assert.ok(labels('FROM a:1\nRUN --network=none --| curl --fail').includes('--mount'));
    assert.ok(labels('FROM a:1\nCOPY --ch| a b').includes('--chown'));
    assert.ok(labels('FROM a:1\nONBUILD COPY --|').includes('--chown'));
  });

  it('offers earlier stages', () => {
    const text = 'FROM a:1 AS one\nFROM b:1 AS two\n';
    assert.deepEqual(labels(`${text}FROM c:1 AS three\nCOPY --from=|\nFROM d:1 AS four\n`), ['one', 'two']);
    assert.deepEqual(labels(`${text}FROM t|\n`), ['one', 'two']);
    assert.deepEqual(labels(`${text}FROM c:1\nRUN --mount=type=bind,from=|\n`), ['one', 'two']);
  });

  it('offers the variables that are declared there', () => {
    assert.deepEqual(labels('ARG V=1\nFROM a:$|'), ['V']);
    assert.deepEqual(labels('ARG V=1\nFROM a:1\nARG W\nENV X=1\nRUN echo ${|}\nENV LATER=1\n'), ['W', 'X']);
  });

  it('offers supported tags of images that are known', () => {
    assert.ok(labels('FROM node:|').some((tag) => /^\d+/.test(tag)));
    assert.deepEqual(labels('FROM x/y:|'), []);
  });

  it('offers rules in suppressions', () => {
    assert.deepEqual(labels('# larboard-ignore dock|'), ['dockerfile/run-sudo']);
    assert.deepEqual(labels('# a comm|'), []);
  });

  it("offers other tools' ids in their own suppressions", () => {
    const rules = RULES.filter(({ on }) => on === 'dockerfile').map(({ meta }) => [meta.id, meta.title, meta.aliases] as const);
    const cases: readonly (readonly [marked: string, typed: string, first: RegExp])[] = [
      ['# hadolint ignore=|', '', /^DL\d{4}$/],
      ['# hadolint ignore=DL3007,SC2086, DL30|', 'DL30', /^DL\d{4}$/],
      ['# hadolint global ignore = D|', 'D', /^DL\d{4}$/],
      ['# check=skip=|', '', /^[A-Z][A-Za-z]+$/],
      ['# check=error=true;skip=StageNameCasing,Json|', 'Json', /^[A-Z][A-Za-z]+$/],
      ['#checkov:skip=|', '', /^CKV2?_DOCKER_\d+$/],
      ['FROM a:1\nRUN b # checkov:skip=CKV|', 'CKV', /^CKV2?_DOCKER_\d+$/],
      ['# trivy:ignore:DS-|', 'DS-', /^DS-\d{4}$/],
      ['# nosemgrep: |', '', /^[a-z-]+$/],
      ['# nosemgrep: missing-user, set-p|', 'set-p', /^[a-z-]+$/],
      ['# tally ignore=hadolint/DL|', 'hadolint/DL', /^(?:tally|hadolint|buildkit)\/[\w/-]+$/],
      ['# tally global ignore=|', '', /^(?:tally|hadolint|buildkit)\/[\w/-]+$/],
      ['# droast ignore=DF|', 'DF', /^DF\d{3}$/],
      ['# larboard-ignore dockerfile/run-sudo, dockerfile/|', 'dockerfile/', /^dockerfile\//],
    ];
    for (const [marked, typed, form] of cases) {
      const { text, offset } = caret(`${marked}\nFROM b:1\n`);
      const found = completionsAt(parseDockerfile(text), offset, rules);
      assert.ok(found.length > 10, marked);
      assert.equal(new Set(found.map(({ label }) => label)).size, found.length, marked);
      for (const { label, newText, span } of found) {
        assert.match(label, form, marked);
        assert.equal(newText, label);
        assert.equal(text.slice(span.start, span.end), typed);
      }
    }
  });

  it('offers an id that several rules share once, and none that is listed already', () => {
    const rules = [
      ['dockerfile/a', 'One', ['trivy:DS-0031', 'hadolint:DL1']],
      ['dockerfile/b', 'Two', ['trivy:DS-0031', 'hadolint:DL2', 'hadolint:DL2']],
      ['dockerfile/c', 'Three'],
    ] as const;
    const offers = (marked: string): readonly string[] => {
      const { text, offset } = caret(marked);
      return completionsAt(parseDockerfile(text), offset, rules).map(({ label, detail }) => `${label} ${detail}`);
    };
    assert.deepEqual(offers('# trivy:ignore:|'), ['DS-0031 One; Two']);
    assert.deepEqual(offers('# hadolint ignore=DL1,|'), ['DL2 Two']);
    assert.deepEqual(offers('# larboard-ignore dockerfile/a, |'), ['dockerfile/b Two', 'dockerfile/c Three']);
    for (const marked of [
      '# hadolint ignore=DL1 # a|',
      '# about hadolint|',
      '# larboard-ignore dockerfile/a: for|',
      '# trivy:ignore:DS-0031:exp:|',
    ])
      assert.deepEqual(offers(marked), [], marked);
  });

  it('stands any place of a broken file', () => {
    const text = 'FROM a:$V AS b\n# x\nRUN <<EOF\n$A\nCOPY --from=b [ "x\nFROM \n\uFEFF';
    const model = parseDockerfile(text);
    for (let offset = 0; offset <= text.length; offset++)
      for (const { span } of completionsAt(model, offset, [])) assert.ok(span.start >= 0 && span.end <= text.length);
  });
});

describe('folding of Dockerfiles', () => {
  it('folds here-documents, long instructions, stages and comments', () => {
    const text = '# a\n# b\nFROM a:1 AS x\nRUN a \\\n  b\nFROM b:1\nCOPY <<EOF /x\n1\n2\nEOF\n';
    const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
    assert.deepEqual(
      foldsOf(parseDockerfile(text)).map(({ span, kind }) => `${kind} ${lineOf(span.start)}–${lineOf(span.end)}`),
      ['region 4–5', 'region 7–9', 'region 3–5', 'region 6–10', 'comment 1–2'],
    );
  });

  it('folds nothing on one line', () => {
    assert.deepEqual(foldsOf(parseDockerfile('# a\nFROM a:1\nRUN b\n')), []);
  });
});
