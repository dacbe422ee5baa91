import type { Advisory } from '../advisory.ts';
import { go } from './fact.ts';

/**
 * Of Go itself: `stdlib` is in every program that it builds, `toolchain` are its commands. Ids and ranges as in the Go vulnerability database
 * (https://pkg.go.dev/vuln, CC-BY-4.0); summaries are ours.
 */
export const GO_STANDARD_LIBRARY: readonly Advisory[] = [
  go(
    'stdlib',
    'GO-2022-0211 CVE-2019-14809',
    'critical',
    '<1.11.13, 1.12.0-0 to 1.12.8',
    'the host of a crafted URL is read wrongly',
  ),
  go(
    'stdlib',
    'GO-2022-0288 CVE-2021-44716 GHSA-vc3p-29h2-gpcp',
    'high',
    '<1.16.12, 1.17.0-0 to 1.17.5',
    'HTTP/2 requests grow the memory of a server without limit',
  ),
  go(
    'stdlib',
    'GO-2022-0969 CVE-2022-27664 GHSA-69cg-p879-7622',
    'high',
    '<1.18.6, 1.19.0-0 to 1.19.1',
    'closing an HTTP/2 connection hangs the server',
  ),
  go(
    'stdlib',
    'GO-2023-1703 CVE-2023-24538',
    'critical',
    '<1.19.8, 1.20.0-0 to 1.20.3',
    'backticks in templates let scripts into HTML',
  ),
  go(
    'toolchain',
    'GO-2023-2095 CVE-2023-39323',
    'high',
    '<1.20.9, 1.21.0-0 to 1.21.2',
    'a module can run code while it is built, by line directives',
  ),
  go(
    'stdlib',
    'GO-2023-2102 CVE-2023-39325 GHSA-4374-p667-p6c8',
    'high',
    '<1.20.10, 1.21.0-0 to 1.21.3',
    'rapidly reset HTTP/2 streams exhaust the server',
  ),
  go(
    'stdlib',
    'GO-2024-2687 CVE-2023-45288 GHSA-4v7x-pqxf-cx7m',
    'medium',
    '<1.21.9, 1.22.0-0 to 1.22.2',
    'endless HTTP/2 CONTINUATION frames exhaust the server',
  ),
  go(
    'stdlib',
    'GO-2024-2887 CVE-2024-24790',
    'critical',
    '<1.21.11, 1.22.0-0 to 1.22.4',
    'private and loopback addresses that are written as IPv6 are taken for public ones',
  ),
  go(
    'stdlib',
    'GO-2024-3106 CVE-2024-34156',
    'high',
    '<1.22.7, 1.23.0-0 to 1.23.1',
    'a deeply nested message crashes encoding/gob',
  ),
  go(
    'stdlib',
    'GO-2025-3563 CVE-2025-22871',
    'critical',
    '<1.23.8, 1.24.0-0 to 1.24.2',
    'invalid chunks are accepted, which lets requests be smuggled past a proxy',
  ),
  go(
    'stdlib',
    'GO-2025-3849 CVE-2025-47907',
    'high',
    '<1.23.12, 1.24.0 to 1.24.6',
    'a cancelled database query can return the rows of another one',
  ),
  go(
    'stdlib',
    'GO-2025-4155 CVE-2025-61729',
    'high',
    '<1.24.11, 1.25.0 to 1.25.5',
    'a crafted certificate uses excessive time and memory',
  ),
  go(
    'stdlib',
    'GO-2026-4341 CVE-2025-61726',
    'high',
    '<1.24.12, 1.25.0 to 1.25.6',
    'a request with many query parameters exhausts memory',
  ),
  go(
    'stdlib',
    'GO-2026-4337 CVE-2025-68121',
    'high',
    '<1.24.13, 1.25.0-0 to 1.25.7, 1.26.0-rc.1 to 1.26.0-rc.3',
    'a TLS session can be resumed although its certificate is no longer trusted',
  ),
  go(
    'stdlib',
    'GO-2026-4918 CVE-2026-33814',
    'high',
    '<1.25.10, 1.26.0-0 to 1.26.3',
    'a server can send an HTTP/2 client into an endless loop',
  ),
  go(
    'stdlib',
    'GO-2026-6089 CVE-2026-56853',
    'medium',
    '<1.25.13, 1.26.0-0 to 1.26.6, 1.27.0-0 to 1.27.0-rc.3',
    'the time limit for headers is not kept while HTTP/2 is looked for',
  ),
];
