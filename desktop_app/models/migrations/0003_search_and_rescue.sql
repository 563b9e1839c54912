-- Forums on search and rescue (COM(2020) 610, Art. 47 to 49). SQLite cannot alter a check: the forum's table is rebuilt.

ALTER TABLE forum RENAME TO forum_before;

CREATE TABLE forum (
    id INTEGER NOT NULL CHECK (id = 1),
    procedure TEXT NOT NULL CHECK (procedure IN ('annual-pool', 'search-and-rescue', 'migratory-pressure', 'voluntary')),
    title TEXT CHECK (length(title) <= 500),
    note TEXT CHECK (length(note) <= 5000),
    year INTEGER CHECK (year BETWEEN 1 AND 9999),
    classification TEXT NOT NULL CHECK (classification IN ('EU RESTRICTED', 'LIMITE', 'PUBLIC')),
    adopted TEXT CHECK (date(adopted) = adopted),
    as_of TEXT CHECK (date(as_of) = as_of),
    shares_status TEXT NOT NULL CHECK (shares_status IN ('computed', 'estimate')),
    applications_source TEXT CHECK (length(applications_source) <= 500),
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

INSERT INTO forum (id, procedure, title, note, year, classification, adopted, as_of, shares_status, applications_source)
SELECT id, procedure, title, note, year, classification, adopted, as_of, shares_status, applications_source FROM forum_before;

DROP TABLE forum_before;

CREATE TABLE search_and_rescue (
    id INTEGER NOT NULL CHECK (id = 1),
    requested TEXT CHECK (date(requested) = requested),
    forum_ended TEXT CHECK (date(forum_ended) = forum_ended),
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE management_report (
    id INTEGER NOT NULL CHECK (id = 1),
    reference TEXT CHECK (length(reference) <= 500),
    adopted TEXT CHECK (date(adopted) = adopted),
    names_capacity INTEGER NOT NULL CHECK (names_capacity IN (0, 1)),
    names_operational INTEGER NOT NULL CHECK (names_operational IN (0, 1)),
    names_third_country INTEGER NOT NULL CHECK (names_third_country IN (0, 1)),
    vulnerable INTEGER NOT NULL CHECK (vulnerable IN (0, 1)),
    note TEXT CHECK (length(note) <= 5000),
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE disembarkation (
    code TEXT NOT NULL CHECK (length(code) = 2),
    relocations INTEGER CHECK (relocations BETWEEN 0 AND 1000000000),
    PRIMARY KEY (code)
) WITHOUT ROWID, STRICT;

CREATE TABLE response_plan (
    code TEXT NOT NULL CHECK (length(code) = 2),
    revision INTEGER NOT NULL CHECK (revision BETWEEN 0 AND 99),
    reference TEXT CHECK (length(reference) <= 500),
    submitted TEXT CHECK (date(submitted) = submitted),
    relocations INTEGER NOT NULL CHECK (relocations BETWEEN 0 AND 1000000000),
    vulnerable INTEGER NOT NULL CHECK (vulnerable BETWEEN 0 AND 1000000000),
    cover_relocations INTEGER CHECK (cover_relocations BETWEEN 0 AND 1000000000),
    cover_sponsorship INTEGER CHECK (cover_sponsorship BETWEEN 0 AND 1000000000),
    note TEXT CHECK (length(note) <= 5000),
    PRIMARY KEY (code, revision),
    CHECK (vulnerable <= relocations),
    CHECK ((cover_relocations IS NULL) = (cover_sponsorship IS NULL))
) WITHOUT ROWID, STRICT;

CREATE TABLE response_measure (
    code TEXT NOT NULL CHECK (length(code) = 2),
    revision INTEGER NOT NULL CHECK (revision BETWEEN 0 AND 99),
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    kind TEXT CHECK (kind IN ('capacity', 'operational', 'third-country')),
    amount TEXT CHECK (length(amount) <= 2000),
    description TEXT CHECK (length(description) <= 2000),
    timetable TEXT CHECK (length(timetable) <= 2000),
    persons_equivalent TEXT CHECK (length(persons_equivalent) <= 100),
    value_cents INTEGER CHECK (value_cents BETWEEN 0 AND 1000000000000000),
    PRIMARY KEY (code, revision, position),
    FOREIGN KEY (code, revision) REFERENCES response_plan (code, revision) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE forum_round (
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    id TEXT NOT NULL CHECK (length(id) <= 100),
    kind TEXT CHECK (kind IN ('shortfall', 'pool-used')),
    reason TEXT CHECK (length(reason) <= 5000),
    opened TEXT CHECK (date(opened) = opened),
    ended TEXT CHECK (date(ended) = ended),
    benefitting TEXT CHECK (length(benefitting) = 2),
    PRIMARY KEY (position)
) WITHOUT ROWID, STRICT;

CREATE TABLE disembarkation_act (
    id INTEGER NOT NULL CHECK (id = 1),
    path TEXT CHECK (path IN ('48(1)', '48(2)')),
    adopted TEXT CHECK (date(adopted) = adopted),
    reference TEXT CHECK (length(reference) <= 500),
    judged_on TEXT CHECK (date(judged_on) = judged_on),
    judged_by TEXT CHECK (length(judged_by) <= 500),
    judged_because TEXT CHECK (length(judged_because) <= 5000),
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE pressure_act (
    id INTEGER NOT NULL CHECK (id = 1),
    benefitting TEXT CHECK (length(benefitting) = 2),
    reported TEXT CHECK (date(reported) = reported),
    adopted TEXT CHECK (date(adopted) = adopted),
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE pool_call (
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    benefitting TEXT NOT NULL CHECK (length(benefitting) = 2),
    requested TEXT CHECK (date(requested) = requested),
    needs TEXT CHECK (length(needs) <= 5000),
    PRIMARY KEY (position)
) WITHOUT ROWID, STRICT;

CREATE TABLE pool_use (
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    benefitting TEXT NOT NULL CHECK (length(benefitting) = 2),
    dated TEXT CHECK (date(dated) = dated),
    persons INTEGER NOT NULL CHECK (persons BETWEEN 0 AND 1000000000),
    used_for TEXT CHECK (length(used_for) = 2),
    not_at_risk TEXT CHECK (length(not_at_risk) <= 5000),
    contributor TEXT CHECK (length(contributor) = 2),
    nationality TEXT CHECK (length(nationality) <= 100),
    note TEXT CHECK (length(note) <= 5000),
    PRIMARY KEY (position)
) WITHOUT ROWID, STRICT;

CREATE TABLE voluntary_raise (
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    code TEXT NOT NULL CHECK (length(code) = 2),
    benefitting TEXT NOT NULL CHECK (length(benefitting) = 2),
    relocations INTEGER NOT NULL CHECK (relocations BETWEEN 0 AND 1000000000),
    dated TEXT CHECK (date(dated) = dated),
    note TEXT CHECK (length(note) <= 5000),
    PRIMARY KEY (position)
) WITHOUT ROWID, STRICT;

CREATE TABLE top_up (
    id INTEGER NOT NULL CHECK (id = 1),
    benefitting TEXT NOT NULL CHECK (length(benefitting) = 2),
    relocations INTEGER NOT NULL CHECK (relocations BETWEEN 0 AND 1000000000),
    adopted TEXT CHECK (date(adopted) = adopted),
    reference TEXT CHECK (length(reference) <= 500),
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;
