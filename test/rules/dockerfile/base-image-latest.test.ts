import { baseImageLatest } from '../../../server/src/rules/dockerfile/base-image-latest.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (image: string): string =>
  `The base image "${image}" is another one after each release, so builds are not repeatable.`;

testRule(baseImageLatest, {
  clean: [
    'FROM node:24\n',
    'FROM node\n',
    'FROM scratch\n',
    'FROM node:24 AS latest\nFROM latest\n',
    'FROM app:latest@sha256:e83913597ca9deb9d699316a9a9d806c2a87ed61195ac66ae0a8ac55089a84b9\n',
    'FROM node:latest-debug\n',
    'ARG TAG=24\nFROM node:$TAG\n',
    'ARG TAG\nFROM node:${TAG}\n',
    'ARG TAG\nFROM node:${TAG:-24}\n',
    'FROM {{ image }}:latest\n',
    'FROM node:24\n# FROM node:latest\nRUN echo FROM node:latest\n',
  ],
  caught: [
    { code: 'FROM alpine:⟦latest⟧\n', says: says('alpine:latest'), fixed: 'FROM alpine:3.24\n' },
    { code: 'from alpine:⟦latest⟧ as x\nfrom x', says: says('alpine:latest'), fixed: 'from alpine:3.24 as x\nfrom x' },
    { code: 'FROM ghcr.io/example/app:⟦latest⟧\n', says: says('ghcr.io/example/app:latest') },
    { code: 'FROM localhost:5000/app:⟦latest⟧\n', says: says('localhost:5000/app:latest') },
    { code: 'ARG TAG=latest\nFROM alpine:⟦${TAG}⟧\n', says: says('alpine:latest'), fixed: 'ARG TAG=3.24\nFROM alpine:${TAG}\n' },
    {
      code: 'ARG IMAGE=alpine:latest\nFROM ⟦$IMAGE⟧\n',
      says: says('alpine:latest'),
      fixed: 'ARG IMAGE=alpine:3.24\nFROM $IMAGE\n',
    },
    {
      code: 'ARG TAG\nFROM alpine:⟦${TAG:-latest}⟧\n',
      says: says('alpine:latest'),
      fixed: 'ARG TAG\nFROM alpine:${TAG:-3.24}\n',
    },
    {
      code: 'FROM --platform=$BUILDPLATFORM \\\n\n  alpine:⟦latest⟧ AS a\n',
      says: says('alpine:latest'),
      fixed: 'FROM --platform=$BUILDPLATFORM \\\n\n  alpine:3.24 AS a\n',
    },
    {
      code: 'FROM python:⟦latest⟧\n',
      says: says('python:latest'),
      fixed: 'FROM python:3.13-slim\n',
      alternatives: { 'Use python:3.13': 'FROM python:3.13\n', 'Use python:3.14-slim': 'FROM python:3.14-slim\n' },
    },
  ],
});
