import { packageSignatureDisabled } from '../../../server/src/rules/dockerfile/package-signature-disabled.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(packageSignatureDisabled, {
  clean: [
    'FROM a:1\nENV GOSUMDB=sum.golang.org GOPRIVATE=g.corp.example GONOSUMDB=*.corp.example GONOSUMCHECK=0\n',
    'FROM a:1\nARG GOSUMDB\nENV GOSUMDB=$GOSUMDB\n',
    // Nothing is downloaded.
    'FROM a:1\nENV GOSUMDB=off GOFLAGS=-mod=vendor\nRUN go build\n',
    "FROM a:1\nRUN sed -i 's/gpgcheck=0/gpgcheck=1/' /etc/yum.conf\n",
    'FROM debian:13\nRUN echo "deb [ trusted=yes ] file://$tempDir ./" > /etc/apt/sources.list.d/temp.list\n',
    'FROM a:1\nRUN apk add --no-cache git && apt-get install -y git && yum install -y git\n',
    'FROM a:1\nRUN echo gpgcheck=1 >> /etc/yum.repos.d/a.repo\n',
    'FROM a:1\nRUN dnf install --setopt=gpgcheck=1 x\n',
    'FROM a:1\nRUN echo --allow-untrusted\n',
    'FROM a:1\nRUN rpm --import key && rpm -i x.rpm\n',
    'FROM a:1\nRUN apt-get -o Acquire::Retries=3 update\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nENV CGO_ENABLED=0 ⟦GOSUMDB=off⟧\nARG ⟦GONOSUMDB=*⟧\nRUN ⟦GONOSUMCHECK=1⟧ go mod download\n',
      says: [
        'GOSUMDB=off turns off the check of Go modules against the public log of hashes. Remove it, and name private modules in GOPRIVATE.',
        'GONOSUMDB=* turns off the check of Go modules against the public log of hashes. Remove it, and name private modules in GOPRIVATE.',
        'GONOSUMCHECK=1 turns off the check of Go modules against the public log of hashes. Remove it, and name private modules in GOPRIVATE.',
      ],
      severity: 'medium',
      fixed: 'FROM a:1\nENV CGO_ENABLED=0\nRUN go mod download\n',
    },
    {
      code: 'FROM a:1\nRUN go env -w ⟦GOSUMDB=off⟧ && export ⟦GOSUMDB=off⟧\n',
      says: Array.from(
        { length: 2 },
        () =>
          'GOSUMDB=off turns off the check of Go modules against the public log of hashes. Remove it, and name private modules in GOPRIVATE.',
      ),
      severity: 'medium',
    },
    {
      code: 'FROM alpine:3.22\nRUN apk add ⟦--allow-untrusted⟧ x.apk\n',
      says: '`--allow-untrusted` lets apk install packages that nobody vouches for. Delete it.',
      fixed: 'FROM alpine:3.22\nRUN apk add x.apk\n',
    },
    {
      code: 'FROM a:1\nRUN apt-get install -y ⟦--allow-unauthenticated⟧ ⟦--force-yes⟧ x\n',
      says: [
        '`--allow-unauthenticated` lets apt-get install packages that nobody vouches for. Delete it.',
        '`--force-yes` lets apt-get install packages that nobody vouches for. Delete it.',
      ],
      fixed: 'FROM a:1\nRUN apt-get install -y x\n',
    },
    {
      code: 'FROM a:1\nRUN yum -y ⟦--nogpgcheck⟧ install x && dnf ⟦--setopt=gpgcheck=0⟧ install y\n',
      says: [
        '`--nogpgcheck` lets yum install packages that nobody vouches for. Delete it.',
        '`--setopt gpgcheck=0` lets dnf install packages that nobody vouches for. Delete it.',
      ],
      fixed: 'FROM a:1\nRUN yum -y install x && dnf install y\n',
    },
    {
      code: 'FROM a:1\nRUN rpm -i ⟦--nosignature⟧ \\\n  ⟦--nodigest⟧ \\\n  x.rpm && zypper ⟦--no-gpg-checks⟧ in y\n',
      says: [
        '`--nosignature` lets rpm install packages that nobody vouches for. Delete it.',
        '`--nodigest` lets rpm install packages that nobody vouches for. Delete it.',
        '`--no-gpg-checks` lets zypper install packages that nobody vouches for. Delete it.',
      ],
      fixed: 'FROM a:1\nRUN rpm -i \\\n  x.rpm && zypper in y\n',
    },
    {
      code: 'FROM a:1\nRUN apt-get ⟦-o APT::Get::AllowUnauthenticated=true⟧ install x\n',
      says: '`-o APT::Get::AllowUnauthenticated=true` lets apt-get install packages that nobody vouches for. Delete it.',
      fixed: 'FROM a:1\nRUN apt-get install x\n',
    },
    {
      code: "FROM a:1\nRUN echo 'deb ⟦[trusted=yes]⟧ http://a.example/ ./' > /etc/apt/sources.list.d/a.list\nCOPY <<EOF /etc/yum.repos.d/a.repo\n[a]\n⟦gpgcheck=0⟧\nEOF\n",
      says: [
        '`[trusted=yes]` switches the check of signatures off. Import the key instead.',
        '`gpgcheck=0` switches the check of signatures off. Import the key instead.',
      ],
    },
  ],
});
