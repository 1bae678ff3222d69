//! What a form with files sent (RFC 7578). Of its body no more is kept than a call may have, however
//! much a browser sends.

mod room;

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
    http::{HeaderMap, header},
};
use domain::gateway::MAX_CALL_BYTES;
use multer::{Constraints, Field, Multipart, SizeLimit, parse_boundary};

use self::room::Room;
use super::{PageError, PostedForm, Visit, kept::without_passwords};

/// As much as is read of a body, so that a browser that sends too much hears why: it listens only
/// when it has sent all.
pub const MAX_SENT_BYTES: usize = 4 * MAX_CALL_BYTES;
/// The most fields of a form.
const MAX_PARTS: usize = 1_000;

/// The fields of a posted form, with files or without any.
#[derive(Clone, Debug, Default)]
pub struct PostedParts {
    /// Names and values in the order of the form; the value of a file is its name.
    pub fields: Vec<(String, String)>,
    /// By the names of their fields.
    pub files: Vec<(String, SentFile)>,
    /// The field whose file had no room any more.
    pub too_large: Option<String>,
}

/// A file of the reader's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentFile {
    pub name: String,
    /// What the browser takes it for.
    pub media_type: String,
    pub content: Bytes,
}

/// What stands for a type that nobody told (RFC 7578 §4.4).
const UNKNOWN_TYPE: &str = "application/octet-stream";

impl<S: Send + Sync> FromRequest<S> for PostedParts {
    type Rejection = PageError;

    async fn from_request(request: Request, state: &S) -> Result<Self, PageError> {
        if !is_multipart(request.headers()) {
            let PostedForm(fields) = PostedForm::from_request(request, state).await?;
            return Ok(Self {
                fields,
                ..Self::default()
            });
        }
        let visit = request.extensions().get::<Visit>().cloned();
        let posted = Self::of_request(request).await?;
        if let (Some(visit), Some(fields)) = (visit, posted.urlencoded()) {
            // A form is read once.
            let _ = visit.posted.set(fields);
        }
        Ok(posted)
    }
}

impl PostedParts {
    /// Reads the body of a form with files.
    ///
    /// # Errors
    /// [`PageError::Malformed`] for what is no such form, and for more text than forms have.
    pub(super) async fn of_request(request: Request) -> Result<Self, PageError> {
        let boundary = boundary(request.headers()).ok_or(PageError::Malformed)?;
        let whole = SizeLimit::new().whole_stream(MAX_SENT_BYTES as u64);
        let limits = Constraints::new().size_limit(whole);
        let body = request.into_body().into_data_stream();
        Self::read(Multipart::with_constraints(body, boundary, limits)).await
    }

    /// # Errors
    /// As `of_request`.
    pub async fn read(mut form: Multipart<'_>) -> Result<Self, PageError> {
        let mut posted = Self::default();
        let mut room = Room::default();
        for _ in 0..MAX_PARTS {
            let mut field = match form.next_field().await {
                Ok(Some(field)) => field,
                Ok(None) => return Ok(posted),
                // What came after too much is lost; the files stand at the end of our forms.
                Err(_) if posted.too_large.is_some() => return Ok(posted),
                Err(_) => return Err(PageError::Malformed),
            };
            let name = field.name().unwrap_or_default().to_owned();
            room.take_text(name.len())?;
            if let Some(file) = field.file_name().map(str::to_owned) {
                room.take_text(file.len())?;
                posted.take_file(name, file, &mut field, &mut room).await?;
                continue;
            }
            let content = content(&mut field, room.text).await?;
            let content = content.ok_or(PageError::Malformed)?;
            room.take_text(content.len())?;
            let text = String::from_utf8(content).map_err(|_| PageError::Malformed)?;
            posted.fields.push((name, text));
        }
        Err(PageError::Malformed)
    }

    /// A field without a chosen file has an empty one without a name.
    async fn take_file(
        &mut self,
        name: String,
        file: String,
        field: &mut Field<'_>,
        room: &mut Room,
    ) -> Result<(), PageError> {
        let media_type = field.content_type().map(ToString::to_string);
        room.take_text(media_type.as_deref().map_or(0, str::len))?;
        let read = content(field, room.files).await;
        if file.is_empty() && matches!(&read, Ok(Some(content)) if content.is_empty()) {
            return Ok(());
        }
        self.fields.push((name.clone(), file.clone()));
        match read {
            Ok(Some(content)) => {
                room.files -= content.len();
                let sent = SentFile {
                    name: file,
                    media_type: media_type.unwrap_or_else(|| UNKNOWN_TYPE.to_owned()),
                    content: content.into(),
                };
                self.files.push((name, sent));
            }
            Ok(None) => self.too_large = Some(name),
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// The fields as a form without files sends them, without passwords.
    pub(super) fn urlencoded(&self) -> Option<String> {
        let fields = serde_urlencoded::to_string(&self.fields).ok()?;
        without_passwords(fields.as_bytes())
    }
}

/// What a field holds; `None` where that is more than there is room for. It is read to its end in any
/// case.
async fn content(field: &mut Field<'_>, room: usize) -> Result<Option<Vec<u8>>, PageError> {
    let mut content = vec![];
    let mut fits = true;
    loop {
        match field.chunk().await {
            Ok(Some(chunk)) if fits && content.len() + chunk.len() <= room => {
                content.extend_from_slice(&chunk);
            }
            Ok(Some(_)) => {
                fits = false;
                content = vec![];
            }
            Ok(None) => return Ok(fits.then_some(content)),
            // Even more than is read.
            Err(_) if !fits => return Ok(None),
            Err(_) => return Err(PageError::Malformed),
        }
    }
}

/// Whether a form with files was sent.
pub fn is_multipart(headers: &HeaderMap) -> bool {
    boundary(headers).is_some()
}

fn boundary(headers: &HeaderMap) -> Option<String> {
    let media_type = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    parse_boundary(media_type).ok()
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::{room::MAX_TEXT_BYTES, *};

    /// A form with these parts, each with its head and its content.
    fn request(parts: &[(&str, Vec<u8>)]) -> Request {
        let mut body = vec![];
        for (head, content) in parts {
            body.extend_from_slice(b"--b\r\nContent-Disposition: form-data; ");
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(b"\r\n\r\n");
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--b--\r\n");
        Request::post("/")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b")
            .body(Body::from(body))
            .unwrap()
    }

    async fn read(parts: Vec<(&str, Vec<u8>)>) -> Result<PostedParts, PageError> {
        PostedParts::of_request(request(&parts)).await
    }

    #[tokio::test]
    async fn texts_and_files_are_told_apart_and_no_file_is_none() {
        let posted = read(vec![
            ("name=\"x\"", b"\xc3\xa9".into()),
            (
                "name=\"a\"; filename=\"\"\r\nContent-Type: application/octet-stream",
                vec![],
            ),
            (
                "name=\"b\"; filename=\"b.png\"\r\nContent-Type: image/png",
                vec![0, 1],
            ),
            ("name=\"c\"; filename=\"c\"", vec![]),
        ]);
        let posted = posted.await.unwrap();
        let told = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(
            posted.fields,
            [told("x", "é"), told("b", "b.png"), told("c", "c")]
        );
        let types = posted.files.iter();
        let types: Vec<_> = types.map(|(_, file)| &*file.media_type).collect();
        assert_eq!(types, ["image/png", UNKNOWN_TYPE]);
        assert_eq!(posted.files[0].1.content, &[0, 1][..]);
        assert_eq!(posted.too_large, None);
    }

    #[tokio::test]
    async fn what_is_too_large_is_named_and_the_rest_is_there() {
        let large = vec![0; MAX_CALL_BYTES + 1];
        let posted = read(vec![
            ("name=\"x\"", b"1".into()),
            ("name=\"a\"; filename=\"a\"", large),
            ("name=\"y\"", b"2".into()),
        ]);
        let posted = posted.await.unwrap();
        assert_eq!(posted.too_large.as_deref(), Some("a"));
        assert_eq!(posted.urlencoded().as_deref(), Some("x=1&a=a&y=2"));
        assert!(posted.files.is_empty());
        let whole = read(vec![(
            "name=\"a\"; filename=\"a\"",
            vec![0; MAX_CALL_BYTES],
        )]);
        assert_eq!(
            whole.await.unwrap().files[0].1.content.len(),
            MAX_CALL_BYTES
        );
    }

    #[tokio::test]
    async fn nobody_sends_parts_without_end() {
        let empty = |count| vec![("name=\"a\"; filename=\"a\"", vec![]); count];
        assert!(read(empty(MAX_PARTS - 1)).await.is_ok());
        assert!(read(empty(MAX_PARTS)).await.is_err());
        let name = format!(
            "name=\"a\"; filename=\"{}\"",
            "x".repeat(MAX_TEXT_BYTES / 10)
        );
        assert!(read(vec![(&name, vec![]); 9]).await.is_ok());
        assert!(read(vec![(&name, vec![]); 11]).await.is_err());
    }

    #[tokio::test]
    async fn texts_have_their_own_limit_and_passwords_are_not_kept() {
        let long = vec![b'x'; MAX_TEXT_BYTES + 1];
        let refused = read(vec![("name=\"x\"", long)]).await;
        assert!(matches!(refused, Err(PageError::Malformed)));
        let posted = read(vec![
            ("name=\"current\"", b"secret".into()),
            ("name=\"x\"", b"1".into()),
        ]);
        assert_eq!(posted.await.unwrap().urlencoded().as_deref(), Some("x=1"));
    }
}
