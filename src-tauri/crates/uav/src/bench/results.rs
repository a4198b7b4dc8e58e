//! The rows of a measurement: a table for people, JSON for whoever compares runs.

use std::path::Path;

use serde::Serialize;

use crate::fault::Fault;

/// Which direction is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Better {
    Higher,
    Lower,
}

/// One figure.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    /// Its name.
    pub(super) name: &'static str,
    /// Value over baseline.
    pub(super) ratio: f64,
    /// What was promised: of the ratio where the name says `vs`, else of the value.
    pub(super) target: f64,
    /// Which direction is good.
    pub(super) better: Better,
    /// What was measured.
    pub(super) value: f64,
    /// What the baseline came to in the same run.
    pub(super) baseline: f64,
    /// The unit of both.
    pub(super) unit: &'static str,
    /// What the baseline is, and what else there is to know.
    pub(super) note: String,
}

impl Row {
    /// Whether the promise was kept.
    fn is_kept(&self) -> bool {
        let measured = if self.name.contains("_vs_") { self.ratio } else { self.value };
        match self.better {
            Better::Higher => measured >= self.target,
            Better::Lower => measured <= self.target,
        }
    }
}

/// All figures of a run.
#[derive(Debug, Default)]
pub(super) struct Results {
    rows: Vec<Row>,
}

impl Results {
    pub(super) fn add(&mut self, row: Row) {
        println!("{}: {:.3} {} (ratio {:.2})", row.name, row.value, row.unit, row.ratio);
        self.rows.push(row);
    }

    pub(super) fn print(&self) {
        println!();
        println!("{:<32} {:>9} {:>11} {:>13} {:>13}  {:<10} ", "name", "ratio", "target", "value", "baseline", "unit");
        for row in &self.rows {
            let sign = if row.better == Better::Higher { ">=" } else { "<=" };
            println!(
                "{:<32} {:>9.2} {sign} {:>8} {:>13.3} {:>13.3}  {:<10} {}",
                row.name,
                row.ratio,
                row.target,
                row.value,
                row.baseline,
                row.unit,
                if row.is_kept() { "kept" } else { "MISSED" },
            );
            println!("    {}", row.note);
        }
    }

    pub(super) fn write(&self, out: &Path) -> Result<(), Fault> {
        if let Some(folder) = out.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let json = serde_json::to_string_pretty(&self.rows).map_err(|fault| Fault::Stopped(fault.to_string()))?;
        std::fs::write(out, json)?;
        Ok(())
    }
}
