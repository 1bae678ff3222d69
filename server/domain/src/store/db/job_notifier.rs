//! Tells the worker of this process that there are jobs.

use tokio::sync::Notify;

/// Wakes the worker of this process.
#[derive(Default)]
pub struct JobNotifier(Notify);

impl JobNotifier {
    pub(crate) fn notify(&self) {
        self.0.notify_one();
    }

    /// Waits for a commit that queued a job.
    pub(crate) async fn notified(&self) {
        self.0.notified().await;
    }
}
