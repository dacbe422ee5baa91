import { baseImageEndOfLife } from '../../../server/src/rules/dockerfile/base-image-end-of-life.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (product: string, end: string): string =>
  `${product} has had no security fixes since ${end} (table of 2026-11). Move to a supported version.`;
const both = (product: string, end: string, other: string, otherEnd: string): string =>
  `${product} has had no security fixes since ${end}, and ${other} none since ${otherEnd} (table of 2026-11). Move to supported versions.`;
const gone = (image: string, successor: string): string => `The image "${image}" gets no more updates. Use ${successor}.`;
const DIGEST = `sha256:${'a'.repeat(64)}`;

testRule(baseImageEndOfLife, {
  clean: [
    'FROM node:24-alpine\nFROM debian:trixie-slim\nFROM python:3.13\n',
    // Tags that move on by themselves.
    'FROM node:latest\nFROM node\nFROM python:3\nFROM mysql:8\nFROM mariadb:10\nFROM redis:6\nFROM nginx:1\nFROM golang:1\nFROM alpine:3\n',
    'FROM corp.example/node:14\n',
    'ARG V\nFROM node:$V\nFROM node:${V}-buster$V\n',
    'FROM node:24 AS debian\nFROM debian\n',
    'FROM node:24 AS centos\nFROM centos\n',
    'FROM scratch\n',
    'FROM alpine:edge\nFROM ubuntu:rolling\nFROM debian:sid\nFROM debian:stable-slim\nFROM nginx:stable\nFROM alpine:20230901\n',
    'FROM myapp:14\n',
    // Words that are code names elsewhere.
    'FROM corp.example/app:iron\nFROM corp.example/app:kinetic\nFROM corp.example/app:carbon-2\nFROM corp.example/disco:cosmic\n',
    // Long-term support, whatever the numbers around it.
    'FROM eclipse-temurin:11-jre\nFROM maven:3.9-eclipse-temurin-17\nFROM eclipse-temurin:8u412-b08-jdk\nFROM amazoncorretto:21\n',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2019\nFROM mcr.microsoft.com/windows/servercore:10.0.17763.1\n',
    'FROM almalinux:8.5\nFROM rockylinux:8\nFROM registry.access.redhat.com/ubi8/ubi:8.4\nFROM registry.access.redhat.com/ubi8/nodejs-14\n',
    'FROM rust:1.60\nFROM busybox:1.30\nFROM traefik:v3.1\nFROM registry:2\n',
    'FROM debian:12\nFROM ubuntu:22.04\nFROM alpine:3.22\n',
    'FROM {{ image }}:14\nFROM node:14\n',
    'FROM node:24\n# FROM node:14\nCOPY --from=0 /a /b\n',
    'FROM node:\n',
    'FROM node:22.\nFROM corp.example/a:1\n',
  ],
  caught: [
    { code: 'FROM node:⟦14⟧-alpine\n', says: says('Node.js 14', '2023-04-30'), fixed: 'FROM node:24-alpine\n' },
    {
      code: 'FROM docker.io/library/python:⟦3.7.4-slim-buster⟧ AS b\n',
      says: both('Python 3.7', '2023-06-27', 'Debian 10 (buster)', '2024-06-30'),
      fixed: 'FROM docker.io/library/python:3.13-slim-trixie AS b\n',
    },
    // The rest of the stage is written for the release.
    {
      code: 'FROM debian:⟦buster⟧\nRUN sed -i s/deb.debian.org/archive.debian.org/ /etc/apt/sources.list\n',
      says: says('Debian 10 (buster)', '2024-06-30'),
    },
    {
      code: 'FROM node:22-⟦buster⟧\nRUN apt-get install -y -t buster-backports git\n',
      says: says('Debian 10 (buster)', '2024-06-30'),
    },
    // The version is kept where only what it is made from has ended.
    {
      code: 'FROM node:22-⟦buster⟧-slim\nFROM postgres:17-⟦alpine3.12⟧\nFROM eclipse-temurin:11.0.17_8-jre-⟦focal⟧\n',
      says: [
        says('Debian 10 (buster)', '2024-06-30'),
        says('Alpine Linux 3.12', '2022-05-01'),
        says('Ubuntu 20.04 (focal)', '2025-05-31'),
      ],
      fixed: 'FROM node:22-trixie-slim\nFROM postgres:17-alpine\nFROM eclipse-temurin:11-jre-noble\n',
    },
    {
      code: 'FROM debian:⟦stretch⟧-slim\nFROM debian:⟦9.13⟧\nFROM debian:⟦buster⟧-20210816-slim\n',
      says: [says('Debian 9 (stretch)', '2022-06-30'), says('Debian 9', '2022-06-30'), says('Debian 10 (buster)', '2024-06-30')],
      fixed: 'FROM debian:trixie-slim\nFROM debian:13\nFROM debian:trixie-slim\n',
    },
    {
      code: 'ARG NODE_VERSION=16\nFROM node:⟦$NODE_VERSION⟧\n',
      says: says('Node.js 16', '2023-09-11'),
      fixed: 'ARG NODE_VERSION=24\nFROM node:$NODE_VERSION\n',
    },
    {
      code: 'ARG V="14.17.0"\nARG BASE=bullseye\nFROM node:⟦${V}-${BASE}-slim⟧ AS b\n',
      says: both('Node.js 14', '2023-04-30', 'Debian 11 (bullseye)', '2026-08-31'),
      fixed: 'ARG V="24"\nARG BASE=trixie\nFROM node:${V}-${BASE}-slim AS b\n',
    },
    {
      code: 'ARG V\nFROM node:⟦${V:-14}⟧-alpine\n',
      says: says('Node.js 14', '2023-04-30'),
      fixed: 'ARG V\nFROM node:${V:-24}-alpine\n',
    },
    {
      code: 'ARG IMAGE=python:3.7\nFROM ⟦$IMAGE⟧\n',
      says: says('Python 3.7', '2023-06-27'),
      fixed: 'ARG IMAGE=python:3.13\nFROM $IMAGE\n',
    },
    {
      code: 'FROM --platform=$BUILDPLATFORM ubuntu:⟦18.04⟧\nfrom ubuntu:⟦bionic⟧-20200311 as x\n',
      says: [says('Ubuntu 18.04', '2023-05-31'), says('Ubuntu 18.04 (bionic)', '2023-05-31')],
      fixed: 'FROM --platform=$BUILDPLATFORM ubuntu:24.04\nfrom ubuntu:noble as x\n',
    },
    // Code names and moving tags that no longer move.
    {
      code: 'FROM node:⟦dubnium-alpine3.9⟧\nFROM python:⟦2⟧\nFROM ruby:⟦2⟧\nFROM php:⟦7⟧-fpm-alpine\nFROM postgres:⟦9⟧-alpine\nFROM mysql:⟦5⟧\n',
      says: [
        both('Node.js 10 (dubnium)', '2021-04-30', 'Alpine Linux 3.9', '2020-11-01'),
        says('Python 2.7', '2020-01-01'),
        says('Ruby 2.7', '2023-03-31'),
        says('PHP 7.4', '2022-11-28'),
        says('PostgreSQL 9.6', '2021-11-11'),
        says('MySQL 5.7', '2023-10-31'),
      ],
      fixed:
        'FROM node:krypton-alpine\nFROM python:3.13\nFROM ruby:3.4\nFROM php:8.4-fpm-alpine\nFROM postgres:18-alpine\nFROM mysql:8.4\n',
    },
    {
      code: 'FROM python:⟦buster⟧\nFROM node:lts-⟦stretch⟧\nFROM buildpack-deps:⟦stretch⟧-curl\n',
      says: [
        says('Debian 10 (buster)', '2024-06-30'),
        says('Debian 9 (stretch)', '2022-06-30'),
        says('Debian 9 (stretch)', '2022-06-30'),
      ],
      fixed: 'FROM python:3.13-trixie\nFROM node:lts-trixie\nFROM buildpack-deps:trixie-curl\n',
    },
    // Older than everything in the table.
    { code: 'FROM node:⟦0.8⟧\n', says: says('Node.js 0.8', '2016-10-31'), fixed: 'FROM node:24\n' },
    // Images of others, of which no supported tag is known.
    {
      code: 'FROM quay.io/org/app:2.1-⟦buster⟧\nFROM nvidia/cuda:11.0.3-base-⟦ubuntu18.04⟧\nFROM apache/airflow:2.3.0-⟦python3.7⟧\nFROM bitnami/node:⟦14-debian-10⟧\n',
      says: [
        says('Debian 10 (buster)', '2024-06-30'),
        says('Ubuntu 18.04', '2023-05-31'),
        says('Python 3.7', '2023-06-27'),
        both('Node.js 14', '2023-04-30', 'Debian 10', '2024-06-30'),
      ],
    },
    {
      code: 'FROM ⟦gcr.io/distroless/static-debian11⟧\nFROM registry.access.redhat.com/ubi7/ubi:⟦7.9⟧\nFROM quay.io/centos/centos:⟦stream8⟧\nFROM ros:⟦melodic-ros-base-bionic⟧\nFROM mcr.microsoft.com/windows/nanoserver:⟦1909⟧\n',
      says: [
        says('Debian 11', '2026-08-31'),
        says('Red Hat Enterprise Linux 7', '2024-06-30'),
        says('CentOS Stream 8', '2024-05-31'),
        both('ROS melodic', '2023-06-27', 'Ubuntu 18.04 (bionic)', '2023-05-31'),
        says('Windows Server 1909', '2021-05-11'),
      ],
    },
    {
      code: 'FROM drupal:⟦9-php8.0-apache⟧\nFROM wordpress:⟦php7.4⟧-apache\nFROM maven:3.9-eclipse-⟦temurin-16⟧\n',
      says: [
        both('Drupal 9', '2023-11-01', 'PHP 8.0', '2023-11-26'),
        says('PHP 7.4', '2022-11-28'),
        says('Java 16', '2021-09-14'),
      ],
      fixed: 'FROM drupal:11-php8.4-apache\nFROM wordpress:php8.4-apache\nFROM maven:3.9-eclipse-temurin-16\n',
    },
    // The image as a whole.
    {
      code: 'FROM ⟦openjdk⟧:8u212-jre-alpine3.9\n',
      says: gone('openjdk', 'eclipse-temurin'),
      fixed: 'FROM eclipse-temurin:8-jre-alpine\n',
    },
    {
      code: 'FROM ⟦centos⟧:7\nFROM ⟦public.ecr.aws/docker/library/openjdk⟧:17-slim\nFROM ⟦adoptopenjdk⟧:11-jre-hotspot-bionic\nFROM ⟦java⟧\n',
      says: [
        gone('centos', 'almalinux or rockylinux'),
        gone('public.ecr.aws/docker/library/openjdk', 'eclipse-temurin'),
        gone('adoptopenjdk', 'eclipse-temurin'),
        gone('java', 'eclipse-temurin'),
      ],
      fixed:
        'FROM almalinux:9\nFROM public.ecr.aws/docker/library/eclipse-temurin:17-jdk\nFROM eclipse-temurin:11-jre\nFROM eclipse-temurin:21-jdk\n',
    },
    {
      code: 'ARG T=11\nFROM ⟦openjdk⟧:$T\nARG X\n',
      says: gone('openjdk', 'eclipse-temurin'),
      fixed: 'ARG T=11-jdk\nFROM eclipse-temurin:$T\nARG X\n',
    },
    {
      code: 'FROM ⟦openjdk⟧:$V\nFROM ⟦openjdk⟧:11-jdk-oracle\nFROM ⟦circleci/node⟧:14\nFROM ⟦mcr.microsoft.com/dotnet/core/sdk⟧:3.1\n',
      says: [
        gone('openjdk', 'eclipse-temurin'),
        gone('openjdk', 'eclipse-temurin'),
        gone('circleci/node', 'the image of the same kind under cimg'),
        gone('mcr.microsoft.com/dotnet/core/sdk', 'the image of the same name under mcr.microsoft.com/dotnet'),
      ],
    },
    { code: 'FROM ⟦clearlinux⟧:latest\n', says: 'The image "clearlinux" gets no more updates. Move to one that is maintained.' },
    { code: 'FROM python:⟦3-onbuild⟧\n', says: gone('python:3-onbuild', 'the same tag without onbuild') },
    {
      code: 'FROM maven:⟦3.6.3-jdk-11⟧ AS build\n',
      says: gone('maven:3.6.3-jdk-11', 'a tag with eclipse-temurin'),
      fixed: 'FROM maven:3.9-eclipse-temurin-11 AS build\n',
    },
    {
      code: 'FROM golang:⟦1.20⟧\nFROM arm64v8/alpine:⟦3.11⟧\nFROM nginx:⟦1.21⟧-alpine\nFROM amazonlinux:⟦2⟧\n',
      says: [
        says('Go 1.20', '2024-02-06'),
        says('Alpine Linux 3.11', '2021-11-01'),
        says('nginx 1.21', '2022-06-21'),
        says('Amazon Linux 2', '2026-06-30'),
      ],
      fixed: 'FROM golang:1.27\nFROM arm64v8/alpine:3.24\nFROM nginx:1.30-alpine\nFROM amazonlinux:2023\n',
    },
    // Nobody here knows the digest of another tag.
    { code: `FROM ruby:⟦2.5-jessie⟧@${DIGEST}\n`, says: both('Ruby 2.5', '2021-03-31', 'Debian 8 (jessie)', '2020-06-30') },
    {
      code: 'FROM mcr.microsoft.com/dotnet/aspnet:⟦3.1-buster-slim⟧\nFROM mcr.microsoft.com/dotnet/runtime-deps:⟦6.0⟧-jammy-chiseled\n',
      says: [both('.NET Core 3.1', '2022-12-13', 'Debian 10 (buster)', '2024-06-30'), says('.NET 6.0', '2024-11-12')],
      fixed: 'FROM mcr.microsoft.com/dotnet/aspnet:10.0\nFROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled\n',
    },
    {
      code: 'ARG V=14\nFROM node:⟦$V⟧ AS a\nFROM node:⟦$V⟧-alpine\n',
      says: [says('Node.js 14', '2023-04-30'), says('Node.js 14', '2023-04-30')],
      fixed: 'ARG V=24\nFROM node:$V AS a\nFROM node:$V-alpine\n',
      firstFixOnly: true,
    },
  ],
});
