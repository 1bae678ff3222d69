//! What the values of examples are like, by what their members are called.

use serde_json::Value;

pub const ID: &str = "01996b2e-7c1d-7a40-9f55-3c1d2a6b8e01";
pub const MOMENT: &str = "2026-03-02T12:00:00Z";
pub const DAY: &str = "2026-03-02";

/// What has no value in an example: it has not happened, and there is no other page.
pub const ABSENT: [&str; 10] = [
    "next",
    "sunsetOn",
    "revokedAt",
    "pausedAt",
    "pauseCause",
    "failingSince",
    "oldSecretEndsAt",
    "nextAttemptAt",
    "failure",
    "code",
];

/// Texts by the names of their members.
pub const TEXTS: [(&str, &str); 34] = [
    ("givenName", "Ana"),
    ("familyName", "Souza"),
    ("email", "ana@empresa.example"),
    ("name", "Cadastro de clientes"),
    (
        "description",
        "Confere o número de quem abre conta pelo aplicativo.",
    ),
    ("summary", "Confirma que um número está no aparelho."),
    ("slug", "smv"),
    ("version", "1.0.0"),
    ("category", "Identidade"),
    ("basePath", "/identity/v1"),
    ("legalName", "Empresa Exemplo Ltda."),
    ("cnpj", "12ABC34501DE35"),
    ("phone", "+5511912345678"),
    ("number", "2026-0042"),
    ("publicKey", "K7Q2M9X4B6T1V8N3R5W0"),
    ("secretKey", "…"),
    ("secret", "…"),
    ("label", "Produção"),
    ("reason", "Contrato conferido."),
    ("remark", "Contrato conferido."),
    ("url", "https://sistema.empresa.example/eventos"),
    ("method", "POST"),
    ("path", "/identity/v1/mobileidentities/smvs"),
    ("question", "Quantas consultas por mês?"),
    ("answer", "ok"),
    ("detail", "Decidida."),
    ("roles", "contract-manager"),
    ("tags", "identidade"),
    ("choices", "Até 1.000"),
    ("action", "request.approved"),
    ("subjectKind", "request"),
    ("address", "203.0.113.7"),
    ("requestId", "01996b2e7c1d7a409f553c1d2a6b8e01"),
    (
        "hash",
        "955ed955bb82846c7511c088d608ffeaad716a1f8797d317c1e8087b925a1eed",
    ),
];

/// The types of resources by the names of their schemas.
pub const TYPES: [(&str, &str); 15] = [
    ("AccountResource", "accounts"),
    ("ApiResource", "apis"),
    ("ApplicationResource", "applications"),
    ("AuditEventResource", "audit-events"),
    ("BulkDecisionResource", "bulk-decisions"),
    ("CallResource", "calls"),
    ("CredentialResource", "credentials"),
    ("DecisionResource", "decisions"),
    ("DeliveryResource", "deliveries"),
    ("GroupResource", "groups"),
    ("RequestResource", "requests"),
    ("UsageResource", "usage"),
    ("WebhookResource", "webhooks"),
    ("MadeSecret", "secrets"),
    ("MadeWebhook", "webhooks"),
];

/// The schema of the links of a page, which is no resource.
pub const PAGE_LINKS: &str = "PageLinks";

/// The types of resources that have an address by themselves.
pub const ADDRESSED: [&str; 6] = [
    "apis",
    "applications",
    "audit-events",
    "groups",
    "requests",
    "webhooks",
];

/// What stands in an example of several possible values, where it is one of them.
pub const CHOSEN: [&str; 3] = ["published", "approved", "delivered"];

/// The types of resources by the names of relationships to them.
pub const RELATED: [(&str, &str); 7] = [
    ("api", "apis"),
    ("group", "groups"),
    ("applicant", "accounts"),
    ("decidedBy", "accounts"),
    ("request", "requests"),
    ("application", "applications"),
    ("webhook", "webhooks"),
];

/// A number by the name of its member.
pub fn number(name: &str) -> Value {
    match name {
        "status" => 200.into(),
        "milliseconds" => 42.into(),
        "days" => 90.into(),
        "calls" => 1000.into(),
        _ => 1.into(),
    }
}

/// The value in the row of a table with this name.
pub fn value_of<'a>(table: &[(&str, &'a str)], name: &str) -> Option<&'a str> {
    let mut rows = table.iter();
    rows.find(|(key, _)| *key == name).map(|(_, value)| *value)
}
