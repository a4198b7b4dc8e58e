-- The public contract. The previous version cannot read this form: its inputs had one key each.

-- The log holds more than batches: 0 batch, 1 batch of the past, 2 identify, 3 login, 4 logout, 5 modify, 6 alias.
ALTER TABLE batch ADD COLUMN kind INTEGER NOT NULL DEFAULT 0;

-- An input may have several keys, so that one can be replaced without a gap.
CREATE TABLE input_key (
    key         TEXT PRIMARY KEY,
    input       INTEGER NOT NULL,
    environment INTEGER,
    secret_hash TEXT NOT NULL,
    created     INTEGER NOT NULL,
    revoked     INTEGER
) WITHOUT ROWID;
INSERT INTO input_key (key, input, environment, secret_hash, created, revoked)
    SELECT key, id, environment, coalesce(secret_hash, ''), created, revoked FROM input WHERE key IS NOT NULL;

CREATE TABLE input_with_keys (
    id        INTEGER PRIMARY KEY,
    name      TEXT NOT NULL,
    kind      INTEGER NOT NULL,
    platform  TEXT NOT NULL,
    workspace INTEGER NOT NULL,
    key_alone INTEGER NOT NULL,
    created   INTEGER NOT NULL,
    UNIQUE (workspace, name)
);
INSERT INTO input_with_keys (id, name, kind, platform, workspace, key_alone, created)
    SELECT id, name, kind, platform, workspace, platform = 'web', created FROM input;
DROP TABLE input;
ALTER TABLE input_with_keys RENAME TO input;

ALTER TABLE credential ADD COLUMN name TEXT NOT NULL DEFAULT '';

ALTER TABLE refusal ADD COLUMN input INTEGER NOT NULL DEFAULT 0;

-- Settings that are absent are those of a new scope.
CREATE TABLE scope (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL UNIQUE,
    settings TEXT,
    created  INTEGER NOT NULL
);
INSERT INTO scope (id, name, created) VALUES (1, 'My users', 0);

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX refusal_of_network ON refusal (id) WHERE import = 0;
CREATE INDEX refusal_of_input ON refusal (input, id) WHERE import = 0;

-- Aliases: events of one profile on the timeline of another. `seq` is the place of the request in the log.
CREATE TABLE alias (
    seq         INTEGER PRIMARY KEY,
    source      INTEGER NOT NULL,
    destination INTEGER NOT NULL,
    oldest      INTEGER NOT NULL,
    newest      INTEGER NOT NULL,
    device      TEXT,
    asked       INTEGER NOT NULL,
    due         INTEGER NOT NULL,
    state       INTEGER NOT NULL,
    since       INTEGER NOT NULL
);
CREATE INDEX alias_of_source ON alias (source);
CREATE INDEX alias_of_destination ON alias (destination);
CREATE INDEX alias_waiting ON alias (due, seq) WHERE state = 0;

-- The alias that copied a piece to this timeline; 0 for the profile's own.
ALTER TABLE span ADD COLUMN alias INTEGER NOT NULL DEFAULT 0;
