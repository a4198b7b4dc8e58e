//! `uav import`.

use std::path::Path;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;
use uav_core::WorkspaceId;
use uav_engine::Engine;
use uav_engine::imports::{Act, ImportProgress, ImportSource, StartImport};
use uav_store::ImportState;

use crate::args::Import;
use crate::fault::Fault;
use crate::open;

/// What one file came to.
#[derive(Debug, Serialize)]
struct Summary {
    file: String,
    import: u64,
    dry_run: bool,
    state: &'static str,
    lines: u64,
    accepted: u64,
    duplicates: u64,
    refused: u64,
    remarks: u64,
    events: u64,
    profiles_created: u64,
    profiles_updated: u64,
    refused_by_reason: Vec<Refused>,
    seconds: f64,
    batches_per_s: f64,
    fault: Option<String>,
}

/// How many were refused for one reason.
#[derive(Debug, Serialize)]
struct Refused {
    reason: String,
    count: u64,
}

/// Imports the files, one after the other.
pub(crate) async fn run(import: Import) -> Result<(), Fault> {
    let engine = open::engine(&import.data.folder).await?;
    let mut stopped = None;
    for file in &import.files {
        let summary = import_file(&engine, &import, file).await?;
        if import.json {
            println!("{}", serde_json::to_string(&summary).unwrap_or_default());
        } else {
            print_words(&summary);
        }
        if let Some(fault) = summary.fault {
            stopped = Some(format!("{}: {fault}", summary.file));
        }
    }
    engine.stop().await;
    stopped.map_or(Ok(()), |fault| Err(Fault::Stopped(fault)))
}

async fn import_file(engine: &Engine, import: &Import, file: &Path) -> Result<Summary, Fault> {
    let source = if file == Path::new("-") {
        ImportSource::Stdin
    } else {
        ImportSource::of_file(std::path::absolute(file)?).map_err(uav_engine::EngineError::from)?
    };
    let workspace = WorkspaceId(import.workspace);
    let imports = engine.imports();
    let started = std::time::Instant::now();
    let mut progress = match unfinished(engine, &source, import.dry_run).await? {
        Some(job) => job,
        None => imports.start(StartImport { source, workspace, dry_run: import.dry_run }).await?,
    };
    let id = progress.record.id;
    let bar = (!import.json).then(|| progress_bar(progress.record.total));
    while progress.record.state == ImportState::Running {
        tokio::select! {
            () = tokio::time::sleep(Duration::from_millis(100)) => {}
            interrupted = tokio::signal::ctrl_c() => {
                interrupted?;
                imports.act(id, Act::Pause).await?;
                break;
            }
        }
        progress = imports.get(id).await?;
        if let Some(bar) = &bar {
            show(bar, &progress);
        }
    }
    let progress = imports.finished(id).await?;
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    let counts = imports.refusal_counts(id).await?;
    Ok(summary(file, &progress, counts, started.elapsed()))
}

/// An import of the same file that was held or broken off: gone on with rather than begun again.
async fn unfinished(engine: &Engine, source: &ImportSource, dry_run: bool) -> Result<Option<ImportProgress>, Fault> {
    if *source == ImportSource::Stdin || dry_run {
        return Ok(None);
    }
    let same = |job: &&ImportProgress| job.source == *source && !job.dry_run;
    let jobs = engine.imports().list().await?;
    let Some(job) = jobs.iter().find(same) else { return Ok(None) };
    match job.record.state {
        ImportState::Running => Ok(Some(job.clone())),
        ImportState::Paused => Ok(Some(engine.imports().act(job.record.id, Act::Resume).await?)),
        _ => Ok(None),
    }
}

fn progress_bar(total: u64) -> ProgressBar {
    let (bar, template) = if total > 0 {
        (ProgressBar::new(total), "{wide_bar} {bytes}/{total_bytes} {msg} {eta} left")
    } else {
        (ProgressBar::new_spinner(), "{spinner} {msg}")
    };
    bar.with_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn show(bar: &ProgressBar, progress: &ImportProgress) {
    bar.set_position(progress.record.done);
    bar.set_message(format!("{} batches, {:.0}/s", progress.record.accepted, progress.rate));
}

#[expect(clippy::cast_precision_loss, reason = "a rate for people")]
fn summary(file: &Path, progress: &ImportProgress, counts: Vec<(String, u64)>, took: Duration) -> Summary {
    let record = &progress.record;
    Summary {
        file: file.display().to_string(),
        import: record.id.0,
        dry_run: progress.dry_run,
        state: match record.state {
            ImportState::Running => "running",
            ImportState::Paused => "paused",
            ImportState::Done => "done",
            ImportState::Cancelled => "cancelled",
            ImportState::Failed => "failed",
        },
        lines: record.lines,
        accepted: record.accepted,
        duplicates: record.duplicates,
        refused: record.refused,
        remarks: record.remarks,
        events: record.events,
        profiles_created: record.created,
        profiles_updated: record.updated,
        refused_by_reason: counts.into_iter().map(|(reason, count)| Refused { reason, count }).collect(),
        seconds: took.as_secs_f64(),
        batches_per_s: record.accepted as f64 / took.as_secs_f64().max(0.001),
        fault: record.fault.clone(),
    }
}

fn print_words(summary: &Summary) {
    let would = if summary.dry_run { "would be " } else { "" };
    println!(
        "{}: {} batches {would}stored with {} events, {} duplicates, {} refused; {} profiles {would}created ({:.1} s, {:.0} batches/s)",
        summary.file,
        summary.accepted,
        summary.events,
        summary.duplicates,
        summary.refused,
        summary.profiles_created,
        summary.seconds,
        summary.batches_per_s,
    );
    for refused in &summary.refused_by_reason {
        println!("  {}: {}", refused.reason, refused.count);
    }
}
