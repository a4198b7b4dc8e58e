//! The TypeScript of the command table: what the screens are checked against.

use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

use crate::activity::*;
use crate::aliases::*;
use crate::error::Problem;
use crate::imports::*;
use crate::inputs::*;
use crate::profile::*;
use crate::readers::*;
use crate::reference::*;
use crate::resolution::*;
use crate::scopes::*;
use crate::service::*;
use crate::status::*;
use crate::table::{Tag, command_table};
use crate::users::*;
use crate::workspaces::*;

/// Gathers the declarations of a type and of all that it is made of.
struct Declarations<'a> {
    config: &'a Config,
    found: BTreeMap<String, String>,
}

impl Declarations<'_> {
    fn add<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none() {
            return;
        }
        let name = T::ident(self.config);
        if self.found.contains_key(&name) {
            return;
        }
        let docs = T::docs().unwrap_or_default();
        self.found.insert(name, format!("{docs}export {}\n", T::decl(self.config)));
        T::visit_dependencies(self);
    }
}

impl TypeVisitor for Declarations<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
        T::visit_generics(self);
    }
}

macro_rules! write_typescript {
    ($($kind:ident $name:ident($request:ty) -> $view:ty [$($tag:ident),*];)+) => {
        /// The whole generated file, `ui/src/api/generated/admin.ts`.
        #[must_use]
        pub fn typescript() -> String {
            let config = Config::new().with_large_int("number");
            let mut types = Declarations { config: &config, found: BTreeMap::new() };
            types.add::<Tag>();
            types.add::<Problem>();
            $(types.add::<$request>(); types.add::<$view>();)+
            let mut out = String::from(
                "// Made from the command table by `cargo xtask types`. Do not edit: a test compares it.\n\n",
            );
            for declaration in types.found.values() {
                out.push_str(declaration);
                out.push('\n');
            }
            out.push_str("/** Every command: its request and its answer. */\nexport interface Commands {\n");
            $(out.push_str(&format!(
                "  {}: {{ request: {}; view: {} }};\n",
                stringify!($name), <$request>::name(&config), <$view>::name(&config),
            ));)+
            out.push_str("}\n\n/** What a query is made of, what a mutation makes stale. */\n");
            out.push_str("export const commands: Record<keyof Commands, { kind: \"query\" | \"mutation\"; tags: Tag[] }> = {\n");
            $(
                let tags: &[&str] = &[$(stringify!($tag)),*];
                out.push_str(&format!(
                    "  {}: {{ kind: \"{}\", tags: {:?} }},\n",
                    stringify!($name), stringify!($kind), tags,
                ));
            )+
            out.push_str("};\n");
            out
        }
    };
}

command_table!(write_typescript);

#[cfg(test)]
mod tests {
    use super::*;

    /// `cargo xtask types` sets this to write the file instead of comparing it.
    const REWRITE: &str = "UAV_WRITE_TYPES";

    #[test]
    fn the_committed_file_is_what_the_table_gives() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/api/generated/admin.ts");
        let made = typescript();
        assert!(!made.contains("bigint"), "JSON numbers are not bigint: use a string for 64-bit ids");
        if std::env::var_os(REWRITE).is_some() {
            std::fs::create_dir_all(std::path::Path::new(path).parent().unwrap()).unwrap();
            std::fs::write(path, &made).unwrap();
        }
        let committed = std::fs::read_to_string(path).unwrap_or_default();
        assert!(committed == made, "stale: run `cargo xtask types`");
    }
}
