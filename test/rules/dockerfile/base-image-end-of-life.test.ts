import { baseImageEndOfLife } from '../../../server/src/rules/dockerfile/base-image-end-of-life.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(baseImageEndOfLife, {
  clean: [
    'FROM node:24-alpine\nFROM debian:trixie-slim\nFROM python:3.13\n',
    'FROM node:latest\nFROM node\nFROM python:3\n',
    'FROM corp.example/node:14\n',
    'ARG V\nFROM node:$V\n',
    'FROM node:24 AS debian\nFROM debian\n',
    'FROM scratch\n',
    'FROM alpine:edge\nFROM ubuntu:rolling\nFROM debian:sid\n',
    'FROM myapp:14\n',
  ],
  caught: [
    {
      code: 'FROM node:⟦14-alpine⟧\n',
      says: 'Node.js 14 has had no security fixes since 2023-04-30 (table of 2026-11). Move to a supported version.',
      fixed: 'FROM node:24-alpine\n',
    },
    {
      code: 'FROM docker.io/library/python:⟦3.7.4-slim-buster⟧ AS b\n',
      says: 'Python 3.7 has had no security fixes since 2023-06-27 (table of 2026-11). Move to a supported version.',
      fixed: 'FROM docker.io/library/python:3.13-slim AS b\n',
    },
    {
      code: 'FROM debian:⟦stretch-slim⟧\nFROM debian:⟦9⟧\n',
      says: [
        'Debian 9 has had no security fixes since 2022-06-30 (table of 2026-11). Move to a supported version.',
        'Debian 9 has had no security fixes since 2022-06-30 (table of 2026-11). Move to a supported version.',
      ],
      fixed: 'FROM debian:trixie-slim\nFROM debian:13\n',
    },
    {
      code: 'ARG NODE_VERSION=16\nFROM node:⟦$NODE_VERSION⟧\n',
      says: 'Node.js 16 has had no security fixes since 2023-09-11 (table of 2026-11). Move to a supported version.',
      fixed: 'ARG NODE_VERSION=24\nFROM node:$NODE_VERSION\n',
    },
    {
      code: 'FROM --platform=$BUILDPLATFORM ubuntu:⟦18.04⟧\nFROM ubuntu:⟦bionic-20200311⟧\n',
      says: [
        'Ubuntu 18.04 has had no security fixes since 2023-05-31 (table of 2026-11). Move to a supported version.',
        'Ubuntu 18.04 has had no security fixes since 2023-05-31 (table of 2026-11). Move to a supported version.',
      ],
      fixed: 'FROM --platform=$BUILDPLATFORM ubuntu:24.04\nFROM ubuntu:noble\n',
    },
    {
      code: 'FROM postgres:⟦18-alpine3.12⟧\n',
      says: 'Alpine Linux 3.12 has had no security fixes since 2022-05-01 (table of 2026-11). Move to a supported version.',
      fixed: 'FROM postgres:18-alpine\n',
    },
    {
      code: 'FROM quay.io/org/app:⟦2.1-buster⟧\n',
      says: 'Debian 10 has had no security fixes since 2024-06-30 (table of 2026-11). Move to a supported version.',
    },
    {
      code: 'FROM ⟦centos⟧:7\nFROM ⟦openjdk⟧:17-slim\n',
      says: [
        'The image "centos" is no longer made. Use almalinux or rockylinux.',
        'The image "openjdk" is no longer made. Use eclipse-temurin.',
      ],
    },
    {
      code: 'FROM php:⟦7.4-fpm-alpine⟧\nFROM golang:⟦1.20⟧\nFROM arm64v8/alpine:⟦3.11⟧\n',
      says: [
        'PHP 7.4 has had no security fixes since 2022-11-28 (table of 2026-11). Move to a supported version.',
        'Go 1.20 has had no security fixes since 2024-02-06 (table of 2026-11). Move to a supported version.',
        'Alpine Linux 3.11 has had no security fixes since 2021-11-01 (table of 2026-11). Move to a supported version.',
      ],
      fixed: 'FROM php:8.4-fpm-alpine\nFROM golang:1.26\nFROM arm64v8/alpine:3.23\n',
    },
    {
      code: 'FROM ruby:⟦2.5-jessie⟧@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n',
      says: 'Ruby 2.5 has had no security fixes since 2021-03-31 (table of 2026-11). Move to a supported version.',
    },
    {
      code: 'FROM mcr.microsoft.com/dotnet/aspnet:⟦6.0⟧\n',
      says: '.NET 6.0 has had no security fixes since 2024-11-12 (table of 2026-11). Move to a supported version.',
      fixed: 'FROM mcr.microsoft.com/dotnet/aspnet:10.0\n',
    },
  ],
});
