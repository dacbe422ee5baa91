import assert from 'node:assert/strict';
import { createAnalyzer } from '../../server/src/index.ts';

/** What is said about the files of a chart, all rules on, but for matters of habit: path, line and rule. */
function findingsIn(files: Readonly<Record<string, string>>): readonly string[] {
  const { findings } = createAnalyzer({ config: { profile: 'all' } }).analyze(
    Object.entries(files).map(([path, text]) => ({ path, text })),
  );
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ path, start, rule }) => `${path}:${start.line} ${rule.replace('kubernetes/', '')}`);
}

const CHART = { 'Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n' };

const WORKLOAD = `{{- /*
apiVersion: v1
---
hostNetwork: true
*/}}
{{- if .Values.enabled -}}
apiVersion: {{ include "web.apiVersion" . }}
kind: {{ .Values.kind }}
metadata:
  name: {{ printf "%s-web" .Release.Name }}
  labels: {{- include "web.labels" . | nindent 4 }}
    component: web
spec:
  {{- if not .Values.autoscaling.enabled }}
  replicas: {{ .Values.replicas }}
  {{- end }}
  selector:
    matchLabels: {{- include "web.labels" . | nindent 6 }}
      component: web
  {{- if eq .Values.kind "Deployment" }}
  strategy: {{- toYaml .Values.strategy | nindent 4 }}
  {{- else }}
  updateStrategy: {{- toYaml .Values.strategy | nindent 4 }}
  {{- end }}
  template:
    metadata:
      labels:
        {{- include "web.labels" . | nindent 8 }}
        component: web
      annotations:
        checksum/config: {{ include (print $.Template.BasePath "/config.yaml") . | sha256sum }}
    spec:
      {{- include "web.pullSecrets" . | nindent 6 }}
      {{- with .Values.podSecurityContext }}
      securityContext:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      serviceAccountName: {{ template "web.account" . }}
      containers:
        - name: {{ .Chart.Name }}
          image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default "latest" }}"
          {{- if .Values.debug }}
          command: {{- toYaml .Values.command | nindent 12 }}
          {{- else }}
          command:
            - /bin/web
            {{- range .Values.flags }}
            - --{{ . }}
            {{- end }}
          {{- end }}
          {{- if .Values.containerSecurityContext.enabled }}
          securityContext: {{- omit .Values.containerSecurityContext "enabled" | toYaml | nindent 12 }}
          {{- end }}
          env:
            {{- if .Values.password }}
            - name: PASSWORD
              value: {{ .Values.password | quote }}
            {{- else }}
            - name: PASSWORD
              valueFrom: { secretKeyRef: { name: {{ .Release.Name }}, key: password } }
            {{- end }}
          ports:
            {{- if .Values.tls }}
            - { name: http, containerPort: 8443 }
            {{- else }}
            - { name: http, containerPort: {{ .Values.port }} }
            {{- end }}
          resources:
{{ toYaml .Values.resources | indent 12 }}
          volumeMounts:
            - { name: data, mountPath: /data{{ with .Values.subPath }}, subPath: {{ . }}{{ end }} }
            - { name: extra, mountPath: /extra }
        {{- if .Values.metrics.enabled }}
        - name: metrics
          image: {{ template "web.image" .Values.metrics.image }}
        {{- else }}
        - name: metrics
          image: exporter:1.2.3
        {{- end }}
      {{- if .Values.sysctl.enabled }}
      initContainers:
        - name: sysctl
          image: {{ template "web.image" .Values.sysctl.image }}
          securityContext:
            privileged: true
      {{- end }}
      volumes:
        {{- if .Values.persistence.enabled }}
        - name: data
          persistentVolumeClaim: { claimName: {{ .Release.Name }} }
        {{- else }}
        - name: data
          emptyDir: {}
        {{- end }}
        {{- toYaml .Values.volumes | nindent 8 }}
{{- end }}
`;

describe('charts', () => {
  it('are judged by what is literal, where it stands', () => {
    const line = WORKLOAD.split('\n').findIndex((each) => each.includes('privileged: true')) + 1;
    assert.deepEqual(findingsIn({ ...CHART, 'templates/web.yaml': WORKLOAD }), [
      `templates/web.yaml:${line} allow-privilege-escalation`,
      `templates/web.yaml:${line} privileged-container`,
    ]);
  });

  it('are not judged by their values', () =>
    assert.deepEqual(
      findingsIn({
        ...CHART,
        'values.yaml': `apiVersion: apps/v1
kind: Deployment
image: { repository: nginx, tag: latest }
extra:
  - apiVersion: v1
    kind: Pod
    metadata: { name: a }
    spec: { hostNetwork: true, containers: [{ name: a, image: nginx }] }
`,
        'ci/test-values.yaml':
          'kind: DaemonSet\napiVersion: apps/v1\nprivileged: true\nspec: { template: { spec: { hostNetwork: true } } }\n',
      }),
      [],
    ));

  it('may hold actions in quotes only', () => {
    const job = `apiVersion: batch/v1
kind: Job
metadata: { name: "{{ .Release.Name }}" }
spec:
  template:
    spec:
      hostPID: true
      containers: [{ name: a, image: "{{ .Values.image }}" }]
`;
    assert.deepEqual(findingsIn({ ...CHART, 'templates/job.yaml': job }), ['templates/job.yaml:7 host-pid']);
    const literal = job.replaceAll(/"\{\{.*?\}\}"/g, 'a:1');
    assert.ok(findingsIn({ ...CHART, 'templates/job.yaml': literal }).includes('templates/job.yaml:8 capabilities-drop-all'));
  });

  it('may define one object in several branches', () => {
    const service = (port: number): string =>
      `apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { ports: [{ port: ${port} }] }\n`;
    const branches = (separator: string): string =>
      `{{- if .Values.a }}\n${service(80)}{{- else }}\n${separator}${service(8080)}{{- end }}\n`;
    for (const separator of ['', '---\n'])
      assert.deepEqual(findingsIn({ ...CHART, 'templates/web.yaml': branches(separator) }), []);
  });

  it('have helpers and notes that are no manifests', () =>
    assert.deepEqual(
      findingsIn({
        ...CHART,
        'templates/_helpers.tpl': '{{- define "x" -}}\napiVersion: v1\nkind: Pod\n{{- end }}\n',
        'templates/_pod.yaml': '{{- define "x" -}}\nhostNetwork: {{ .x }}\n{{- end }}\n',
        'templates/NOTES.txt': 'apiVersion: kind: {{ .Release.Name }}\n',
      }),
      [],
    ));
});
