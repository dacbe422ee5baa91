/** What the tests open. Line numbers in the tests count in these. */

export const LATEST = 'dockerfile/base-image-latest';
export const SUDO = 'dockerfile/run-sudo';
export const ADD = 'dockerfile/add-instead-of-copy';
export const PRIVILEGED = 'kubernetes/privileged-container';
export const CONFLICT = 'workspace/image-user-conflict';

export const DOCKERFILE =
  'FROM python:latest\nRUN sudo useradd --no-log-init shop\nADD src /srv/src\nUSER 1000\nHEALTHCHECK NONE\n';

/** The same without a finding. */
export const CLEAN_DOCKERFILE =
  'FROM python:3.12-slim\nRUN useradd --no-log-init shop\nCOPY src /srv/src\nUSER 1000\nHEALTHCHECK NONE\n';

/** An image that ends as root, and a workload that forbids it. */
export const ROOT_DOCKERFILE = 'FROM node:22-bookworm-slim\nUSER root\nHEALTHCHECK NONE\nCMD ["node", "server.js"]\n';
export const WORKLOAD = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
    spec:
      securityContext:
        runAsNonRoot: true
      containers:
        - name: api
          image: registry.shop.example/shop/api:1.8.2
`;

export const POD = `apiVersion: v1
kind: Pod
metadata:
  name: gateway
spec:
  containers:
    - name: gateway
      image: registry.shop.example/gateway:3.1.0
      securityContext:
        privileged: true
`;
