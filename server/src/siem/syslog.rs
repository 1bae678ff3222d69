//! By syslog (RFC 5424): over UDP (RFC 5426), or over TCP with each message behind its length (RFC 6587
//! §3.4.1), in the clear or within TLS (RFC 5425). Each batch has a connection of its own. Syslog knows no
//! answer: what a receiver lost after the connection took it is not sent again.

use std::{fmt, str::FromStr, sync::Arc};

use async_trait::async_trait;
use domain::{
    audit::{AuditSink, SentEvent},
    tls::Trust,
};
use tokio::{
    io::{AsyncWrite, AsyncWriteExt},
    net::{TcpStream, UdpSocket},
    time::timeout,
};
use tokio_rustls::{TlsConnector, rustls::pki_types::ServerName};
use url::Url;

use super::LIMIT;

/// Facility "log audit" (13), severity "informational" (6): RFC 5424 §6.2.1.
const PRIORITY: u8 = 13 * 8 + 6;
/// The ports that are usual: RFC 5426 §3.3, RFC 6587 §3.1, RFC 5425 §4.1.
const PORT: u16 = 514;
const TLS_PORT: u16 = 6514;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Udp,
    Tcp,
    Tls,
}

/// Where messages are sent to, as in `tcp+tls://siem.empresa.com.br:6514`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyslogAddress {
    way: Way,
    host: String,
    port: u16,
}

/// The text is no such address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidAddress;

impl FromStr for SyslogAddress {
    type Err = InvalidAddress;

    fn from_str(text: &str) -> Result<Self, InvalidAddress> {
        let url = Url::parse(text).map_err(|_| InvalidAddress)?;
        let (way, usual) = match url.scheme() {
            "udp" => (Way::Udp, PORT),
            "tcp" => (Way::Tcp, PORT),
            "tcp+tls" => (Way::Tls, TLS_PORT),
            _ => return Err(InvalidAddress),
        };
        let is_bare = url.username().is_empty()
            && url.password().is_none()
            && url.query().is_none()
            && url.fragment().is_none()
            && matches!(url.path(), "" | "/");
        let host = url.host_str().filter(|host| is_bare && !host.is_empty());
        let host = host.ok_or(InvalidAddress)?;
        Ok(Self {
            way,
            host: host.trim_matches(['[', ']']).to_owned(),
            port: url.port().unwrap_or(usual),
        })
    }
}

impl fmt::Display for SyslogAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = match self.way {
            Way::Udp => "udp",
            Way::Tcp => "tcp",
            Way::Tls => "tcp+tls",
        };
        write!(f, "{scheme}://{}:{}", self.host, self.port)
    }
}

pub struct SyslogSink {
    address: SyslogAddress,
    tls: TlsConnector,
    /// The name of the portal's host, as messages have it.
    host: String,
}

impl SyslogSink {
    /// # Errors
    /// When the program was built without the ciphers that TLS needs.
    pub fn new(address: SyslogAddress, trust: &Trust, host: &str) -> anyhow::Result<Self> {
        Ok(Self {
            address,
            tls: TlsConnector::from(Arc::new(trust.client_config()?)),
            host: host.to_owned(),
        })
    }

    async fn write(&self, events: &[SentEvent]) -> Result<(), String> {
        match self.address.way {
            Way::Udp => self.by_udp(events).await,
            Way::Tcp => {
                let mut stream = self.connect().await?;
                self.by_stream(&mut stream, events).await
            }
            Way::Tls => {
                let name = ServerName::try_from(self.address.host.clone());
                let name = name.map_err(|error| error.to_string())?;
                let stream = self.tls.connect(name, self.connect().await?).await;
                let mut stream = stream.map_err(|error| error.to_string())?;
                self.by_stream(&mut stream, events).await
            }
        }
    }

    async fn connect(&self) -> Result<TcpStream, String> {
        let place = (self.address.host.as_str(), self.address.port);
        TcpStream::connect(place)
            .await
            .map_err(|error| error.to_string())
    }

    async fn by_stream(
        &self,
        stream: &mut (impl AsyncWrite + Unpin),
        events: &[SentEvent],
    ) -> Result<(), String> {
        let written = async {
            for event in events {
                let message = message(event, &self.host);
                let framed = format!("{} {message}", message.len());
                stream.write_all(framed.as_bytes()).await?;
            }
            stream.shutdown().await
        };
        let written: std::io::Result<()> = written.await;
        written.map_err(|error| error.to_string())
    }

    async fn by_udp(&self, events: &[SentEvent]) -> Result<(), String> {
        let sent = async {
            let place = (self.address.host.as_str(), self.address.port);
            let targets: Vec<_> = tokio::net::lookup_host(place).await?.collect();
            let target = targets.first().copied();
            let target = target.ok_or_else(|| std::io::Error::other("its name leads nowhere"))?;
            let own = if target.is_ipv6() {
                "[::]:0"
            } else {
                "0.0.0.0:0"
            };
            let socket = UdpSocket::bind(own).await?;
            for event in events {
                let message = message(event, &self.host);
                socket.send_to(message.as_bytes(), target).await?;
            }
            Ok::<(), std::io::Error>(())
        };
        sent.await.map_err(|error| error.to_string())
    }
}

/// The message: version 1, the action as its kind, no structured data, the event as JSON.
fn message(event: &SentEvent, host: &str) -> String {
    let at = event
        .at
        .to_rfc3339_opts(chrono::SecondsFormat::Micros, true);
    let (action, json) = (&event.action, &event.json);
    // A kind has 32 characters at most, all of them printable ASCII (RFC 5424 §6).
    let kind: String = action
        .chars()
        .filter(char::is_ascii_graphic)
        .take(32)
        .collect();
    format!("<{PRIORITY}>1 {at} {host} balcao - {kind} - {json}")
}

#[async_trait]
impl AuditSink for SyslogSink {
    fn name(&self) -> &'static str {
        "syslog"
    }

    async fn send(&self, events: &[SentEvent]) -> Result<(), String> {
        let sent = timeout(LIMIT, self.write(events)).await;
        sent.unwrap_or_else(|_| Err("it did not take them in time".to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use tokio::{io::AsyncReadExt, net::TcpListener};

    use super::*;

    fn event(number: i64) -> SentEvent {
        SentEvent {
            number,
            at: "2026-08-03T12:00:00Z".parse().unwrap(),
            action: "account.roles-changed".to_owned(),
            json: format!("{{\"number\":{number}}}"),
        }
    }

    #[test]
    fn addresses_are_read_with_their_usual_ports() {
        for (text, shown) in [
            ("udp://host", "udp://host:514"),
            ("tcp://10.0.0.7:1514", "tcp://10.0.0.7:1514"),
            (
                "tcp+tls://siem.empresa.com.br",
                "tcp+tls://siem.empresa.com.br:6514",
            ),
        ] {
            let address: SyslogAddress = text.parse().unwrap();
            assert_eq!(address.to_string(), shown);
        }
        for text in [
            "",
            "host:514",
            "http://host",
            "tcp://ana@host",
            "udp://host/path",
        ] {
            assert_eq!(text.parse::<SyslogAddress>(), Err(InvalidAddress), "{text}");
        }
    }

    #[test]
    fn a_message_is_as_the_rfc_has_it() {
        assert_eq!(
            message(&event(7), "portal.example"),
            "<110>1 2026-08-03T12:00:00.000000Z portal.example balcao - \
             account.roles-changed - {\"number\":7}"
        );
    }

    #[tokio::test]
    async fn each_message_stands_behind_its_length() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("tcp://{}", listener.local_addr().unwrap());
        let sink = SyslogSink::new(
            address.parse().unwrap(),
            &Trust::default(),
            "portal.example",
        );
        let sink = sink.unwrap();
        let events = [event(1), event(2)];
        let receives = async {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut text = String::new();
            stream.read_to_string(&mut text).await.unwrap();
            text
        };
        let (sent, got) = tokio::join!(sink.send(&events), receives);
        sent.unwrap();
        let framed = |event: &SentEvent| {
            let message = message(event, "portal.example");
            format!("{} {message}", message.len())
        };
        assert_eq!(got, events.iter().map(framed).collect::<String>());
    }
}
