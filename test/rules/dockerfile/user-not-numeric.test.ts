import { userNotNumeric } from '../../../server/src/rules/dockerfile/user-not-numeric.ts';
import { testRule } from '../../support/rule-tester.ts';

const MANIFEST =
  'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  securityContext: { runAsNonRoot: true }\n  containers: [{ name: a, image: "x/a:1" }]\n';

testRule(userNotNumeric, {
  clean: [
    'FROM node:24\nUSER node\n',
    { code: 'FROM node:24\nUSER 1000\n', files: { 'k8s/app.yaml': MANIFEST } },
    { code: 'FROM node:24\nUSER root\n', files: { 'k8s/app.yaml': MANIFEST } },
    { code: 'FROM node:24\nUSER $U\n', files: { 'k8s/app.yaml': MANIFEST } },
    { code: 'FROM node:24\n', files: { 'k8s/app.yaml': MANIFEST } },
    { code: 'FROM node:24 AS b\nUSER node\nFROM node:24\nUSER 1\n', files: { 'k8s/app.yaml': MANIFEST } },
    'FROM alpine:3.22 AS b\nFROM scratch\nCOPY --from=b /etc/passwd /etc/passwd\nUSER nobody\n',
    'FROM scratch\nADD rootfs.tar /\nUSER app\n',
    { code: 'FROM node:24\nUSER node\n', files: { 'a.yaml': MANIFEST.replace('true', 'false') } },
  ],
  caught: [
    {
      code: 'FROM node:24-slim\nUSER ⟦node⟧\n',
      files: { 'k8s/app.yaml': MANIFEST },
      says: 'Where a workload sets `runAsNonRoot`, as k8s/app.yaml does, Kubernetes starts no image whose user is a name such as "node". Use the number of the user.',
      fixed: 'FROM node:24-slim\nUSER 1000\n',
    },
    {
      code: 'FROM debian:13\nRUN useradd -u 10001 app\nUSER ⟦app⟧:app\n',
      files: { 'k8s/app.yaml': MANIFEST },
      says: 'Where a workload sets `runAsNonRoot`, as k8s/app.yaml does, Kubernetes starts no image whose user is a name such as "app". Use the number of the user.',
      fixed: 'FROM debian:13\nRUN useradd -u 10001 app\nUSER 10001:app\n',
    },
    {
      code: 'FROM x/y:1\nUSER ⟦svc⟧\n',
      files: { 'k8s/app.yaml': MANIFEST },
      says: 'Where a workload sets `runAsNonRoot`, as k8s/app.yaml does, Kubernetes starts no image whose user is a name such as "svc". Use the number of the user.',
    },
    {
      code: 'FROM scratch\nCOPY app /app\nUSER ⟦nobody⟧\n',
      says: 'There is no /etc/passwd in this image that could tell who "nobody" is. Use a number.',
      fixed: 'FROM scratch\nCOPY app /app\nUSER 65534\n',
    },
    {
      code: 'FROM golang:1.26 AS b\nRUN go build -o /app\nFROM scratch\nCOPY --from=b /app /app\nUSER ⟦app⟧\n',
      says: 'There is no /etc/passwd in this image that could tell who "app" is. Use a number.',
      fixed: 'FROM golang:1.26 AS b\nRUN go build -o /app\nFROM scratch\nCOPY --from=b /app /app\nUSER 65532\n',
    },
    {
      code: 'FROM debian:13\nRUN useradd -u 5 bob && usermod -u 7 bob && usermod -l eve bob\nUSER ⟦eve⟧\n',
      files: { 'k8s/app.yaml': MANIFEST },
      says: 'Where a workload sets `runAsNonRoot`, as k8s/app.yaml does, Kubernetes starts no image whose user is a name such as "eve". Use the number of the user.',
      fixed: 'FROM debian:13\nRUN useradd -u 5 bob && usermod -u 7 bob && usermod -l eve bob\nUSER 7\n',
    },
  ],
});
