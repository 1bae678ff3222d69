//! The formats of texts.

use std::{
    fmt,
    net::{Ipv4Addr, Ipv6Addr},
    str::FromStr,
};

use chrono::{DateTime, NaiveDate};
use uuid::Uuid;
use values::Cnpj;

use super::super::{cpf, invalid::Reason};
use validator::ValidateEmail;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Format {
    CpfOrCnpj,
    Date,
    DateTime,
    Email,
    Ipv4,
    Ipv6,
    Uuid,
}

impl FromStr for Format {
    type Err = Reason;

    fn from_str(text: &str) -> Result<Self, Reason> {
        Ok(match text {
            "cpf-or-cnpj" => Self::CpfOrCnpj,
            "date" => Self::Date,
            "date-time" => Self::DateTime,
            "email" => Self::Email,
            "ipv4" => Self::Ipv4,
            "ipv6" => Self::Ipv6,
            "uuid" => Self::Uuid,
            _ => return Err(Reason::Format(text.to_owned())),
        })
    }
}

impl Format {
    pub(in super::super) fn has(self, text: &str) -> bool {
        match self {
            Self::CpfOrCnpj => cpf::is_cpf(text) || Cnpj::parse(text).is_ok(),
            Self::Date => text.parse::<NaiveDate>().is_ok(),
            Self::DateTime => DateTime::parse_from_rfc3339(text).is_ok(),
            Self::Email => text.validate_email(),
            Self::Ipv4 => text.parse::<Ipv4Addr>().is_ok(),
            Self::Ipv6 => text.parse::<Ipv6Addr>().is_ok(),
            Self::Uuid => Uuid::try_parse(text).is_ok(),
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::CpfOrCnpj => "a CPF or a CNPJ",
            Self::Date => "a date, as in 2026-10-01",
            Self::DateTime => "a date and time, as in 2026-10-01T12:00:00Z",
            Self::Email => "a mail address",
            Self::Ipv4 => "an IPv4 address",
            Self::Ipv6 => "an IPv6 address",
            Self::Uuid => "a UUID",
        })
    }
}
