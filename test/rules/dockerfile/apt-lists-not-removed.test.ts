import { aptListsNotRemoved } from '../../../server/src/rules/dockerfile/apt-lists-not-removed.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = 'The package lists that `apt-get update` downloads stay in the image. Remove /var/lib/apt/lists in the same RUN.';

testRule(aptListsNotRemoved, {
  clean: [
    'FROM a:1\nRUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*\n',
    'FROM a:1\nRUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists\n',
    'FROM a:1\nRUN apt-get update && apt-get install -y git && rm -rf /tmp/* /var/lib/{apt,dpkg}/x\n',
    'FROM a:1\nRUN apt-get update; apt-get install -y git; find /var/lib/apt/lists -type f -delete\n',
    'FROM a:1\nRUN --mount=type=cache,target=/var/lib/apt --mount=type=cache,target=/var/cache/apt apt-get update && apt-get install -y git\n',
    'FROM a:1\nRUN <<EOF\napt-get update\napt-get install -y git\nrm -rf /var/lib/apt/lists/*\nEOF\n',
    'FROM a:1 AS build\nRUN apt-get update && apt-get install -y git\nFROM b:1\nCOPY --from=build /usr/bin/git /usr/bin/\n',
    'FROM a:1\nRUN apt-get install -y git\n',
    'FROM a:1\nRUN echo apt-get update\n',
    'FROM a:1\nRUN apt-get update && apt-get install -y git && apt-get distclean\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN ⟦apt-get update⟧ && apt-get install -y git\n',
      says,
      fixed: 'FROM a:1\nRUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*\n',
    },
    {
      code: 'FROM a:1\nRUN ⟦apt-get update⟧ \\\n  && apt-get install -y \\\n    # version control\n    git \\\n  && apt-get clean\nCMD ["x"]\n',
      says,
      fixed:
        'FROM a:1\nRUN apt-get update \\\n  && apt-get install -y \\\n    # version control\n    git \\\n  && apt-get clean \\\n  && rm -rf /var/lib/apt/lists/*\nCMD ["x"]\n',
    },
    {
      code: 'FROM a:1\nRUN ⟦apt-get update -q⟧; apt-get install -y git; make',
      says,
      fixed: 'FROM a:1\nRUN apt-get update -q; apt-get install -y git; rm -rf /var/lib/apt/lists/*; make',
    },
    {
      code: 'FROM a:1\nRUN <<EOF\nset -e\n⟦apt-get update⟧\n  apt-get install -y git # tools\nmake\nEOF\n',
      says,
      fixed:
        'FROM a:1\nRUN <<EOF\nset -e\napt-get update\n  apt-get install -y git # tools\n  rm -rf /var/lib/apt/lists/*\nmake\nEOF\n',
    },
    {
      code: 'FROM a:1 AS base\nRUN ⟦apt-get update⟧ && apt-get install -y git\nFROM base\n',
      says,
      fixed: 'FROM a:1 AS base\nRUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*\nFROM base\n',
    },
    { code: 'FROM a:1\nRUN ⟦apt-get update⟧\nRUN apt-get install -y git\n', says },
    { code: 'FROM a:1\nRUN ⟦apt-get update⟧ && apt-get install -y git\nRUN apt-get install -y make\n', says },
    {
      code: 'FROM a:1\nRUN sh -c "⟦apt-get update⟧ && apt-get install -y git"\n',
      says,
      fixed: 'FROM a:1\nRUN sh -c "apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*"\n',
    },
    {
      code: 'FROM a:1\nRUN (⟦apt-get update⟧ && apt-get install -y git || true) | tee log\n',
      says,
      fixed: 'FROM a:1\nRUN (apt-get update && apt-get install -y git || true && rm -rf /var/lib/apt/lists/*) | tee log\n',
    },
    {
      code: 'FROM a:1\nRUN ⟦apt-get update⟧ && apt-get install -y \\\n',
      says,
      fixed: 'FROM a:1\nRUN apt-get update && apt-get install -y && rm -rf /var/lib/apt/lists/* \\\n',
    },
    { code: 'FROM a:1\nUSER app\nRUN sudo ⟦apt-get update⟧ && sudo apt-get install -y git\n', says },
    {
      code: 'FROM a:1\nRUN set -ex; ⟦apt-get update⟧; apt-get install -y git || exit 1; make\n',
      says,
      fixed: 'FROM a:1\nRUN set -ex; apt-get update; apt-get install -y git || exit 1; rm -rf /var/lib/apt/lists/*; make\n',
    },
    {
      code: 'FROM a:1\nRUN if true; then ⟦apt-get update⟧ && apt-get install -y git; else make; fi\n',
      says,
      fixed:
        'FROM a:1\nRUN if true; then apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*; else make; fi\n',
    },
    { code: 'FROM a:1\nRUN ⟦apt-get update⟧; if ! apt-get install -y git; then exit 1; fi\n', says },
    { code: 'FROM a:1\nRUN if ⟦apt-get update⟧ && apt-get install -y git; then make; fi\n', says },
    { code: 'FROM a:1\nRUN if false; then x; elif ⟦apt-get update⟧ && apt-get install -y git; then make; fi\n', says },
    { code: 'FROM a:1\nRUN until ⟦apt-get update⟧ && apt-get install -y git; do sleep 1; done\n', says },
    { code: 'FROM a:1\nRUN while (⟦apt-get update⟧; ! apt-get install -y git); do sleep 1; done\n', says },
    { code: 'FROM a:1\nRUN ! { ⟦apt-get update⟧; apt-get install -y git; }\n', says },
    { code: 'FROM a:1\nRUN if bash -c "⟦apt-get update⟧ && apt-get install -y git"; then make; fi\n', says },
    { code: 'FROM a:1\nRUN <<EOF\n⟦apt-get update⟧\nif\n  apt-get install -y git\nthen make\nfi\nEOF\n', says },
    {
      code: 'FROM a:1\nRUN set -eux; (⟦apt-get update⟧; apt-get install -y git;); make\n',
      says,
      fixed: 'FROM a:1\nRUN set -eux; (apt-get update; apt-get install -y git; rm -rf /var/lib/apt/lists/*;); make\n',
    },
    {
      code: 'FROM a:1\nRUN ⟦apt-get update⟧; apt-get install -y git;\n',
      says,
      fixed: 'FROM a:1\nRUN apt-get update; apt-get install -y git && rm -rf /var/lib/apt/lists/*;\n',
    },
    {
      code: 'FROM a:1\nRUN <<EOF\n⟦apt-get update⟧\napt-get install -y git # tools\nEOF\n',
      says,
      fixed: 'FROM a:1\nRUN <<EOF\napt-get update\napt-get install -y git && rm -rf /var/lib/apt/lists/* # tools\nEOF\n',
    },
    { code: 'FROM a:1\nRUN set -e; { ⟦apt-get update⟧ && apt-get install -y git; }; make\n', says },
    {
      code: 'FROM a:1\nSHELL ["/bin/bash", "-e", "-c"]\nRUN (⟦apt-get update⟧; apt-get install -y git;); make\n',
      says,
      fixed:
        'FROM a:1\nSHELL ["/bin/bash", "-e", "-c"]\nRUN (apt-get update; apt-get install -y git; rm -rf /var/lib/apt/lists/*;); make\n',
    },
  ],
});
