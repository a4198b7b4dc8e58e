//! The bodies of the import commands.

use std::path::{Path, PathBuf};

use futures_util::Stream;
use serde::Serialize;
use uav_core::{Reason, WorkspaceId};
use uav_engine::imports::{self, Act, ImportProgress, PreviewRow};
use uav_engine::{Engine, EngineError};
use uav_store::{ImportId, ImportState as Stored, RefusalRecord};

use crate::admin::{Admin, Upload};
use crate::error::Problem;
use crate::imports::*;
use crate::numbers::signed;

/// The folder of uploads, in that of the data.
const UPLOADS: &str = "uploads";
/// Refusals a page.
const REFUSALS_MAX: u32 = 500;
/// The largest sample shop, users, and its longest time, days.
const SAMPLE_USERS_MAX: i64 = 10_000_000;
const SAMPLE_DAYS_MAX: u32 = 730;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// The workspace that a first start fills.
const FIRST_WORKSPACE: u32 = 1;

impl Admin {
    /// The jobs, running ones first, then newest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn imports_list(&self, _request: ListImports) -> Result<ImportListView, Problem> {
        let mut jobs = Vec::new();
        for progress in self.engine.imports().list().await? {
            jobs.push(self.job_view(progress).await?);
        }
        Ok(ImportListView { jobs })
    }

    /// The beginning of a file.
    ///
    /// # Errors
    /// When it cannot be opened or unpacked.
    pub async fn import_preview(&self, request: PreviewImport) -> Result<ImportPreviewView, Problem> {
        let source = self.source(&request.source)?;
        let preview = tokio::task::spawn_blocking(move || imports::preview(&source));
        let preview = preview.await.map_err(|fault| Problem::internal(fault.to_string()))??;
        Ok(ImportPreviewView {
            name: shown_name(&preview.name),
            format: preview.format.name().to_owned(),
            compression: preview.compression.name().to_owned(),
            bytes: signed(preview.bytes),
            rows: preview.rows.into_iter().map(PreviewRowView::from).collect(),
        })
    }

    /// A page of refused lines.
    ///
    /// # Errors
    /// When the job or the cursor is not understood.
    pub async fn import_refusals(&self, request: ListRefusals) -> Result<RefusalPageView, Problem> {
        let id = job_id(&request.job)?;
        let after = match &request.cursor {
            Some(cursor) => Some(cursor.parse().map_err(|_| Problem::invalid("cursor", "not a cursor of this list"))?),
            None => None,
        };
        let limit = request.limit.clamp(1, REFUSALS_MAX);
        let page = self.engine.imports().refusals(id, request.reason.as_deref(), after, limit).await?;
        Ok(RefusalPageView {
            refusals: page.refusals.into_iter().map(RefusalView::from).collect(),
            next: page.next.map(|next| next.to_string()),
        })
    }

    /// Every refusal of a job as lines of JSON, read a page at a time.
    ///
    /// # Errors
    /// When there is no such job.
    pub async fn export_refusals(
        &self,
        job: &str,
    ) -> Result<impl Stream<Item = Result<String, EngineError>> + use<>, Problem> {
        let id = job_id(job)?;
        self.engine.imports().get(id).await?;
        let pages = Pages { engine: self.engine.clone(), id, after: None, ended: false };
        Ok(futures_util::stream::try_unfold(pages, Pages::next))
    }

    /// Starts an import or a dry run.
    ///
    /// # Errors
    /// When the file cannot be opened or the workspace does not exist.
    pub async fn import_start(&self, request: StartImport) -> Result<ImportJobView, Problem> {
        let source = self.source(&request.source)?;
        let workspace = WorkspaceId(request.workspace);
        let start = imports::StartImport { source, workspace, dry_run: request.dry_run };
        let progress = self.engine.imports().start(start).await?;
        self.job_view(progress).await
    }

    /// Holds a job between two groups.
    ///
    /// # Errors
    /// When there is no such job or it does not run.
    pub async fn import_pause(&self, request: ActOnImport) -> Result<ImportJobView, Problem> {
        self.act(&request, Act::Pause).await
    }

    /// Goes on with a job that was held or that failed.
    ///
    /// # Errors
    /// When there is no such job, or its file changed.
    pub async fn import_resume(&self, request: ActOnImport) -> Result<ImportJobView, Problem> {
        self.act(&request, Act::Resume).await
    }

    /// Stops a job; what was stored stays.
    ///
    /// # Errors
    /// When there is no such job or it has ended.
    pub async fn import_cancel(&self, request: ActOnImport) -> Result<ImportJobView, Problem> {
        self.act(&request, Act::Cancel).await
    }

    /// Loads the sample shop, ending with yesterday.
    ///
    /// # Errors
    /// When a number is out of its bounds.
    pub async fn sample_load(&self, request: LoadSample) -> Result<ImportJobView, Problem> {
        if !(1..=SAMPLE_USERS_MAX).contains(&request.users) {
            return Err(Problem::invalid("users", format!("1 to {SAMPLE_USERS_MAX}")));
        }
        if !(1..=SAMPLE_DAYS_MAX).contains(&request.days) {
            return Err(Problem::invalid("days", format!("1 to {SAMPLE_DAYS_MAX}")));
        }
        let source = imports::ImportSource::Sample {
            users: request.users.unsigned_abs(),
            days: request.days,
            seed: request.seed.unsigned_abs(),
            end_ms: self.engine.now_ms() / DAY_MS * DAY_MS,
        };
        let start = imports::StartImport { source, workspace: WorkspaceId(request.workspace), dry_run: false };
        let progress = self.engine.imports().start(start).await?;
        self.job_view(progress).await
    }

    /// Loads a sample shop into a store that holds nothing.
    ///
    /// # Errors
    /// When the store cannot be read or the number is out of its bounds.
    pub async fn load_sample_if_empty(&self, users: u64) -> Result<(), Problem> {
        let empty = self.engine.status().await?.totals.batches == 0 && self.engine.imports().list().await?.is_empty();
        if empty {
            self.sample_load(LoadSample { users: signed(users), days: 60, seed: 1, workspace: FIRST_WORKSPACE })
                .await?;
        }
        Ok(())
    }

    /// A place for an upload of this name.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub async fn new_upload(&self, name: &str) -> Result<Upload, Problem> {
        let folder = self.uploads();
        tokio::fs::create_dir_all(&folder)
            .await
            .map_err(|fault| Problem::unavailable("the folder of uploads", &fault.to_string()))?;
        let safe: String = name.chars().map(|char| if is_safe(char) { char } else { '_' }).take(100).collect();
        let id_at = |time_ms: i64| format!("{time_ms}-{}", safe.trim_start_matches('.'));
        // Two files of one name may come in the same moment.
        let mut times = self.engine.now_ms()..;
        let id = times.find(|time_ms| !folder.join(id_at(*time_ms)).exists()).map(id_at).unwrap_or_default();
        Ok(Upload { path: folder.join(&id), id })
    }

    fn uploads(&self) -> PathBuf {
        self.engine.options().data_folder.join(UPLOADS)
    }

    fn source(&self, source: &ImportSource) -> Result<imports::ImportSource, Problem> {
        let path = match source {
            ImportSource::Upload { id } if id.chars().all(is_safe) && !id.starts_with('.') => self.uploads().join(id),
            ImportSource::Upload { .. } => return Err(Problem::invalid("source.id", "not the id of an upload")),
            ImportSource::Path { .. } if !self.host.local_files => {
                return Err(Problem::forbidden("this server does not read files of its own machine: upload them"));
            }
            ImportSource::Path { path } => Path::new(path).to_owned(),
        };
        Ok(imports::ImportSource::of_file(path).map_err(EngineError::from)?)
    }

    /// A file as a request names it again: an upload by its id, and a path only where paths may be named.
    fn source_view(&self, source: &imports::ImportSource) -> Option<ImportSource> {
        let imports::ImportSource::File { path, .. } = source else { return None };
        match path.strip_prefix(self.uploads()) {
            Ok(upload) => Some(ImportSource::Upload { id: upload.to_str()?.to_owned() }),
            Err(_) if self.host.local_files => Some(ImportSource::Path { path: path.to_str()?.to_owned() }),
            Err(_) => None,
        }
    }

    async fn act(&self, request: &ActOnImport, act: Act) -> Result<ImportJobView, Problem> {
        let progress = self.engine.imports().act(job_id(&request.job)?, act).await?;
        self.job_view(progress).await
    }

    async fn job_view(&self, progress: ImportProgress) -> Result<ImportJobView, Problem> {
        let counts = self.engine.imports().refusal_counts(progress.record.id).await?;
        let reasons = counts
            .into_iter()
            .map(|(reason, count)| ReasonCountView { label: reason_label(&reason), reason, count: signed(count) })
            .collect();
        let record = progress.record;
        Ok(ImportJobView {
            job: record.id.0.to_string(),
            name: shown_name(&record.name),
            state: state_view(record.state),
            dry_run: progress.dry_run,
            sample: matches!(progress.source, imports::ImportSource::Sample { .. }),
            source: self.source_view(&progress.source),
            total: signed(record.total),
            done: signed(record.done),
            lines: signed(record.lines),
            accepted: signed(record.accepted),
            duplicates: signed(record.duplicates),
            refused: signed(record.refused),
            remarks: signed(record.remarks),
            events: signed(record.events),
            created: signed(record.created),
            updated: signed(record.updated),
            safe_line: signed(record.lines),
            rate: progress.rate,
            rates: progress.rates,
            left_ms: progress.left.and_then(|left| i64::try_from(left.as_millis()).ok()),
            started_ms: record.started_ms,
            finished_ms: record.finished_ms,
            reasons,
            fault: record.fault,
        })
    }
}

/// Pages of refusals, for the export.
struct Pages {
    engine: Engine,
    id: ImportId,
    after: Option<u64>,
    ended: bool,
}

/// One refusal as exported.
#[derive(Serialize)]
struct ExportedRefusal<'a> {
    line: u64,
    reason: &'a str,
    path: &'a str,
    message: &'a str,
    whole: bool,
    text: &'a str,
}

impl Pages {
    async fn next(mut self) -> Result<Option<(String, Self)>, EngineError> {
        if self.ended {
            return Ok(None);
        }
        let page = self.engine.imports().refusals(self.id, None, self.after, REFUSALS_MAX).await?;
        let mut lines = String::new();
        for refusal in &page.refusals {
            let exported = ExportedRefusal {
                line: refusal.line,
                reason: &refusal.reason,
                path: &refusal.path,
                message: &refusal.detail,
                whole: refusal.whole,
                text: &refusal.text,
            };
            lines.push_str(&serde_json::to_string(&exported).unwrap_or_default());
            lines.push('\n');
        }
        self.ended = page.next.is_none();
        self.after = page.next;
        Ok(Some((lines, self)))
    }
}

impl From<RefusalRecord> for RefusalView {
    fn from(refusal: RefusalRecord) -> Self {
        let place = if refusal.path.is_empty() { String::new() } else { format!("{}: ", refusal.path) };
        Self {
            line: signed(refusal.line),
            message: format!("{place}{}", refusal.detail),
            reason: refusal.reason,
            path: refusal.path,
            whole: refusal.whole,
            text: refusal.text,
        }
    }
}

impl From<PreviewRow> for PreviewRowView {
    fn from(row: PreviewRow) -> Self {
        Self {
            line: signed(row.line),
            who: row.who,
            events: u32::try_from(row.events).unwrap_or(u32::MAX),
            fault: row.fault,
            text: row.text,
        }
    }
}

const fn state_view(state: Stored) -> ImportState {
    match state {
        Stored::Running => ImportState::Running,
        Stored::Paused => ImportState::Paused,
        Stored::Done => ImportState::Done,
        Stored::Cancelled => ImportState::Cancelled,
        Stored::Failed => ImportState::Failed,
    }
}

fn job_id(job: &str) -> Result<ImportId, Problem> {
    job.parse().map(ImportId).map_err(|_| Problem::invalid("job", "not the number of an import"))
}

const fn is_safe(char: char) -> bool {
    char.is_ascii_alphanumeric() || matches!(char, '.' | '-' | '_')
}

/// The name of a file without the time that an upload's id begins with.
fn shown_name(name: &str) -> String {
    match name.split_once('-') {
        Some((time, rest)) if time.len() == 13 && time.bytes().all(|byte| byte.is_ascii_digit()) => rest.to_owned(),
        _ => name.to_owned(),
    }
}

/// A reason in words.
pub(crate) fn reason_label(code: &str) -> String {
    let words = match Reason::from_code(code) {
        Some(Reason::NotJson) => "Not JSON",
        Some(Reason::NotUtf8) => "Not UTF-8",
        Some(Reason::WrongType) => "Wrong type",
        Some(Reason::Missing) => "Field missing",
        Some(Reason::UnknownWord) => "Unknown word",
        Some(Reason::OverLimit) => "Over a limit",
        Some(Reason::NoIdentity) => "No identity",
        Some(Reason::Duplicate) => "Duplicate",
        Some(Reason::Conflict) => "Two spellings",
        Some(Reason::IdentityRefused) => "Identity refused",
        Some(Reason::Truncated) => "Cut off",
        Some(Reason::NotAllowed) => "Not allowed",
        None => code,
    };
    words.to_owned()
}
