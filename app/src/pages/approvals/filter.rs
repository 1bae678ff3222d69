//! Which requests and applications are looked for, as the address has it.

use domain::{
    Place,
    approvals::{AssignedTo, Search, SearchPart},
    catalogue::{Plan, Snapshot},
    ids::RequestId,
    requests::{RequestOrder, Status},
};
use serde::Deserialize;

use crate::routes;

/// What a list is asked for by. Whatever it does not understand is not asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(super) struct Filter {
    pub busca: String,
    pub estado: String,
    /// The slug of an API.
    pub api: String,
    pub plano: String,
    pub empresa: String,
    /// Who looks after it: [`ME`], [`NOBODY`] or an account.
    pub gestor: String,
    /// [`ALL`], for what other managers decide on, too.
    pub parte: String,
    pub ordem: String,
    /// The last request of the page before, or the first one of the page behind.
    depois: String,
    antes: String,
    /// The request that was just decided, after which the next one comes.
    pub decidida: String,
}

pub(super) const ME: &str = "eu";
pub(super) const NOBODY: &str = "ninguem";
/// Every part of the requests, and every status.
pub(super) const ALL: &str = "todas";

/// The statuses by their names in an address; none for all.
pub(super) const STATUSES: [(&str, Option<Status>); 8] = [
    ("em-analise", Some(Status::Pending)),
    ("aguardam-resposta", Some(Status::AwaitingApplicant)),
    ("aprovadas", Some(Status::Approved)),
    ("suspensas", Some(Status::Suspended)),
    ("revogadas", Some(Status::Revoked)),
    ("recusadas", Some(Status::Rejected)),
    ("canceladas", Some(Status::Cancelled)),
    (ALL, None),
];
/// The orders by their names in an address, the first of which none names.
pub(super) const ORDERS: [(&str, RequestOrder); 3] = [
    ("", RequestOrder::Age),
    ("prazo", RequestOrder::Target),
    ("empresa", RequestOrder::Company),
];

impl Filter {
    /// A filter out of the query of a list's address.
    pub(super) fn of_query(query: &str) -> Self {
        serde_urlencoded::from_str(query).unwrap_or_default()
    }

    /// The status in the address; the queue when it names none or one that does not exist.
    pub(super) fn status(&self) -> Option<Status> {
        let named = STATUSES.iter().find(|(slug, _)| *slug == self.estado);
        named.map_or(Some(Status::Pending), |(_, status)| *status)
    }

    pub(super) fn order(&self) -> RequestOrder {
        let named = ORDERS.iter().find(|(slug, _)| *slug == self.ordem);
        named.map_or(RequestOrder::Age, |(_, order)| *order)
    }

    pub(super) fn search(&self, apis: &Snapshot) -> Search {
        Search {
            status: self.status(),
            query: self.busca.trim().to_owned(),
            api: apis.by_slug(&self.api).map(|api| api.id),
            plan: self.plano.parse::<Plan>().ok(),
            company: self.empresa.trim().to_owned(),
            assigned: match self.gestor.as_str() {
                ME => AssignedTo::Asker,
                NOBODY => AssignedTo::Nobody,
                other => other
                    .parse()
                    .map_or(AssignedTo::Anybody, AssignedTo::Manager),
            },
            part: if self.parte == ALL {
                SearchPart::All
            } else {
                SearchPart::Own
            },
            order: self.order(),
        }
    }

    pub(super) fn is_queue(&self) -> bool {
        self.status() == Some(Status::Pending)
    }

    /// Whether more is asked for than a status.
    pub(super) fn is_narrowed(&self) -> bool {
        let narrowing = [
            &self.busca,
            &self.api,
            &self.plano,
            &self.empresa,
            &self.gestor,
        ];
        narrowing.iter().any(|value| !value.trim().is_empty())
    }

    pub(super) fn place(&self) -> Place<RequestId> {
        match (self.depois.parse(), self.antes.parse()) {
            (Ok(after), _) => Place::After(after),
            (_, Ok(before)) => Place::Before(before),
            _ => Place::First,
        }
    }

    /// The request that was just decided.
    pub(super) fn decided(&self) -> Option<RequestId> {
        self.decidida.parse().ok()
    }

    /// The first page of the list.
    pub(super) fn first(&self) -> String {
        address(&self.query_at(Place::First))
    }

    /// The page after a request.
    pub(super) fn after(&self, id: RequestId) -> String {
        address(&self.query_at(Place::After(id)))
    }

    /// The page before a request.
    pub(super) fn before(&self, id: RequestId) -> String {
        address(&self.query_at(Place::Before(id)))
    }

    /// The same search in all statuses; none if that was searched already or nothing was typed.
    pub(super) fn everywhere(&self) -> Option<String> {
        let elsewhere = self.status().is_some() && !self.busca.trim().is_empty();
        elsewhere.then(|| self.in_status(ALL))
    }

    /// The same in another status.
    pub(super) fn in_status(&self, slug: &str) -> String {
        let other = Self {
            estado: slug.to_owned(),
            ..self.clone()
        };
        other.first()
    }

    /// The page that is shown, as a query; empty for the start of the queue.
    pub(super) fn query(&self) -> String {
        self.query_at(self.place())
    }

    /// The list without a place.
    pub(super) fn query_of_list(&self) -> String {
        self.query_at(Place::First)
    }

    fn query_at(&self, place: Place<RequestId>) -> String {
        let (mut after, mut before) = (String::new(), String::new());
        match place {
            Place::First => {}
            Place::After(id) => after = id.to_string(),
            Place::Before(id) => before = id.to_string(),
        }
        let mut pairs = vec![
            ("busca", self.busca.trim()),
            ("estado", self.estado.as_str()),
            ("api", self.api.as_str()),
            ("plano", self.plano.as_str()),
            ("empresa", self.empresa.trim()),
            ("gestor", self.gestor.as_str()),
            ("parte", self.parte.as_str()),
            ("ordem", self.ordem.as_str()),
            ("depois", &after),
            ("antes", &before),
        ];
        pairs.retain(|(_, value)| !value.is_empty());
        serde_urlencoded::to_string(&pairs).unwrap_or_default()
    }
}

/// The address of a list with a query.
pub(super) fn address(query: &str) -> String {
    with_query(routes::APPROVALS, query)
}

/// An address with a query, if there is one.
pub(super) fn with_query(path: &str, query: &str) -> String {
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{query}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0198c000-0000-7000-8000-000000000001";

    fn filter(query: &str) -> Filter {
        Filter::of_query(query)
    }

    #[test]
    fn every_status_has_an_address() {
        for status in Status::ALL {
            let listed = STATUSES.iter().filter(|(_, it)| *it == Some(*status));
            assert_eq!(listed.count(), 1, "{status}");
        }
    }

    #[test]
    fn an_address_without_a_state_is_the_queue() {
        for query in ["", "estado=em-analise", "estado=quaisquer", "x=y"] {
            assert!(filter(query).is_queue(), "{query}");
        }
        assert_eq!(filter("estado=todas").status(), None);
        assert_eq!(filter("").first(), routes::APPROVALS);
    }

    #[test]
    fn what_is_looked_for_stays_in_the_address() {
        let filter = filter("estado=suspensas&busca=+p%C3%A3o+%26+mel");
        let everywhere = "/aprovacoes?busca=p%C3%A3o+%26+mel&estado=todas";
        assert_eq!(filter.everywhere().as_deref(), Some(everywhere));
        assert_eq!(
            filter.first(),
            "/aprovacoes?busca=p%C3%A3o+%26+mel&estado=suspensas"
        );
    }

    #[test]
    fn a_place_is_a_request_on_either_side() {
        let id: RequestId = ID.parse().unwrap();
        assert_eq!(filter(&format!("depois={ID}")).place(), Place::After(id));
        assert_eq!(filter(&format!("antes={ID}")).place(), Place::Before(id));
        for query in ["", "depois=", "depois=x", "antes=1-2"] {
            assert_eq!(filter(query).place(), Place::First, "{query}");
        }
        let list = filter("plano=trial&ordem=prazo");
        assert_eq!(
            list.after(id),
            format!("/aprovacoes?plano=trial&ordem=prazo&depois={ID}")
        );
    }

    #[test]
    fn nothing_but_a_list_comes_out_of_a_query() {
        let hostile = "estado=%2F%2Fevil.example&depois=%2F&x=https%3A%2F%2Fevil.example";
        let first = filter(hostile).first();
        assert_eq!(first, "/aprovacoes?estado=%2F%2Fevil.example");
    }
}
