-- The first tables of a forum file: the forum, and the journal of its changes.

CREATE TABLE forum (
    id INTEGER NOT NULL CHECK (id = 1),
    procedure TEXT NOT NULL CHECK (procedure IN ('annual-pool')),
    title TEXT CHECK (length(title) <= 500),
    note TEXT CHECK (length(note) <= 5000),
    year INTEGER CHECK (year BETWEEN 1 AND 9999),
    classification TEXT NOT NULL CHECK (classification IN ('EU RESTRICTED', 'LIMITE', 'PUBLIC')),
    adopted TEXT CHECK (date(adopted) = adopted),
    as_of TEXT CHECK (date(as_of) = as_of),
    shares_status TEXT NOT NULL CHECK (shares_status IN ('computed', 'estimate')),
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE reading (
    name TEXT NOT NULL CHECK (length(name) <= 100),
    value TEXT NOT NULL CHECK (length(value) <= 100),
    PRIMARY KEY (name)
) WITHOUT ROWID, STRICT;

CREATE TABLE source_act (
    act TEXT NOT NULL CHECK (act IN ('report', 'decision', 'proposal')),
    reference TEXT CHECK (length(reference) <= 500),
    dated TEXT CHECK (date(dated) = dated),
    PRIMARY KEY (act)
) WITHOUT ROWID, STRICT;

CREATE TABLE reference_key (
    id INTEGER NOT NULL CHECK (id = 1),
    population_date TEXT CHECK (date(population_date) = population_date),
    population_source TEXT CHECK (length(population_source) <= 500),
    gdp_year INTEGER CHECK (gdp_year BETWEEN 1 AND 9999),
    gdp_source TEXT CHECK (length(gdp_source) <= 500),
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE key_state (
    code TEXT NOT NULL CHECK (length(code) = 2),
    population INTEGER CHECK (population BETWEEN 0 AND 1000000000),
    gdp INTEGER CHECK (gdp BETWEEN 0 AND 1000000000000000),
    participates INTEGER NOT NULL CHECK (participates IN (0, 1)),
    PRIMARY KEY (code)
) WITHOUT ROWID, STRICT;

CREATE TABLE adopted_share (
    code TEXT NOT NULL CHECK (length(code) = 2),
    percent TEXT NOT NULL CHECK (length(percent) <= 100),
    PRIMARY KEY (code)
) WITHOUT ROWID, STRICT;

CREATE TABLE pool (
    id INTEGER NOT NULL CHECK (id = 1),
    relocations INTEGER CHECK (relocations BETWEEN 0 AND 1000000000),
    financial_cents INTEGER CHECK (financial_cents BETWEEN 0 AND 1000000000000000),
    proposal_relocations INTEGER CHECK (proposal_relocations BETWEEN 0 AND 1000000000),
    proposal_financial_cents INTEGER CHECK (proposal_financial_cents BETWEEN 0 AND 1000000000000000),
    exceptional INTEGER NOT NULL CHECK (exceptional IN (0, 1)),
    sar_percent TEXT CHECK (length(sar_percent) <= 100),
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE named_measure (
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    name TEXT NOT NULL CHECK (length(name) <= 500),
    PRIMARY KEY (position)
) WITHOUT ROWID, STRICT;

CREATE TABLE meeting (
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    id TEXT NOT NULL CHECK (length(id) <= 100),
    kind TEXT NOT NULL CHECK (kind IN ('initial', 'resumed', 'reconvened')),
    dated TEXT CHECK (date(dated) = dated),
    PRIMARY KEY (position)
) WITHOUT ROWID, STRICT;

CREATE TABLE applications (
    code TEXT NOT NULL CHECK (length(code) = 2),
    PRIMARY KEY (code)
) WITHOUT ROWID, STRICT;

CREATE TABLE state (
    code TEXT NOT NULL CHECK (length(code) = 2),
    under_pressure INTEGER NOT NULL CHECK (under_pressure IN (0, 1)),
    at_risk INTEGER NOT NULL CHECK (at_risk IN (0, 1)),
    significant_situation INTEGER NOT NULL CHECK (significant_situation IN (0, 1)),
    pressure_by_arrivals INTEGER NOT NULL CHECK (pressure_by_arrivals IN (0, 1)),
    pressure_by_search_and_rescue INTEGER NOT NULL CHECK (pressure_by_search_and_rescue IN (0, 1)),
    benefitting_since TEXT CHECK (date(benefitting_since) = benefitting_since),
    systemic_shortcomings INTEGER NOT NULL CHECK (systemic_shortcomings IN (0, 1)),
    crisis_credit INTEGER NOT NULL CHECK (crisis_credit BETWEEN 0 AND 1000000000),
    PRIMARY KEY (code)
) WITHOUT ROWID, STRICT;

CREATE TABLE associated_contribution (
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    code TEXT NOT NULL CHECK (length(code) = 2),
    description TEXT CHECK (length(description) <= 2000),
    value_cents INTEGER CHECK (value_cents BETWEEN 0 AND 1000000000000000),
    PRIMARY KEY (position)
) WITHOUT ROWID, STRICT;

CREATE TABLE journal (
    seq INTEGER NOT NULL CHECK (seq >= 1),
    action TEXT NOT NULL CHECK (action IN ('create', 'change', 'undo', 'redo', 'migrate')),
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
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    PRIMARY KEY (seq),
    CHECK ((action IN ('undo', 'redo')) = (target IS NOT NULL))
) STRICT;

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

CREATE TABLE applications_year (
    code TEXT NOT NULL CHECK (length(code) = 2),
    year INTEGER NOT NULL CHECK (year BETWEEN 1 AND 9999),
    persons INTEGER CHECK (persons BETWEEN 0 AND 1000000000),
    PRIMARY KEY (code, year),
    FOREIGN KEY (code) REFERENCES applications (code) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE applications_population (
    code TEXT NOT NULL CHECK (length(code) = 2),
    year INTEGER NOT NULL CHECK (year BETWEEN 1 AND 9999),
    persons INTEGER CHECK (persons BETWEEN 0 AND 1000000000),
    PRIMARY KEY (code, year),
    FOREIGN KEY (code) REFERENCES applications (code) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE pledge (
    code TEXT NOT NULL CHECK (length(code) = 2),
    relocations_status TEXT NOT NULL CHECK (relocations_status IN ('absent', 'none', 'given')),
    relocations INTEGER CHECK (relocations BETWEEN 0 AND 1000000000),
    financial_cents_status TEXT NOT NULL CHECK (financial_cents_status IN ('absent', 'none', 'given')),
    financial_cents INTEGER CHECK (financial_cents BETWEEN 0 AND 1000000000000000),
    alternative_status TEXT NOT NULL CHECK (alternative_status IN ('absent', 'none', 'given')),
    of_which_beneficiaries INTEGER NOT NULL CHECK (of_which_beneficiaries BETWEEN 0 AND 1000000000),
    bilateral_agreement TEXT CHECK (length(bilateral_agreement) <= 500),
    offsets_planned INTEGER NOT NULL CHECK (offsets_planned BETWEEN 0 AND 1000000000),
    note TEXT CHECK (length(note) <= 5000),
    PRIMARY KEY (code),
    CHECK ((relocations_status = 'given') = (relocations IS NOT NULL)),
    CHECK ((financial_cents_status = 'given') = (financial_cents IS NOT NULL)),
    FOREIGN KEY (code) REFERENCES state (code) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE deduction (
    code TEXT NOT NULL CHECK (length(code) = 2),
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    basis TEXT NOT NULL CHECK (basis IN ('61', '62')),
    stage TEXT NOT NULL CHECK (stage IN ('announced', 'requested', 'assessed', 'granted', 'refused')),
    full_extent INTEGER NOT NULL CHECK (full_extent IN (0, 1)),
    relocations INTEGER CHECK (relocations BETWEEN 0 AND 1000000000),
    financial_cents INTEGER CHECK (financial_cents BETWEEN 0 AND 1000000000000000),
    alternative_cents INTEGER CHECK (alternative_cents BETWEEN 0 AND 1000000000000000),
    self_declared INTEGER NOT NULL CHECK (self_declared IN (0, 1)),
    announced TEXT CHECK (date(announced) = announced),
    requested TEXT CHECK (date(requested) = requested),
    assessed TEXT CHECK (date(assessed) = assessed),
    decided TEXT CHECK (date(decided) = decided),
    act TEXT CHECK (length(act) <= 500),
    note TEXT CHECK (length(note) <= 5000),
    PRIMARY KEY (code, position),
    CHECK (full_extent = (relocations IS NULL) AND full_extent = (financial_cents IS NULL) AND full_extent = (alternative_cents IS NULL)),
    FOREIGN KEY (code) REFERENCES state (code) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE alternative_measure (
    code TEXT NOT NULL CHECK (length(code) = 2),
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    description TEXT CHECK (length(description) <= 2000),
    kind TEXT CHECK (kind IN ('operational-support', 'capacity', 'services', 'staff', 'facilities', 'equipment', 'other')),
    value_cents INTEGER CHECK (value_cents BETWEEN 0 AND 1000000000000000),
    method TEXT CHECK (length(method) <= 2000),
    identified_in_proposal INTEGER CHECK (identified_in_proposal IN (0, 1)),
    PRIMARY KEY (code, position),
    FOREIGN KEY (code) REFERENCES pledge (code) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;
