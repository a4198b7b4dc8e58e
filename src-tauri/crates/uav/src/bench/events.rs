//! Batches over HTTP, each durable before it is answered, against the import of the same batches.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use base64::Engine as _;

use super::client::Client;
use super::quantiles::Times;
use super::results::{Better, Results, Row};
use super::served::{Served, key};
use super::{Bench, child, import};
use crate::fault::Fault;

/// Batches that are sent.
const BATCHES: usize = 60_000;
/// Connections that send at once.
const CONNECTIONS: usize = 32;

/// Measures `/v2/events`.
pub(super) async fn measure(bench: &Bench, results: &mut Results) -> Result<(), Fault> {
    let lines = first_lines(&import::sample_file(bench.batches, &bench.scratch)?)?;
    let imported = imported_per_s(&lines, &bench.scratch)?;
    let data = fresh(&bench.scratch, "served")?;
    let key = key(&data, "server", "Bench")?;
    let served = Served::start(&data)?;
    let code = base64::engine::general_purpose::STANDARD.encode(format!("{}:{}", key.key, key.secret));
    let headers = format!("authorization: Basic {code}\r\n");
    let lines = Arc::new(lines);
    let next = Arc::new(AtomicUsize::new(0));
    let started = Instant::now();
    let mut senders = Vec::with_capacity(CONNECTIONS);
    for _ in 0..CONNECTIONS {
        let (lines, next) = (Arc::clone(&lines), Arc::clone(&next));
        let mut client = Client::connect(served.address, "/v2/events", &headers).await?;
        senders.push(tokio::spawn(async move {
            let mut times = Vec::with_capacity(BATCHES / CONNECTIONS);
            while let Some(line) = lines.get(next.fetch_add(1, Ordering::Relaxed)) {
                let (status, took) = client.post(line.as_bytes()).await?;
                if status != 202 {
                    return Err(Fault::Stopped(format!("answered {status}: {line}")));
                }
                times.push(took);
            }
            Ok(times)
        }));
    }
    let mut times = Vec::with_capacity(BATCHES);
    for sender in senders {
        times.extend(sender.await.map_err(|fault| Fault::Stopped(fault.to_string()))??);
    }
    let rate = times.len() as f64 / started.elapsed().as_secs_f64();
    drop(served);
    std::fs::remove_dir_all(&data)?;
    let note = format!(
        "{BATCHES} sample batches by {CONNECTIONS} connections on loopback, client and server on the same cores, each \
         answered when it is durable; baseline: the import of the same file"
    );
    results.add(Row {
        name: "events_http_vs_import",
        ratio: rate / imported,
        target: 0.3,
        better: Better::Higher,
        value: rate,
        baseline: imported,
        unit: "batches/s",
        note: note.clone(),
    });
    let times = Times::new(times);
    results.add(Row {
        name: "events_http_p99_ms",
        ratio: times.quantile_ms(0.99) / times.quantile_ms(0.5),
        target: 50.0,
        better: Better::Lower,
        value: times.quantile_ms(0.99),
        baseline: times.quantile_ms(0.5),
        unit: "ms",
        note: format!("{note}; here the baseline is the median of the same run"),
    });
    Ok(())
}

fn first_lines(file: &Path) -> Result<Vec<String>, Fault> {
    let lines = BufReader::with_capacity(1 << 20, File::open(file)?).lines().take(BATCHES);
    Ok(lines.collect::<Result<_, _>>()?)
}

/// How many of these batches the import takes in a second.
fn imported_per_s(lines: &[String], scratch: &Path) -> Result<f64, Fault> {
    let file = scratch.join("served.ndjson");
    let mut out = BufWriter::new(File::create(&file)?);
    for line in lines {
        out.write_all(line.as_bytes())?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    let data = fresh(scratch, "imported")?;
    let ours = child::run(child::this_program()?.args(["import", "--json", "--data"]).arg(&data).arg(&file))?;
    std::fs::remove_dir_all(&data)?;
    std::fs::remove_file(&file)?;
    Ok(lines.len() as f64 / ours.seconds)
}

fn fresh(scratch: &Path, name: &str) -> Result<std::path::PathBuf, Fault> {
    let folder = scratch.join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}
