import { baseImageUntagged } from '../../../server/src/rules/dockerfile/base-image-untagged.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (image: string): string => `The base image "${image}" has no tag, so every build takes whatever is latest.`;

testRule(baseImageUntagged, {
  clean: [
    'FROM node:24\n',
    'FROM node:latest\n',
    'FROM scratch\n',
    'FROM debian@sha256:e83913597ca9deb9d699316a9a9d806c2a87ed61195ac66ae0a8ac55089a84b9\n',
    'FROM node:24 AS build\nFROM build\n',
    'FROM node:24 AS Build\nFROM BUILD AS next\nFROM next\n',
    'ARG IMAGE=node:24\nFROM $IMAGE\n',
    'ARG VERSION\nFROM node:${VERSION}\n',
    'ARG IMAGE\nFROM ${IMAGE}\n',
    'FROM node${SUFFIX}\n',
    'ARG TAG=24\nARG IMAGE=node:${TAG}\nFROM ${IMAGE}\n',
    'ARG IMAGE\nFROM ${IMAGE:-node:24}\n',
    'ARG BASE=placeholder\nFROM $BASE\n',
    'FROM {{ image }}\n',
    'FROM localhost:5000/app:1\n',
    'FROM\n',
    'FROM node:\n',
  ],
  caught: [
    {
      code: 'FROM ⟦ruby⟧\n',
      says: says('ruby'),
      fixed: 'FROM ruby:3.4-slim\n',
      alternatives: { 'Use ruby:3.4': 'FROM ruby:3.4\n', 'Use ruby:3.4-alpine': 'FROM ruby:3.4-alpine\n' },
    },
    {
      code: 'from ⟦docker.io/library/alpine⟧ as base',
      says: says('docker.io/library/alpine'),
      fixed: 'from docker.io/library/alpine:3.24 as base',
    },
    {
      code: 'FROM --platform=linux/amd64 \\\n  # why\n  ⟦busybox⟧ AS x\n',
      says: says('busybox'),
      fixed: 'FROM --platform=linux/amd64 \\\n  # why\n  busybox:1.37 AS x\n',
    },
    { code: 'FROM ⟦registry.example.com:5000/team/app⟧\n', says: says('registry.example.com:5000/team/app') },
    { code: 'FROM ⟦${REGISTRY}/node⟧\n', says: says('${REGISTRY}/node') },
    { code: 'ARG IMAGE=alpine\nFROM ⟦$IMAGE⟧\n', says: says('alpine'), fixed: 'ARG IMAGE=alpine:3.24\nFROM $IMAGE\n' },
    {
      code: 'ARG IMAGE="alpine"\nFROM ⟦${IMAGE}⟧ AS a\nFROM a\n',
      says: says('alpine'),
      fixed: 'ARG IMAGE="alpine:3.24"\nFROM ${IMAGE} AS a\nFROM a\n',
    },
    { code: 'ARG IMAGE=alpine\nFROM ⟦$IMAGE⟧ AS a\nFROM ${IMAGE}:3.23\n', says: says('alpine') },
    // No build can set what nothing declares.
    { code: 'FROM ⟦${IMAGE:-alpine}⟧\n', says: says('alpine'), fixed: 'FROM ${IMAGE:-alpine:3.24}\n' },
    { code: 'FROM ⟦later⟧\nFROM node:24 AS later\n', says: says('later') },
    {
      code: 'FROM ⟦alpine⟧ AS a\nFROM ⟦alpine⟧\n',
      says: [says('alpine'), says('alpine')],
      fixed: 'FROM alpine:3.24 AS a\nFROM alpine:3.24\n',
    },
  ],
});
