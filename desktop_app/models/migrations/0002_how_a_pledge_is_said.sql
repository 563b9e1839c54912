-- How a pledge is said, what the sources say of their values, contents of requests, holidays, acknowledgements.

ALTER TABLE forum ADD COLUMN applications_source TEXT CHECK (length(applications_source) <= 500);

ALTER TABLE reference_key ADD COLUMN population_extracted TEXT CHECK (date(population_extracted) = population_extracted);

ALTER TABLE reference_key ADD COLUMN gdp_extracted TEXT CHECK (date(gdp_extracted) = gdp_extracted);

ALTER TABLE key_state ADD COLUMN remark TEXT CHECK (length(remark) <= 2000);

ALTER TABLE state ADD COLUMN crisis_credit_act TEXT CHECK (length(crisis_credit_act) <= 500);

ALTER TABLE alternative_measure ADD COLUMN original_currency TEXT CHECK (length(original_currency) = 3);

ALTER TABLE alternative_measure ADD COLUMN original_hundredths INTEGER CHECK (original_hundredths BETWEEN 0 AND 1000000000000000);

ALTER TABLE alternative_measure ADD COLUMN original_rate TEXT CHECK (length(original_rate) <= 100);

ALTER TABLE alternative_measure ADD COLUMN original_rate_date TEXT CHECK (date(original_rate_date) = original_rate_date);

ALTER TABLE alternative_measure ADD COLUMN original_rate_source TEXT CHECK (length(original_rate_source) <= 500);

ALTER TABLE deduction ADD COLUMN contains_stabilise INTEGER CHECK (contains_stabilise IN (0, 1));

ALTER TABLE deduction ADD COLUMN contains_other_type INTEGER CHECK (contains_other_type IN (0, 1));

ALTER TABLE deduction ADD COLUMN contains_vulnerabilities INTEGER CHECK (contains_vulnerabilities IN (0, 1));

ALTER TABLE deduction ADD COLUMN contains_reasoning INTEGER CHECK (contains_reasoning IN (0, 1));

ALTER TABLE deduction ADD COLUMN contains_significance INTEGER CHECK (contains_significance IN (0, 1));

CREATE TABLE key_state_flag (
    code TEXT NOT NULL CHECK (length(code) = 2),
    figure TEXT NOT NULL CHECK (figure IN ('population', 'gdp')),
    flag TEXT NOT NULL CHECK (flag IN ('provisional', 'estimated', 'break-in-series', 'definition-differs', 'low-reliability')),
    PRIMARY KEY (code, figure, flag),
    FOREIGN KEY (code) REFERENCES key_state (code) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE pledge_said (
    code TEXT NOT NULL CHECK (length(code) = 2),
    type TEXT NOT NULL CHECK (type IN ('relocations', 'financial', 'alternative')),
    certainty TEXT CHECK (certainty IN ('announced', 'confirmed')),
    said_by TEXT CHECK (length(said_by) <= 500),
    condition TEXT CHECK (length(condition) <= 2000),
    at_most INTEGER NOT NULL CHECK (at_most IN (0, 1)),
    note TEXT CHECK (length(note) <= 5000),
    original_currency TEXT CHECK (length(original_currency) = 3),
    original_hundredths INTEGER CHECK (original_hundredths BETWEEN 0 AND 1000000000000000),
    original_rate TEXT CHECK (length(original_rate) <= 100),
    original_rate_date TEXT CHECK (date(original_rate_date) = original_rate_date),
    original_rate_source TEXT CHECK (length(original_rate_source) <= 500),
    PRIMARY KEY (code, type),
    CHECK ((original_currency IS NULL) = (original_hundredths IS NULL)),
    CHECK (type = 'financial' OR original_currency IS NULL),
    FOREIGN KEY (code) REFERENCES pledge (code) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE holiday (
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    dated TEXT NOT NULL CHECK (date(dated) = dated),
    name TEXT CHECK (length(name) <= 500),
    PRIMARY KEY (position)
) WITHOUT ROWID, STRICT;

CREATE TABLE acknowledgement (
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    rule TEXT NOT NULL CHECK (length(rule) <= 100),
    state TEXT CHECK (length(state) = 2),
    message TEXT NOT NULL CHECK (length(message) <= 5000),
    reason TEXT NOT NULL CHECK (length(reason) <= 5000),
    acknowledged_by TEXT CHECK (length(acknowledged_by) <= 500),
    dated TEXT CHECK (date(dated) = dated),
    PRIMARY KEY (position)
) WITHOUT ROWID, STRICT;
