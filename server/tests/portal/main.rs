//! The portal over HTTP, in acts of those who use it. Each test has a portal and a database of
//! its own; files and folders are named as the modules of
//! `app/src/pages` that they test.

#![cfg(test)]

mod access;
mod account;
mod api;
mod apis;
mod applications;
mod approvals;
mod assets;
mod authorization;
mod brand;
mod catalogue;
mod clients;
mod compression;
mod conformance;
mod contact;
mod cross_site;
mod discovery;
mod doctor;
mod errors;
mod forgotten;
mod functions;
mod gateway;
mod group_address;
mod group_new;
mod harness;
mod headers;
mod incidents;
mod invitation;
mod jobs;
mod kept_pages;
mod language;
mod link;
mod llms;
mod log;
mod mail_links;
mod mcp;
mod metrics;
mod no_space;
mod oauth2;
mod origin;
mod password;
mod people;
mod probes;
mod public_name;
mod questions;
mod request;
mod scripts;
mod searches;
mod settings;
mod sign_in;
mod sign_out;
mod sign_up;
mod sign_up_and_request;
mod status;
mod subscriptions;
mod support;
mod team;
mod terms_accept;
mod tutorial;
mod usage;
mod webhooks;
mod well_known;
