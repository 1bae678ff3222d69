//! The parameters of addresses: pages, filters, what is included and which fields.

mod fields;

use std::{collections::BTreeSet, fmt::Display, str::FromStr};

use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};
use domain::{Cursor, PageRequest};
use serde::{Deserialize, Deserializer, de::DeserializeOwned};
use utoipa::IntoParams;
use validator::Validate;

pub use fields::Fields;

use self::fields::is_list_of_fields;
use super::error::{ApiError, Mistake};

const DEFAULT_SIZE: usize = 25;

/// Which part of a list is wanted.
#[derive(Debug, Default, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Paging {
    /// The number of resources on a page, 25 without it.
    #[serde(rename = "page[size]", deserialize_with = "text")]
    #[param(value_type = Option<u8>, minimum = 1, maximum = 100)]
    #[validate(range(min = 1, max = 100))]
    pub page_size: Option<usize>,
    /// The end of the page before. The link to the next page has it.
    #[serde(rename = "page[after]", deserialize_with = "text")]
    #[param(value_type = Option<String>, pattern = "^[0-9]{1,16}-[0-9a-f]{32}$")]
    pub page_after: Option<Cursor>,
}

/// Which part of a list is wanted whose pages have 25 resources.
#[derive(Debug, Default, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct PageAfter {
    /// The end of the page before. The link to the next page has it.
    #[serde(rename = "page[after]", deserialize_with = "text")]
    #[param(value_type = Option<String>, pattern = "^[0-9]{1,16}-[0-9a-f]{32}$")]
    pub page_after: Option<Cursor>,
}

impl Paging {
    pub fn request(&self, oldest_first: bool) -> PageRequest {
        PageRequest {
            after: self.page_after,
            size: self.page_size.unwrap_or(DEFAULT_SIZE),
            oldest_first,
        }
    }
}

/// Parameters of an address, of which no other is taken.
pub trait Parameters: Sized {
    fn names() -> Vec<String>;

    /// The parameters of a query with names of [`Self::names`] alone.
    fn read(query: &str) -> Result<Self, ApiError>;
}

/// No parameters at all.
impl Parameters for () {
    fn names() -> Vec<String> {
        vec![]
    }

    fn read(_: &str) -> Result<Self, ApiError> {
        Ok(())
    }
}

/// The parameters of a request.
pub struct Query<P>(pub P);

impl<P: Parameters, S: Sync> FromRequestParts<S> for Query<P> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        let query = parts.uri.query().unwrap_or_default();
        let names = P::names();
        let mut seen = BTreeSet::new();
        for (name, value) in pairs(query)? {
            if !names.contains(&name) {
                return Err(ApiError::Parameter(name, Mistake::Unknown));
            }
            if name.starts_with("fields[") && !is_list_of_fields(&value) {
                return Err(ApiError::Parameter(name, Mistake::Value));
            }
            if !seen.insert(name.clone()) {
                return Err(ApiError::Parameter(name, Mistake::Repeated));
            }
        }
        P::read(query).map(Self)
    }
}

fn pairs(query: &str) -> Result<Vec<(String, String)>, ApiError> {
    serde_urlencoded::from_str(query)
        .map_err(|_| ApiError::Parameter(query.to_owned(), Mistake::Value))
}

/// Reads one set of parameters, and says which one cannot be read.
fn read<T: DeserializeOwned + Validate>(query: &str) -> Result<T, ApiError> {
    let Ok(read) = serde_urlencoded::from_str::<T>(query) else {
        return Err(ApiError::Parameter(culprit::<T>(query), Mistake::Value));
    };
    match read.validate() {
        Ok(()) => Ok(read),
        Err(errors) => {
            let field = errors.into_errors().into_keys().next();
            let name = field.map(|field| parameter(&field)).unwrap_or_default();
            Err(ApiError::Parameter(name, Mistake::Value))
        }
    }
}

/// The parameter that cannot be read by itself.
fn culprit<T: DeserializeOwned>(query: &str) -> String {
    let alone = |(name, value): &(String, String)| {
        let pair = serde_urlencoded::to_string([(name, value)]);
        pair.is_ok_and(|pair| serde_urlencoded::from_str::<T>(&pair).is_err())
    };
    let pairs = pairs(query).unwrap_or_default();
    let found = pairs.into_iter().find(alone);
    found.map(|(name, _)| name).unwrap_or_default()
}

/// `page_size` is of the parameter `page[size]`.
fn parameter(field: &str) -> String {
    match field.split_once('_') {
        Some((family, member)) => format!("{family}[{member}]"),
        None => field.to_owned(),
    }
}

fn names_of<T: IntoParams>() -> impl Iterator<Item = String> {
    T::into_params(|| None).into_iter().map(|it| it.name)
}

macro_rules! parameters {
    ($($set:ident),+) => {
        impl<$($set: DeserializeOwned + IntoParams + Validate),+> Parameters for ($($set,)+) {
            fn names() -> Vec<String> {
                let mut names = Vec::new();
                $(names.extend(names_of::<$set>());)+
                names
            }

            fn read(query: &str) -> Result<Self, ApiError> {
                Ok(($(read::<$set>(query)?,)+))
            }
        }
    };
}

parameters!(A);
parameters!(A, B);
parameters!(A, B, C);

/// An optional value by its text form.
pub fn text<'de, D, T>(from: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr,
    T::Err: Display,
{
    let text = String::deserialize(from)?;
    text.parse().map(Some).map_err(serde::de::Error::custom)
}

/// The relationships that are to be included, all of them among `possible`; `None` where nothing is
/// said of it.
pub fn included<'a>(
    include: Option<&str>,
    possible: &[&'a str],
) -> Result<Option<Vec<&'a str>>, ApiError> {
    let Some(include) = include else {
        return Ok(None);
    };
    let wanted = include.split(',').map(str::trim);
    let wanted = wanted.filter(|name| !name.is_empty());
    let known = wanted.map(|name| {
        let known = possible.iter().find(|it| **it == name).copied();
        known.ok_or_else(|| ApiError::Parameter("include".to_owned(), Mistake::Value))
    });
    known.collect::<Result<_, _>>().map(Some)
}

/// Two identifiers in the path; what is none is not found.
pub struct Ids<A, B>(pub A, pub B);

impl<A: FromStr + Send, B: FromStr + Send, S: Send + Sync> FromRequestParts<S> for Ids<A, B> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let path = Path::<(String, String)>::from_request_parts(parts, state).await;
        let Path((first, second)) = path.map_err(|_| ApiError::NotFound)?;
        let ids = first.parse().ok().zip(second.parse().ok());
        let (first, second) = ids.ok_or(ApiError::NotFound)?;
        Ok(Self(first, second))
    }
}

/// An identifier in the path; what is none is not found.
pub struct Id<T>(pub T);

impl<T: FromStr + Send, S: Send + Sync> FromRequestParts<S> for Id<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let path = Path::<String>::from_request_parts(parts, state).await;
        let path = path.map_err(|_| ApiError::NotFound)?;
        path.parse().map(Self).map_err(|_| ApiError::NotFound)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_of_the_parameter_with_its_name() {
        assert_eq!(parameter("page_size"), "page[size]");
        assert_eq!(parameter("sort"), "sort");
    }

    #[test]
    fn the_parameter_that_cannot_be_read_is_named() {
        let size = |error| match error {
            ApiError::Parameter(name, mistake) => (name, mistake),
            other => panic!("{other:?}"),
        };
        for query in ["page%5Bsize%5D=0", "page%5Bsize%5D=x", "page%5Bsize%5D=101"] {
            let error = read::<Paging>(query).unwrap_err();
            assert_eq!(size(error), ("page[size]".to_owned(), Mistake::Value));
        }
        assert_eq!(
            read::<Paging>("page%5Bsize%5D=7").unwrap().page_size,
            Some(7)
        );
    }
}
