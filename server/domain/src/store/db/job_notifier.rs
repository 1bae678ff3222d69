//! How the worker of this process hears of jobs.

use tokio::sync::Notify;

/// Wakes the worker of this process.
#[derive(Default)]
pub struct JobNotifier(Notify);

impl JobNotifier {
    pub(crate) fn notify(&self) {
        self.0.notify_one();
    }

    /// Waits for a commit that left a job to do.
    pub(crate) async fn notified(&self) {
        self.0.notified().await;
    }
}
