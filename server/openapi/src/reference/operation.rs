//! Operations and their tags.

use serde_json::Value;

use super::{
    Elsewhere, Operation, Tag, Text,
    body::{request, responses},
    parameter::parameters,
    security::needs,
    slug::{self, Slugs},
    source::Part,
    text::{flag, items, members, optional, string, strings},
    unfold::Unfolder,
};

/// The methods of a path, `query` among them since 3.2.
const METHODS: [&str; 9] = [
    "get", "post", "put", "patch", "delete", "head", "options", "trace", "query",
];

/// Reads the operations of a document.
pub(super) struct Reader<'u, 'd> {
    unfolder: &'u mut Unfolder<'d>,
    slugs: Slugs,
    elsewhere: Vec<Elsewhere>,
}

/// What was read.
pub(super) struct ReadOperations {
    pub(super) operations: Vec<Operation>,
    pub(super) webhooks: Vec<Operation>,
    pub(super) elsewhere: Vec<Elsewhere>,
}

impl<'u, 'd> Reader<'u, 'd> {
    pub(super) fn new(unfolder: &'u mut Unfolder<'d>) -> Self {
        Self {
            unfolder,
            slugs: Slugs::default(),
            elsewhere: vec![],
        }
    }

    pub(super) fn read(mut self) -> ReadOperations {
        let root = self.unfolder.source.root;
        let of = |name| {
            let items = members(root, name);
            items
                .filter_map(|(_, item)| item.as_object())
                .map(serde_json::Map::len)
        };
        self.unfolder
            .expect(of("paths").chain(of("webhooks")).sum());
        let operations = self.operations(root, "paths", true);
        let webhooks = self.operations(root, "webhooks", true);
        ReadOperations {
            operations,
            webhooks,
            elsewhere: self.elsewhere,
        }
    }

    /// The operations of a map of path items, which may have callbacks.
    fn operations(&mut self, owner: &'d Value, name: &str, call_back: bool) -> Vec<Operation> {
        let mut operations = vec![];
        for (path, item) in members(owner, name).filter(|(path, _)| !path.starts_with("x-")) {
            match self.unfolder.source.part(item) {
                Part::Here(item) => self.path(path, item, call_back, &mut operations),
                Part::Elsewhere(reference) => self.elsewhere.push(Elsewhere {
                    path: path.clone(),
                    reference: reference.to_owned(),
                }),
            }
        }
        operations
    }

    fn path(
        &mut self,
        path: &str,
        item: &'d Value,
        call_back: bool,
        operations: &mut Vec<Operation>,
    ) {
        let usual = METHODS
            .into_iter()
            .filter_map(|method| Some((method, item.get(method)?)));
        let additional = members(item, "additionalOperations")
            .map(|(method, operation)| (method.as_str(), operation));
        for (method, operation) in usual.chain(additional).filter(|(_, it)| it.is_object()) {
            operations.push(self.operation(method, path, item, operation, call_back));
        }
    }

    fn operation(
        &mut self,
        method: &str,
        path: &str,
        item: &'d Value,
        operation: &'d Value,
        call_back: bool,
    ) -> Operation {
        let id = optional(operation, "operationId").filter(|id| !id.trim().is_empty());
        let method = method.to_uppercase();
        let slug = self.slug(id.as_deref(), &method, path);
        let summary = [operation, item].map(|part| Text::of(part, "summary"));
        let description = [operation, item].map(|part| Text::of(part, "description"));
        Operation {
            id,
            slug,
            path: path.to_owned(),
            summary: first(summary),
            description: first(description),
            deprecated: flag(operation, "deprecated"),
            tags: strings(operation, "tags"),
            security: needs(self.unfolder.source.root, operation),
            parameters: parameters(self.unfolder, item, operation),
            body: request(self.unfolder, operation),
            responses: responses(self.unfolder, operation),
            callbacks: if call_back {
                self.callbacks(operation)
            } else {
                vec![]
            },
            method,
        }
    }

    /// The callbacks of an operation, without those of callbacks.
    fn callbacks(&mut self, operation: &'d Value) -> Vec<Operation> {
        let mut callbacks = vec![];
        for (name, _) in members(operation, "callbacks") {
            let Some(owner) = operation.get("callbacks") else {
                break;
            };
            let Some(callback) = owner.get(name).and_then(|it| self.unfolder.source.here(it))
            else {
                continue;
            };
            for (expression, item) in callback.as_object().into_iter().flatten() {
                if let Some(item) = self.unfolder.source.here(item) {
                    self.path(expression, item, false, &mut callbacks);
                }
            }
        }
        callbacks
    }

    /// The identifier in words. One that is a single word comes after the method, so that it is no
    /// anchor that the page has for itself.
    fn slug(&mut self, id: Option<&str>, method: &str, path: &str) -> String {
        let by_id = id.map(slug::slug).filter(|slug| !slug.is_empty());
        let name = match by_id {
            Some(slug) if slug.contains('-') => slug,
            Some(slug) => format!("{method}-{slug}"),
            None => format!("{method}-{}", path_words(path)),
        };
        self.slugs.take(&name)
    }
}

/// A path in words; the root has a name as well.
fn path_words(path: &str) -> String {
    let words = slug::slug(path);
    if words.is_empty() {
        "root".to_owned()
    } else {
        words
    }
}

fn first(texts: [Text; 2]) -> Text {
    let mut texts = texts.into_iter();
    texts.find(|text| !text.is_empty()).unwrap_or_default()
}

/// The tags that a document declares.
pub(super) fn tags(document: &Value) -> Vec<Tag> {
    let mut slugs = Slugs::default();
    let mut tags: Vec<Tag> = vec![];
    for tag in items(document, "tags") {
        let name = string(tag, "name");
        if name.is_empty() || tags.iter().any(|known| known.name == name) {
            continue;
        }
        let display = optional(tag, "x-displayName").map(|name| Text::from(name.as_str()));
        let own = [Text::of(tag, "summary"), Text::of(tag, "name")];
        tags.push(Tag {
            title: display.unwrap_or_else(|| first(own)),
            slug: slugs.take(&name),
            description: Text::of(tag, "description"),
            name,
        });
    }
    tags
}

/// Adds the tags that operations use and the document does not declare.
pub(super) fn add_undeclared(tags: &mut Vec<Tag>, operations: &[Operation]) {
    let mut slugs = Slugs::default();
    for tag in tags.iter_mut() {
        tag.slug = slugs.take(&tag.name);
    }
    for name in operations.iter().flat_map(|operation| &operation.tags) {
        if !tags.iter().any(|tag| tag.name == *name) {
            tags.push(Tag {
                title: Text::from(name.as_str()),
                slug: slugs.take(name),
                description: Text::default(),
                name: name.clone(),
            });
        }
    }
}
