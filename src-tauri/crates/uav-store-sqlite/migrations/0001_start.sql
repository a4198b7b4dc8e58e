-- The first form. There is no previous release that could read it.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;

-- The log: every batch as it was received, in receipt order. `form` names the dictionary; 0 is none.
CREATE TABLE batch (
    seq       INTEGER PRIMARY KEY,
    pid       INTEGER NOT NULL,
    received  INTEGER NOT NULL,
    input     INTEGER NOT NULL,
    workspace INTEGER NOT NULL,
    door      INTEGER NOT NULL,
    form      INTEGER NOT NULL,
    body      BLOB NOT NULL
);

-- Pieces of batches by time; none spans more than ten minutes.
CREATE TABLE span (
    pid    INTEGER NOT NULL,
    newest INTEGER NOT NULL,
    seq    INTEGER NOT NULL,
    oldest INTEGER NOT NULL,
    PRIMARY KEY (pid, newest, seq)
) WITHOUT ROWID;

-- Who may hold an identity, by a keyed hash of it. A hit is believed only after a look into the profile.
CREATE TABLE ident (
    hash INTEGER NOT NULL,
    pid  INTEGER NOT NULL,
    PRIMARY KEY (hash, pid)
) WITHOUT ROWID;

CREATE TABLE profile (
    pid  INTEGER PRIMARY KEY,
    body BLOB NOT NULL
);

-- What search knows, as it came: the texts of identities, and which of them ended. Read whole at the start.
CREATE TABLE search_segment (
    ord  INTEGER PRIMARY KEY,
    body BLOB NOT NULL
);

-- When profiles were last seen, as it came: pairs of profile and seconds since 1970, the last one counts. Read whole at
-- the start; written anew when most of it is outdated.
CREATE TABLE last_seen (
    ord  INTEGER PRIMARY KEY,
    body BLOB NOT NULL
);

-- Which requests were stored: pairs of hash and place in the log. Read whole at the start.
CREATE TABLE request_run (
    ord  INTEGER PRIMARY KEY,
    body BLOB NOT NULL
);

CREATE TABLE import (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    source     TEXT NOT NULL,
    state      INTEGER NOT NULL,
    total      INTEGER NOT NULL,
    done       INTEGER NOT NULL,
    lines      INTEGER NOT NULL,
    accepted   INTEGER NOT NULL,
    duplicates INTEGER NOT NULL,
    refused    INTEGER NOT NULL,
    remarks    INTEGER NOT NULL,
    events     INTEGER NOT NULL,
    created    INTEGER NOT NULL,
    updated    INTEGER NOT NULL,
    started    INTEGER NOT NULL,
    finished   INTEGER,
    fault      TEXT
);

CREATE TABLE refusal (
    id       INTEGER PRIMARY KEY,
    import   INTEGER NOT NULL,
    received INTEGER NOT NULL,
    line     INTEGER NOT NULL,
    reason   TEXT NOT NULL,
    path     TEXT NOT NULL,
    detail   TEXT NOT NULL,
    whole    INTEGER NOT NULL,
    text     TEXT NOT NULL
);
CREATE INDEX refusal_by_reason ON refusal (import, reason, id);

CREATE TABLE workspace (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL UNIQUE,
    scope   INTEGER NOT NULL,
    created INTEGER NOT NULL
);
INSERT INTO workspace (id, name, scope, created) VALUES (1, 'My workspace', 1, 0);

CREATE TABLE input (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL,
    kind        INTEGER NOT NULL,
    platform    TEXT NOT NULL,
    workspace   INTEGER NOT NULL,
    environment INTEGER,
    key         TEXT UNIQUE,
    secret_hash TEXT,
    created     INTEGER NOT NULL,
    revoked     INTEGER,
    UNIQUE (workspace, name)
);

CREATE TABLE credential (
    client_id   TEXT PRIMARY KEY,
    secret_hash TEXT NOT NULL,
    workspaces  TEXT NOT NULL,
    created     INTEGER NOT NULL,
    revoked     INTEGER
) WITHOUT ROWID;
