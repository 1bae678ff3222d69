//! Which files are taken. Whoever writes an API may be deceived about a file, and its readers open
//! it.

use std::{io::Cursor, str};

use roxmltree::{Document, Node};

use super::AttachmentKind;

/// The most bytes of a logo.
pub const MAX_LOGO: usize = 256 << 10;
/// The most pixels of each side of a logo.
pub const MAX_LOGO_SIDE: u32 = 1024;
/// The most bytes of a tutorial.
pub const MAX_TUTORIAL: usize = 8 << 20;

const PNG_SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// A PDF says what it is within so many bytes, and that it ends within so many.
const PDF_MARGIN: usize = 1024;
const SVG_NAMESPACE: &str = "http://www.w3.org/2000/svg";
const HTML_NAMESPACE: &str = "http://www.w3.org/1999/xhtml";
const MAX_SVG_NODES: u32 = 20_000;
/// How often an SVG may draw a part of it again.
const MAX_SVG_USES: usize = 100;

/// Elements of SVG that only draw, beside those of filters. What runs, links or embeds is none of
/// them.
const DRAWING: [&str; 26] = [
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "filter",
    "g",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "metadata",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "style",
    "svg",
    "symbol",
    "text",
    "title",
    "tspan",
    "use",
];

/// Why a file is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AttachmentFault {
    #[error("it is empty")]
    Empty,
    #[error("it is larger than {} KiB", most >> 10)]
    Size { most: usize },
    #[error("it is neither a PNG nor an SVG")]
    NoPicture,
    #[error("it is no whole PNG: {0}")]
    Png(String),
    #[error("it is {width} by {height} pixels, and a side may have {MAX_LOGO_SIDE}")]
    Side { width: u32, height: u32 },
    #[error("it is no SVG: {0}")]
    Svg(String),
    /// What in the SVG is more than a drawing, as in `script`.
    #[error("line {line}: {name} is more than a drawing has")]
    NoDrawing { line: u32, name: String },
    #[error("it is no whole PDF")]
    NoPdf,
}

pub(super) fn logo(bytes: &[u8]) -> Result<AttachmentKind, AttachmentFault> {
    has_size(bytes, MAX_LOGO)?;
    if bytes.starts_with(PNG_SIGNATURE) {
        png(bytes)?;
        return Ok(AttachmentKind::Png);
    }
    let text = str::from_utf8(bytes).map_err(|_| AttachmentFault::NoPicture)?;
    if !text
        .trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with('<')
    {
        return Err(AttachmentFault::NoPicture);
    }
    svg(text)?;
    Ok(AttachmentKind::Svg)
}

pub(super) fn tutorial(bytes: &[u8]) -> Result<(), AttachmentFault> {
    has_size(bytes, MAX_TUTORIAL)?;
    let begin = &bytes[..bytes.len().min(PDF_MARGIN)];
    let end = &bytes[bytes.len().saturating_sub(PDF_MARGIN)..];
    let holds = |part: &[u8], word: &[u8]| part.windows(word.len()).any(|it| it == word);
    if holds(begin, b"%PDF-") && holds(end, b"%%EOF") {
        Ok(())
    } else {
        Err(AttachmentFault::NoPdf)
    }
}

const fn has_size(bytes: &[u8], most: usize) -> Result<(), AttachmentFault> {
    match bytes.len() {
        0 => Err(AttachmentFault::Empty),
        size if size > most => Err(AttachmentFault::Size { most }),
        _ => Ok(()),
    }
}

/// Decodes the whole picture, in memory that its sides bound.
fn png(bytes: &[u8]) -> Result<(), AttachmentFault> {
    let wrong = |error: png::DecodingError| AttachmentFault::Png(error.to_string());
    let mut reader = png::Decoder::new(Cursor::new(bytes))
        .read_info()
        .map_err(wrong)?;
    let (width, height) = reader.info().size();
    if width > MAX_LOGO_SIDE || height > MAX_LOGO_SIDE {
        return Err(AttachmentFault::Side { width, height });
    }
    let size = reader.output_buffer_size();
    let size = size.ok_or(AttachmentFault::Side { width, height })?;
    let mut picture = vec![0; size];
    reader.next_frame(&mut picture).map_err(wrong)?;
    Ok(())
}

fn svg(text: &str) -> Result<(), AttachmentFault> {
    // Drawing programs name the document's type. What is declared in it may grow without end.
    if text.contains("<!ENTITY") {
        return Err(AttachmentFault::Svg("it declares entities".to_owned()));
    }
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        nodes_limit: MAX_SVG_NODES,
        ..Default::default()
    };
    let document = Document::parse_with_options(text, options);
    let document = document.map_err(|error| AttachmentFault::Svg(error.to_string()))?;
    if !document.root_element().has_tag_name((SVG_NAMESPACE, "svg")) {
        return Err(AttachmentFault::NoPicture);
    }
    let uses = document.descendants().filter(is_use).count();
    let nested = document
        .descendants()
        .filter(is_use)
        .any(|it| draws_a_use(&document, &it));
    if nested || uses > MAX_SVG_USES {
        return Err(AttachmentFault::Svg(
            "its parts draw each other too often".to_owned(),
        ));
    }
    let elements = document.descendants().filter(Node::is_element);
    for element in elements {
        if let Some(name) = no_drawing(&element) {
            let line = document.text_pos_at(element.range().start).row;
            return Err(AttachmentFault::NoDrawing { line, name });
        }
    }
    Ok(())
}

fn is_use(node: &Node) -> bool {
    node.has_tag_name((SVG_NAMESPACE, "use"))
}

/// Whether a part that is drawn again draws others again: a few of them within each other would be
/// drawn without end.
fn draws_a_use(document: &Document, element: &Node) -> bool {
    let href = element.attributes().find(|it| it.name() == "href");
    let id = href.and_then(|href| href.value().trim().strip_prefix('#'));
    let mut targets = document
        .descendants()
        .filter(|it| id.is_some() && it.attribute("id") == id);
    targets.any(|target| target.descendants().any(|it| is_use(&it)))
}

/// What of an element runs or asks for something. What belongs to other vocabularies, as what
/// editors note, is no part of the picture.
fn no_drawing(element: &Node) -> Option<String> {
    let tag = element.tag_name();
    let draws = match tag.namespace() {
        Some(SVG_NAMESPACE) => DRAWING.contains(&tag.name()) || is_filter(tag.name()),
        other => other != Some(HTML_NAMESPACE),
    };
    if !draws {
        return Some(tag.name().to_owned());
    }
    let attribute = element.attributes().find(|attribute| {
        let (name, value) = (attribute.name(), attribute.value());
        name.starts_with("on") || asks(name, value)
    });
    if let Some(attribute) = attribute {
        return Some(attribute.name().to_owned());
    }
    // A comment parts a style into several texts.
    let texts = element.children().filter_map(|child| child.text());
    let mut texts = texts.filter(|_| tag.name() == "style");
    texts.any(has_address).then(|| "style".to_owned())
}

/// A step of a filter; that of the image gets one.
fn is_filter(name: &str) -> bool {
    name.starts_with("fe") && name != "feImage"
}

/// Whether an attribute names something outside the picture.
fn asks(name: &str, value: &str) -> bool {
    match name {
        "href" | "src" => !value.trim_start().starts_with('#'),
        _ => has_address(value),
    }
}

/// Whether a style asks for something that is no part of the picture.
fn has_address(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    let mut addresses = style.split("url(").skip(1);
    let outside = |it: &str| !it.trim_start_matches([' ', '"', '\'']).starts_with('#');
    addresses.any(outside) || style.contains("@import") || style.contains('\\')
}
