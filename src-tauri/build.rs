//! Lets Tauri read `tauri.conf.json` at the root.

fn main() {
    tauri_build::build();
}
