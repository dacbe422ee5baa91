import type { Advisory } from '../advisory.ts';
import { nuget } from './fact.ts';

/** Ids, ranges and severities as in the GitHub Advisory Database (https://github.com/advisories, CC-BY-4.0); summaries are ours. Names are in lower case, as NuGet compares them. */
export const NUGET_ADVISORIES: readonly Advisory[] = [
  nuget(
    'bouncycastle.cryptography',
    'GHSA-8xfc-gm6g-vgpv CVE-2024-29857',
    'medium',
    '<2.3.1',
    'the parameters of a certificate keep the processor busy',
  ),
  nuget(
    'google.protobuf',
    'GHSA-77rm-9x9h-xj3g CVE-2021-22570',
    'high',
    '<3.15.0',
    'a symbol with a NUL in it crashes the program',
  ),
  nuget(
    'jquery',
    'GHSA-gxr4-xjj5-5px2 CVE-2020-11022',
    'medium',
    '1.2.0 to 3.5.0',
    'HTML from elsewhere runs scripts even after it was cleaned',
  ),
  nuget(
    'log4net',
    'GHSA-2cwj-8chv-9pp9 CVE-2018-1285',
    'critical',
    '<2.0.10',
    'a configuration file may pull in external entities',
  ),
  nuget(
    'microsoft.data.sqlclient',
    'GHSA-98g6-xh36-x2p7 CVE-2024-0056',
    'high',
    '<2.1.7, 3.0.0 to 3.1.5, 4.0.0 to 4.0.5, 5.0.0 to 5.1.3',
    'who sits on the way can read what TLS should protect',
  ),
  nuget('newtonsoft.json', 'GHSA-5crp-9r3c-p9vr CVE-2024-21907', 'high', '<13.0.1', 'deeply nested JSON overflows the stack'),
  nuget(
    'npgsql',
    'GHSA-x9vc-6hfv-hg8c CVE-2024-32655',
    'high',
    '<4.0.14, 4.1.0 to 4.1.13, 5.0.0 to 5.0.18, 6.0.0 to 6.0.11, 7.0.0 to 7.0.7, 8.0.0 to 8.0.3',
    'the length of a message overflows, so that a value becomes SQL',
  ),
  nuget(
    'restsharp',
    'GHSA-4rr6-2v9v-wcpc CVE-2024-45302',
    'medium',
    '107.0.0-preview.1 to 112.0.0',
    'a line break in a header value adds headers',
  ),
  nuget(
    'system.data.sqlclient',
    'GHSA-98g6-xh36-x2p7 CVE-2024-0056',
    'high',
    '<4.8.6',
    'who sits on the way can read what TLS should protect',
  ),
  nuget(
    'system.net.http',
    'GHSA-7jgj-8wvc-jh57 CVE-2018-8292',
    'high',
    '<4.3.4',
    'a redirect takes the credentials along to another host',
  ),
  nuget(
    'system.text.encodings.web',
    'GHSA-ghhp-997w-qr28 CVE-2021-26701',
    'critical',
    '4.0.0 to 4.5.1, 4.6.0 to 4.7.2, 5.0.0 to 5.0.1',
    'encoding a text can run code',
  ),
  nuget(
    'system.text.json',
    'GHSA-hh2w-p6rv-4g7w CVE-2024-30105',
    'high',
    '7.0.0 to 8.0.4',
    'reading certain JSON asynchronously takes very long',
  ),
  nuget(
    'system.text.regularexpressions',
    'GHSA-cmhx-cq75-c4mj CVE-2019-0820',
    'high',
    '4.3.0 to 4.3.1',
    'matching a text takes very long',
  ),
];
