-- The negotiation: marks in the journal, the desk and the reason of each entry, moments that are found at once, and
-- lines beside the record: scenarios, and what another desk wrote until it was merged.
-- SQLite cannot alter a check: the journal is rebuilt, every entry as it was.

DROP TRIGGER journal_keeps_entries;

DROP TRIGGER journal_never_changes;

DROP TRIGGER journal_grows_at_its_end;

ALTER TABLE journal RENAME TO journal_before;

CREATE TABLE journal (
    seq INTEGER NOT NULL CHECK (seq >= 1),
    action TEXT NOT NULL CHECK (action IN ('create', 'change', 'undo', 'redo', 'migrate', 'mark')),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    changes TEXT NOT NULL,
    at TEXT NOT NULL,
    operator TEXT NOT NULL,
    meeting TEXT,
    target INTEGER CHECK (target BETWEEN 1 AND seq),
    undo_top INTEGER CHECK (undo_top BETWEEN 1 AND seq),
    redo_top INTEGER CHECK (redo_top BETWEEN 1 AND seq),
    base INTEGER NOT NULL CHECK (base BETWEEN 1 AND seq),
    previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
    state_hash TEXT NOT NULL CHECK (length(state_hash) = 64),
    program TEXT NOT NULL,
    sqlite TEXT NOT NULL,
    reason TEXT,
    particulars TEXT,
    desk TEXT,
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    PRIMARY KEY (seq),
    CHECK ((action IN ('undo', 'redo')) = (target IS NOT NULL))
) STRICT;

INSERT INTO journal (seq, action, kind, title, changes, at, operator, meeting, target, undo_top, redo_top, base, previous_hash, state_hash, program, sqlite, hash)
SELECT seq, action, kind, title, changes, at, operator, meeting, target, undo_top, redo_top, base, previous_hash, state_hash, program, sqlite, hash FROM journal_before;

DROP TABLE journal_before;

CREATE INDEX journal_by_state ON journal (state_hash);

CREATE INDEX journal_told ON journal (seq) WHERE particulars IS NOT NULL;

CREATE INDEX journal_by_target ON journal (target) WHERE target IS NOT NULL;

CREATE TRIGGER journal_keeps_entries BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'no entry of the journal may be deleted');
END;

CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'no entry of the journal may be changed');
END;

CREATE TRIGGER journal_grows_at_its_end BEFORE INSERT ON journal WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN
    SELECT RAISE(ABORT, 'an entry of the journal follows the last one');
END;

CREATE TABLE touched (
    code TEXT NOT NULL,
    cell TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq >= 1),
    PRIMARY KEY (code, cell, seq)
) WITHOUT ROWID, STRICT;

CREATE INDEX touched_by_cell ON touched (cell, seq);

CREATE TABLE checkpoint (
    seq INTEGER NOT NULL CHECK (seq >= 1),
    records TEXT NOT NULL,
    PRIMARY KEY (seq)
) STRICT;

CREATE TABLE line (
    id INTEGER NOT NULL CHECK (id >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('scenario', 'merged')),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    note TEXT CHECK (length(note) <= 5000),
    origin INTEGER NOT NULL CHECK (origin >= 1),
    put_away INTEGER NOT NULL CHECK (put_away IN (0, 1)),
    entries INTEGER NOT NULL CHECK (entries >= 0),
    PRIMARY KEY (id)
) STRICT;

CREATE TABLE line_entry (
    line INTEGER NOT NULL,
    seq INTEGER NOT NULL CHECK (seq >= 1),
    action TEXT NOT NULL CHECK (action IN ('create', 'change', 'undo', 'redo', 'migrate', 'mark')),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    changes TEXT NOT NULL,
    at TEXT NOT NULL,
    operator TEXT NOT NULL,
    meeting TEXT,
    target INTEGER CHECK (target BETWEEN 1 AND seq),
    undo_top INTEGER CHECK (undo_top BETWEEN 1 AND seq),
    redo_top INTEGER CHECK (redo_top BETWEEN 1 AND seq),
    base INTEGER NOT NULL CHECK (base BETWEEN 1 AND seq),
    previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
    state_hash TEXT NOT NULL CHECK (length(state_hash) = 64),
    program TEXT NOT NULL,
    sqlite TEXT NOT NULL,
    reason TEXT,
    particulars TEXT,
    desk TEXT,
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    PRIMARY KEY (line, seq),
    FOREIGN KEY (line) REFERENCES line (id) DEFERRABLE INITIALLY DEFERRED,
    CHECK ((action IN ('undo', 'redo')) = (target IS NOT NULL))
) STRICT;

CREATE INDEX line_entry_by_state ON line_entry (state_hash);

CREATE TRIGGER line_entry_keeps_entries BEFORE DELETE ON line_entry
BEGIN
    SELECT RAISE(ABORT, 'no entry of the journal may be deleted');
END;

CREATE TRIGGER line_entry_never_changes BEFORE UPDATE ON line_entry
BEGIN
    SELECT RAISE(ABORT, 'no entry of the journal may be changed');
END;

CREATE TRIGGER line_entry_grows_at_its_end BEFORE INSERT ON line_entry WHEN NEW.seq <> (SELECT coalesce(max(seq) + 1, NEW.seq) FROM line_entry WHERE line = NEW.line)
BEGIN
    SELECT RAISE(ABORT, 'an entry of the journal follows the last one');
END;

CREATE TABLE vote (
    id INTEGER NOT NULL CHECK (id = 1),
    dated TEXT CHECK (date(dated) = dated),
    reference TEXT CHECK (length(reference) <= 500),
    population_source TEXT CHECK (length(population_source) <= 500),
    population_dated TEXT CHECK (date(population_dated) = population_dated),
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE vote_line (
    code TEXT NOT NULL CHECK (length(code) = 2),
    vote TEXT CHECK (vote IN ('yes', 'no', 'abstain')),
    population INTEGER CHECK (population BETWEEN 0 AND 1000000000),
    PRIMARY KEY (code),
    CHECK (vote IS NOT NULL OR population IS NOT NULL)
) WITHOUT ROWID, STRICT;
