//! The program `balcao` as whoever runs it sees it: started, told, killed; by its words, its exit
//! codes and its files. Each test has a directory and a database of its own.

#![cfg(test)]

mod apis;
mod audit;
mod backups;
mod catalogues;
mod circumstances;
mod clients;
mod doctor;
mod harness;
mod jobs;
mod metrics;
mod migrating;
mod report_use;
mod serving;
mod stopping;
