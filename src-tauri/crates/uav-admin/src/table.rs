//! The one table of commands: what the screens can ask, of what the answers are made, what an act makes stale.
//!
//! A row is `query|mutation name(Request) -> View [Tags];`. A query's tags say what its answer is made of, a
//! mutation's what it makes stale. From the table come the dispatch (a missing body does not compile), the list of
//! names, and the TypeScript that the screens are checked against.

/// Hands the rows of the table to the macro named.
macro_rules! command_table {
    ($then:ident) => {
        $then! {
            query engine_status(GetStatus) -> StatusView [Status];

            query users_search(SearchUsers) -> SearchResultsView [Profiles];
            query users_peek(PeekUsers) -> PeekUsersView [Profiles];
            query profile_get(GetProfile) -> ProfileView [Profiles];
            query profile_export(ExportProfile) -> JsonTextView [Profiles];
            mutation alias_undo(UndoAlias) -> AliasView [Profiles];
            query attribute_history(GetAttributeHistory) -> AttributeHistoryView [Profiles];

            query activity_page(GetActivity) -> ActivityPageView [Profiles];
            query activity_facets(GetActivityFacets) -> ActivityFacetsView [Profiles];
            query event_get(GetEvent) -> EventDetailView [Profiles];

            query imports_list(ListImports) -> ImportListView [Imports];
            query import_preview(PreviewImport) -> ImportPreviewView [];
            query import_refusals(ListRefusals) -> RefusalPageView [Imports];
            mutation import_start(StartImport) -> ImportJobView [Imports];
            mutation import_pause(ActOnImport) -> ImportJobView [Imports];
            mutation import_resume(ActOnImport) -> ImportJobView [Imports];
            mutation import_cancel(ActOnImport) -> ImportJobView [Imports];
            mutation sample_load(LoadSample) -> ImportJobView [Imports];

            query workspaces_list(ListWorkspaces) -> WorkspaceListView [Workspaces];
            mutation workspace_create(CreateWorkspace) -> WorkspaceView [Workspaces];
            mutation workspace_rename(RenameWorkspace) -> WorkspaceView [Workspaces];

            query inputs_list(ListInputs) -> InputListView [Inputs];
            query input_refusals(ListInputRefusals) -> InputRefusalPageView [Profiles];
            mutation input_create(CreateInput) -> MadeKeyView [Inputs];
            mutation input_update(UpdateInput) -> InputView [Inputs];
            mutation key_create(CreateKey) -> MadeKeyView [Inputs];
            mutation key_revoke(RevokeKey) -> InputKeyView [Inputs];
            query credentials_list(ListCredentials) -> CredentialListView [Credentials];
            mutation credential_create(CreateCredential) -> MadeCredentialView [Credentials];
            mutation credential_revoke(RevokeCredential) -> CredentialView [Credentials];

            query scopes_list(ListScopes) -> ScopeListView [Scopes, Workspaces];
            query scope_check(CheckScopeSettings) -> ScopeCheckView [];
            mutation scope_create(CreateScope) -> ScopeView [Scopes];
            mutation scope_save(SaveScope) -> ScopeView [Scopes, Profiles];
            query resolution_preview_get(GetResolutionPreview) -> LastResolutionPreviewView [Scopes];
            mutation resolution_preview_start(StartResolutionPreview) -> ResolutionPreviewView [Scopes];
            mutation resolution_apply(ApplyResolution) -> ResolutionPreviewView [Scopes];
            mutation resolution_preview_stop(StopResolutionPreview) -> LastResolutionPreviewView [Scopes];

            query collector_get(GetCollector) -> CollectorView [Settings];
            mutation collector_set(SetCollector) -> CollectorView [Settings];
            query limits_get(GetLimits) -> LimitsView [Settings];
            mutation limits_set(LimitsView) -> LimitsView [Settings];
            query api_reference(GetReference) -> JsonTextView [];
            query storage_get(GetStorage) -> StorageView [Status];
        }
    };
}

pub(crate) use command_table;

/// What data can become stale. The engine broadcasts these after a commit, the screens refetch by them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, ts_rs::TS)]
pub enum Tag {
    /// Counts, rates and sizes.
    Status,
    /// Any profile, its timeline, and what searches find.
    Profiles,
    /// Import jobs and refused lines.
    Imports,
    /// The list of workspaces.
    Workspaces,
    /// Inputs and their keys.
    Inputs,
    /// Credentials of readers.
    Credentials,
    /// Identity scopes and their strategies.
    Scopes,
    /// Settings of the whole installation.
    Settings,
}

impl Tag {
    /// Every tag.
    pub const ALL: &[Self] = &[
        Self::Status,
        Self::Profiles,
        Self::Imports,
        Self::Workspaces,
        Self::Inputs,
        Self::Credentials,
        Self::Scopes,
        Self::Settings,
    ];
}
