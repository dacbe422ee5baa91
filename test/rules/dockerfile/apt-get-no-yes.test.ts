import { aptGetNoYes } from '../../../server/src/rules/dockerfile/apt-get-no-yes.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (command: string): string =>
  `\`apt-get ${command}\` asks whether to go on, and nobody can answer during a build. Add \`-y\`.`;

testRule(aptGetNoYes, {
  clean: [
    'FROM a:1\nENV Y=-y\nRUN apt-get install ${Y} x\n',
    'FROM a:1\nRUN apt-get install -y git\n',
    'FROM a:1\nRUN apt-get -y install git\n',
    'FROM a:1\nRUN apt-get install git --assume-yes\n',
    'FROM a:1\nRUN apt-get -qq install git\n',
    'FROM a:1\nRUN apt-get install -qqy git\n',
    'FROM a:1\nRUN apt-get -q=2 install git\n',
    'FROM a:1\nRUN apt-get install -yq \\\n  # tools\n  git\n',
    'FROM a:1\nRUN yes | apt-get install git\n',
    'FROM a:1\nRUN apt-get install $OPTIONS git\n',
    'FROM a:1\nRUN apt-get update && apt-get clean && apt-get download git\n',
    'FROM a:1\nRUN apt-get install --dry-run git\n',
    'FROM a:1\nRUN apt-get -o APT::Get::Assume-Yes=true install git\n',
    'FROM a:1\nRUN echo \'APT::Get::Assume-Yes "true";\' > /etc/apt/apt.conf.d/90yes\nRUN apt-get install git\n',
    'FROM a:1\nRUN echo \'APT::Get::Assume-Yes "true";\' > /etc/apt/apt.conf.d/90yes && apt-get install git\n',
    'FROM a:1 AS base\nRUN echo \'APT::Get::Assume-Yes "true";\' > /etc/apt/apt.conf.d/90yes\nFROM base\nRUN apt-get install git\n',
    'FROM a:1\nCOPY <<EOF /etc/apt/apt.conf.d/90yes\nAPT::Get::Assume-Yes "true";\nEOF\nRUN apt-get install git\n',
    'FROM a:1\nRUN echo apt-get install git\n',
    'FROM a:1\n# apt-get install git\nRUN true # apt-get install git\n',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN apt-get install git\n',
    'FROM a:1\nRUN <<EOF\n#!/usr/bin/env python3\napt-get install git\nEOF\n',
    'FROM a:1\nCOPY <<EOF /x.sh\napt-get install git\nEOF\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN apt-get ⟦purge⟧ x && apt-get ⟦autoremove⟧\n',
      says: [
        '`apt-get purge` asks whether to go on, and nobody can answer during a build. Add `-y`.',
        '`apt-get autoremove` asks whether to go on, and nobody can answer during a build. Add `-y`.',
      ],
      fixed: 'FROM a:1\nRUN apt-get purge -y x && apt-get autoremove -y\n',
    },
    { code: 'FROM a:1\nRUN apt-get ⟦install⟧ git\n', says: says('install'), fixed: 'FROM a:1\nRUN apt-get install -y git\n' },
    {
      code: 'from a:1\nrun apt-get update && DEBIAN_FRONTEND=noninteractive /usr/bin/apt-get -o A=b ⟦install⟧ git',
      says: says('install'),
      fixed: 'from a:1\nrun apt-get update && DEBIAN_FRONTEND=noninteractive /usr/bin/apt-get -o A=b install -y git',
    },
    {
      code: 'FROM a:1\nRUN apt-get update \\\n # a comment\n && apt-get \\\n   ⟦install⟧ \\\n   git\n',
      says: says('install'),
      fixed: 'FROM a:1\nRUN apt-get update \\\n # a comment\n && apt-get \\\n   install -y \\\n   git\n',
    },
    {
      code: 'FROM a:1\nRUN sudo -E env A=b eatmydata apt-get ⟦install⟧ git\n',
      says: says('install'),
      fixed: 'FROM a:1\nRUN sudo -E env A=b eatmydata apt-get install -y git\n',
    },
    {
      code: 'FROM a:1\nRUN bash -lc "apt-get ⟦install⟧ git"\n',
      says: says('install'),
      fixed: 'FROM a:1\nRUN bash -lc "apt-get install -y git"\n',
    },
    {
      code: 'FROM a:1\nRUN ["apt-get", "⟦install⟧", "git"]\n',
      says: says('install'),
      fixed: 'FROM a:1\nRUN ["apt-get", "install", "-y", "git"]\n',
    },
    {
      code: 'FROM a:1\nRUN ["sh", "-c", "apt-get ⟦install⟧ git"]\n',
      says: says('install'),
      fixed: 'FROM a:1\nRUN ["sh", "-c", "apt-get install -y git"]\n',
    },
    {
      code: 'FROM a:1\nRUN <<EOF\nset -e\nif true; then\n  apt-get ⟦install⟧ git\nfi\nEOF\n',
      says: says('install'),
      fixed: 'FROM a:1\nRUN <<EOF\nset -e\nif true; then\n  apt-get install -y git\nfi\nEOF\n',
    },
    {
      code: 'FROM a:1\nRUN <<EOF bash\napt-get ⟦dist-upgrade⟧\nEOF\n',
      says: says('dist-upgrade'),
      fixed: 'FROM a:1\nRUN <<EOF bash\napt-get dist-upgrade -y\nEOF\n',
    },
    {
      code: 'FROM a:1\nONBUILD RUN for p in a b; do apt-get ⟦install⟧ $p; done\n',
      says: says('install'),
      fixed: 'FROM a:1\nONBUILD RUN for p in a b; do apt-get install -y $p; done\n',
    },
    {
      code: 'FROM a:1\nRUN cat packages | xargs apt-get ⟦install⟧\n',
      says: says('install'),
      fixed: 'FROM a:1\nRUN cat packages | xargs apt-get install -y\n',
    },
    {
      code: '# escape=`\nFROM a:1\nRUN apt-get `\n  ⟦install⟧ git\n',
      says: says('install'),
      fixed: '# escape=`\nFROM a:1\nRUN apt-get `\n  install -y git\n',
    },
    {
      code: 'FROM a:1\nRUN xargs apt-get ⟦install⟧ < packages\n',
      says: says('install'),
      fixed: 'FROM a:1\nRUN xargs apt-get install -y < packages\n',
    },
    {
      code: 'FROM a:1\nRUN apt-get ⟦install⟧ git\nRUN echo \'APT::Get::Assume-Yes "true";\' > /etc/apt/apt.conf.d/90yes\nRUN apt-get install make\n',
      says: says('install'),
      fixed:
        'FROM a:1\nRUN apt-get install -y git\nRUN echo \'APT::Get::Assume-Yes "true";\' > /etc/apt/apt.conf.d/90yes\nRUN apt-get install make\n',
    },
    {
      code: 'FROM a:1 AS build\nRUN echo \'APT::Get::Assume-Yes "true";\' > /etc/apt/apt.conf.d/90yes\nFROM a:1\n# Assume-Yes "true"\nRUN apt-get ⟦install⟧ git\n',
      says: says('install'),
      fixed:
        'FROM a:1 AS build\nRUN echo \'APT::Get::Assume-Yes "true";\' > /etc/apt/apt.conf.d/90yes\nFROM a:1\n# Assume-Yes "true"\nRUN apt-get install -y git\n',
    },
  ],
});
