import type { Advisory } from '../advisory.ts';
import { fact } from './fact.ts';

const node = fact('npm', 'vulnerability').bind(undefined, 'node');
const python = fact('PyPI', 'vulnerability').bind(undefined, 'python');
const ruby = fact('RubyGems', 'vulnerability').bind(undefined, 'ruby');
const php = fact('Packagist', 'vulnerability').bind(undefined, 'php');
const java = fact('Maven', 'vulnerability').bind(undefined, 'java');
const erlang = fact('Hex', 'vulnerability').bind(undefined, 'erlang');

/**
 * Landmark vulnerabilities of languages and their runtimes, by the product that they are of: no package database has them. The ecosystem is that of the packages that
 * they run. A release line is listed where its project named a release that mends it. Summaries are ours; ids, fixed releases and severities are from
 * https://nodejs.org/en/blog/vulnerability, the Python Software Foundation's CVE records, https://www.ruby-lang.org/en/security, https://www.php.net/ChangeLog-8.php,
 * https://openjdk.org/groups/vulnerability/advisories and https://github.com/erlang/otp/security/advisories.
 */
export const RUNTIME_ADVISORIES: readonly Advisory[] = [
  node(
    'CVE-2021-22931',
    'high',
    '12.0.0 to 12.22.5, 14.0.0 to 14.17.5, 16.0.0 to 16.6.2',
    'host names from a DNS server are not checked, which lets an attacker take over connections',
  ),
  node(
    'CVE-2021-44531',
    'high',
    '12.0.0 to 12.22.9, 14.0.0 to 14.18.3, 16.0.0 to 16.13.2, 17.0.0 to 17.3.1',
    'names of an unusual kind in a certificate get past its constraints',
  ),
  node(
    'CVE-2022-43548',
    'high',
    '14.0.0 to 14.21.1, 16.0.0 to 16.18.1, 18.0.0 to 18.12.1, 19.0.0 to 19.0.1',
    'an invalid IP address lets a website reach the debugger',
  ),
  node(
    'CVE-2023-23918',
    'high',
    '14.0.0 to 14.21.3, 16.0.0 to 16.19.1, 18.0.0 to 18.14.1, 19.0.0 to 19.6.1',
    'a module can get around the policy by process.mainModule',
  ),
  node(
    'CVE-2023-30589',
    'medium',
    '16.0.0 to 16.20.1, 18.0.0 to 18.16.1, 20.0.0 to 20.3.1',
    'a lone carriage return ends a header',
  ),
  node(
    'CVE-2023-32002',
    'high',
    '16.0.0 to 16.20.2, 18.0.0 to 18.17.1, 20.0.0 to 20.5.1',
    'a module can get around the policy by Module._load',
  ),
  node('CVE-2023-44487', 'high', '18.0.0 to 18.18.2, 20.0.0 to 20.8.1', 'rapidly reset HTTP/2 streams exhaust the server'),
  node(
    'CVE-2024-22019',
    'high',
    '18.0.0 to 18.19.1, 20.0.0 to 20.11.1, 21.0.0 to 21.6.2',
    'endless extensions of a chunk exhaust an HTTP server',
  ),
  node(
    'CVE-2024-27983',
    'high',
    '18.0.0 to 18.20.1, 20.0.0 to 20.12.1, 21.0.0 to 21.7.2',
    'a few HTTP/2 frames crash the server',
  ),
  node(
    'CVE-2024-27980',
    'high',
    '18.0.0 to 18.20.2, 20.0.0 to 20.12.2, 21.0.0 to 21.7.3',
    'arguments of a batch file can run commands on Windows',
  ),
  node(
    'CVE-2025-23083',
    'high',
    '20.0.0 to 20.18.2, 22.0.0 to 22.13.1, 23.0.0 to 23.6.1',
    'a hook about workers gets around the permission model',
  ),
  node(
    'CVE-2025-23166',
    'high',
    '20.0.0 to 20.19.2, 22.0.0 to 22.15.1, 23.0.0 to 23.11.1, 24.0.0 to 24.0.2',
    'crafted input to a cryptographic function crashes the process',
  ),
  node(
    'CVE-2025-27210',
    'high',
    '20.0.0 to 20.19.4, 22.0.0 to 22.17.1, 24.0.0 to 24.4.1',
    'names of devices lead out of a folder on Windows',
  ),
  node(
    'CVE-2025-59465',
    'high',
    '20.0.0 to 20.20.0, 22.0.0 to 22.22.0, 24.0.0 to 24.13.0, 25.0.0 to 25.3.0',
    'a malformed HTTP/2 HEADERS frame crashes the server',
  ),
  node(
    'CVE-2026-21710',
    'high',
    '20.0.0 to 20.20.2, 22.0.0 to 22.22.2, 24.0.0 to 24.14.1, 25.0.0 to 25.8.2',
    'a header that is called __proto__ crashes a server that reads distinct headers',
  ),

  python(
    'CVE-2021-3177',
    'critical',
    '3.6.0 to 3.6.13, 3.7.0 to 3.7.10, 3.8.0 to 3.8.8, 3.9.0 to 3.9.2',
    'a long number overflows a buffer in ctypes',
  ),
  python(
    'CVE-2023-24329',
    'high',
    '3.7.0 to 3.7.17, 3.8.0 to 3.8.17, 3.9.0 to 3.9.17, 3.10.0 to 3.10.12, 3.11.0 to 3.11.4',
    'a blank before a URL gets past lists of blocked addresses',
  ),
  python(
    'CVE-2023-40217',
    'medium',
    '3.8.0 to 3.8.18, 3.9.0 to 3.9.18, 3.10.0 to 3.10.13, 3.11.0 to 3.11.5',
    'data that was sent before the TLS handshake is read as if it was authenticated',
  ),
  python(
    'CVE-2024-6232',
    'high',
    '3.8.0 to 3.8.20, 3.9.0 to 3.9.20, 3.10.0 to 3.10.15, 3.11.0 to 3.11.10, 3.12.0 to 3.12.6',
    'a crafted tar archive takes excessive time',
  ),
  python(
    'CVE-2025-4517',
    'critical',
    '3.9.0 to 3.9.23, 3.10.0 to 3.10.18, 3.11.0 to 3.11.13, 3.12.0 to 3.12.11, 3.13.0 to 3.13.4',
    'a crafted tar archive writes files outside of its folder',
  ),
  python(
    'CVE-2025-8194',
    'high',
    '3.9.0 to 3.9.24, 3.10.0 to 3.10.19, 3.11.0 to 3.11.14, 3.12.0 to 3.12.12, 3.13.0 to 3.13.6',
    'a crafted tar archive is read without end',
  ),

  ruby(
    'CVE-2021-33621',
    'high',
    '2.7.0 to 2.7.7, 3.0.0 to 3.0.5, 3.1.0 to 3.1.3',
    'CGI lets headers and cookies into a response',
  ),
  ruby(
    'CVE-2022-28739',
    'high',
    '2.6.0 to 2.6.10, 2.7.0 to 2.7.6, 3.0.0 to 3.0.4, 3.1.0 to 3.1.2',
    'a text that is read as a number leads behind its end',
  ),
  ruby(
    'CVE-2023-28756',
    'medium',
    '2.7.0 to 2.7.8, 3.0.0 to 3.0.6, 3.1.0 to 3.1.4, 3.2.0 to 3.2.2',
    'a crafted date takes excessive time',
  ),
  ruby(
    'CVE-2024-27282',
    'medium',
    '3.0.0 to 3.0.7, 3.1.0 to 3.1.5, 3.2.0 to 3.2.4, 3.3.0 to 3.3.1',
    'a crafted regular expression reads memory of the process',
  ),

  php(
    'CVE-2022-31626',
    'high',
    '7.4.0 to 7.4.30, 8.0.0 to 8.0.20, 8.1.0 to 8.1.7',
    'a long password to MySQL overflows a buffer',
  ),
  php('CVE-2023-0662', 'high', '8.0.0 to 8.0.28, 8.1.0 to 8.1.16, 8.2.0 to 8.2.3', 'a form with many parts exhausts the server'),
  php(
    'CVE-2024-4577',
    'critical',
    '8.1.0 to 8.1.29, 8.2.0 to 8.2.20, 8.3.0 to 8.3.8',
    'a request can run code through CGI on Windows',
  ),
  php(
    'CVE-2024-8932',
    'critical',
    '8.1.0 to 8.1.31, 8.2.0 to 8.2.26, 8.3.0 to 8.3.14',
    'a long text to ldap_escape is written behind its buffer',
  ),
  php(
    'CVE-2025-14178',
    'high',
    '8.1.0 to 8.1.34, 8.2.0 to 8.2.30, 8.3.0 to 8.3.29, 8.4.0 to 8.4.16, 8.5.0 to 8.5.1',
    'merging huge arrays writes behind the memory of the result',
  ),

  java('CVE-2022-21449', 'high', '15.0.0 to 17.0.3, 18.0.0 to 18.0.1', 'empty ECDSA signatures are accepted as valid'),

  erlang(
    'CVE-2025-32433',
    'critical',
    '<25.3.2.20, 26.0 to 26.2.5.11, 27.0 to 27.3.3',
    'everybody who reaches its SSH server can run code, without a password',
  ),
];
