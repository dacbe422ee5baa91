import { osUpgrade } from '../../../server/src/rules/dockerfile/os-upgrade.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(osUpgrade, {
  clean: [
    'FROM a:1\nRUN apt-get update && apt-get install -y git\n',
    'FROM a:1\nRUN yum update -y openssl && dnf upgrade curl\n',
    'FROM a:1\nRUN apk add --upgrade x && zypper in y\n',
    'FROM a:1\nRUN pip install --upgrade pip\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN apt-get update && apt-get ⟦upgrade⟧ -y && apt-get install -y git\n',
      says: '`apt-get upgrade` upgrades everything in the base image. Use a newer base image, or name the packages.',
      fixed: 'FROM a:1\nRUN apt-get update && apt-get install -y git\n',
    },
    {
      code: 'FROM a:1\nRUN yum -y ⟦update⟧\nRUN apk ⟦upgrade⟧ --no-cache\n',
      says: [
        '`yum update` upgrades everything in the base image. Use a newer base image, or name the packages.',
        '`apk upgrade` upgrades everything in the base image. Use a newer base image, or name the packages.',
      ],
      fixed: 'FROM a:1\n',
    },
    {
      code: 'FROM a:1\nRUN zypper -n ⟦dup⟧ || true\n',
      says: '`zypper dup` upgrades everything in the base image. Use a newer base image, or name the packages.',
    },
    {
      code: 'FROM a:1\nRUN apt-get update \\\n && apt-get ⟦dist-upgrade⟧ -y \\\n && rm x\n',
      says: '`apt-get dist-upgrade` upgrades everything in the base image. Use a newer base image, or name the packages.',
      fixed: 'FROM a:1\nRUN apt-get update \\\n && rm x\n',
    },
  ],
});
