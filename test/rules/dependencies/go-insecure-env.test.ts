import { goInsecureEnv } from '../../../server/src/rules/dependencies/go-insecure-env.ts';
import { testRule } from '../../support/rule-tester.ts';

const unchecked = (name: string, value: string): string =>
  `${name}=${value} turns off the check of modules against the public log of hashes. Remove it, and name private modules in GOPRIVATE.`;
const insecure = (name: string, value: string): string =>
  `${name}=${value} lets the go command take modules without a secure connection. Remove it.`;
const env = (code: string, path = 'go.env') => ({ path, code });

testRule(goInsecureEnv, {
  clean: [
    env('GOPROXY=https://proxy.example,direct\nGOSUMDB=sum.golang.org\nGOTOOLCHAIN=auto\n'),
    env('GOPRIVATE=*.corp.example,git.example/team\nGONOSUMDB=corp.example\nGONOSUMCHECK=0\n'),
    env('# GOSUMDB=off\nGOINSECURE=\nGOFLAGS=-mod=readonly -trimpath\n'),
    env('GOPROXY=http://localhost:3000,off\nGOFLAGS=-mod=vendor\n'),
  ],
  caught: [
    { ...env('GOSUMDB=⟦off⟧\n'), says: unchecked('GOSUMDB', 'off') },
    {
      ...env('GONOSUMCHECK=⟦1⟧\nGONOSUMDB=⟦*⟧\nGOPRIVATE=corp.example,⟦*⟧\n'),
      says: [unchecked('GONOSUMCHECK', '1'), unchecked('GONOSUMDB', '*'), unchecked('GOPRIVATE', '*')],
    },
    {
      ...env('GOINSECURE=⟦*.corp.example⟧\nGOFLAGS=-v ⟦-insecure⟧\n'),
      says: [insecure('GOINSECURE', '*.corp.example'), insecure('GOFLAGS', '-insecure')],
    },
    {
      ...env('GOPROXY=https://p.example,⟦http://q.example⟧|direct\n', '.config/go/env'),
      says: 'GOPROXY has a proxy that is reached over plain HTTP, where anyone on the way can replace what it sends. Use HTTPS.',
    },
    {
      ...env('GOPROXY=⟦direct⟧\n'),
      says: 'GOPROXY=direct takes modules from wherever they are hosted, without the copies that a proxy keeps. Put a proxy in front of direct.',
      severity: 'low',
    },
    {
      ...env('GOFLAGS=⟦-mod=mod⟧\n'),
      says: 'GOFLAGS=-mod=mod lets a build change go.mod, so it may take other versions than were reviewed. Remove it.',
      severity: 'low',
    },
  ],
});
