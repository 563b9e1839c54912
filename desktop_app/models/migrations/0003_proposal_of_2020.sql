-- Forums under the proposal of 2020 (COM(2020) 610): search and rescue, migratory pressure, voluntary solidarity.
-- SQLite cannot alter a check: the forum's table is rebuilt.

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

CREATE TABLE migratory_pressure (
    id INTEGER NOT NULL CHECK (id = 1),
    triggered_by TEXT CHECK (triggered_by IN ('member-state', 'commission')),
    notified TEXT CHECK (date(notified) = notified),
    rapid INTEGER NOT NULL CHECK (rapid IN (0, 1)),
    forum_ended TEXT CHECK (date(forum_ended) = forum_ended),
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE pressure_situation (
    id INTEGER NOT NULL CHECK (id = 1),
    stage_two INTEGER NOT NULL CHECK (stage_two IN (0, 1)),
    stage_two_since TEXT CHECK (date(stage_two_since) = stage_two_since),
    stage_two_ended TEXT CHECK (date(stage_two_ended) = stage_two_ended),
    crisis_response INTEGER NOT NULL CHECK (crisis_response IN (0, 1)),
    last_network_meeting TEXT CHECK (date(last_network_meeting) = last_network_meeting),
    blueprint_note TEXT CHECK (length(blueprint_note) <= 5000),
    needs_equipment TEXT CHECK (length(needs_equipment) <= 5000),
    needs_staff TEXT CHECK (length(needs_staff) <= 5000),
    needs_relocation TEXT CHECK (length(needs_relocation) <= 5000),
    needs_co_payment TEXT CHECK (length(needs_co_payment) <= 5000),
    note TEXT CHECK (length(note) <= 5000),
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE pressure_indicator (
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    indicator TEXT NOT NULL CHECK (indicator IN ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k')),
    in_the_state INTEGER CHECK (in_the_state BETWEEN 0 AND 1000000000),
    in_the_union INTEGER CHECK (in_the_union BETWEEN 0 AND 1000000000),
    nationalities TEXT NOT NULL CHECK (length(nationalities) <= 900),
    note TEXT CHECK (length(note) <= 5000),
    PRIMARY KEY (position)
) WITHOUT ROWID, STRICT;

CREATE TABLE pressure_source (
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    source TEXT NOT NULL CHECK (source IN ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j')),
    reference TEXT CHECK (length(reference) <= 500),
    dated TEXT CHECK (date(dated) = dated),
    kind TEXT CHECK (kind IN ('ISAA', 'MISAA')),
    note TEXT CHECK (length(note) <= 5000),
    PRIMARY KEY (position)
) WITHOUT ROWID, STRICT;

CREATE TABLE pressure_report (
    id INTEGER NOT NULL CHECK (id = 1),
    reference TEXT CHECK (length(reference) <= 500),
    adopted TEXT CHECK (date(adopted) = adopted),
    under_pressure INTEGER NOT NULL CHECK (under_pressure IN (0, 1)),
    benefitting TEXT CHECK (length(benefitting) = 2),
    relocations INTEGER CHECK (relocations BETWEEN 0 AND 1000000000),
    sponsorship INTEGER CHECK (sponsorship BETWEEN 0 AND 1000000000),
    measures_named TEXT NOT NULL CHECK (length(measures_named) <= 100),
    nationalities TEXT NOT NULL CHECK (length(nationalities) <= 900),
    capacity TEXT CHECK (length(capacity) <= 5000),
    own_measures TEXT CHECK (length(own_measures) <= 5000),
    timetable TEXT CHECK (length(timetable) <= 5000),
    note TEXT CHECK (length(note) <= 5000),
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE other_benefitting (
    code TEXT NOT NULL CHECK (length(code) = 2),
    PRIMARY KEY (code)
) WITHOUT ROWID, STRICT;

CREATE TABLE pressure_plan (
    code TEXT NOT NULL CHECK (length(code) = 2),
    revision INTEGER NOT NULL CHECK (revision BETWEEN 0 AND 99),
    reference TEXT CHECK (length(reference) <= 500),
    submitted TEXT CHECK (date(submitted) = submitted),
    applicants TEXT NOT NULL CHECK (length(applicants) <= 100),
    sponsorship TEXT NOT NULL CHECK (length(sponsorship) <= 100),
    beneficiaries TEXT NOT NULL CHECK (length(beneficiaries) <= 100),
    minors_applicants INTEGER NOT NULL CHECK (minors_applicants BETWEEN 0 AND 1000000000),
    minors_beneficiaries INTEGER NOT NULL CHECK (minors_beneficiaries BETWEEN 0 AND 1000000000),
    nationalities TEXT NOT NULL CHECK (length(nationalities) <= 900),
    activities TEXT NOT NULL CHECK (length(activities) <= 100),
    covered TEXT NOT NULL CHECK (length(covered) <= 100),
    reduction_requested INTEGER NOT NULL CHECK (reduction_requested IN (0, 1)),
    average_shown TEXT CHECK (length(average_shown) <= 100),
    note TEXT CHECK (length(note) <= 5000),
    PRIMARY KEY (code, revision)
) WITHOUT ROWID, STRICT;

CREATE TABLE pressure_measure (
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
    FOREIGN KEY(code, revision) REFERENCES pressure_plan (code, revision) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE type_round (
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    id TEXT NOT NULL CHECK (length(id) <= 100),
    reason TEXT CHECK (length(reason) <= 5000),
    opened TEXT CHECK (date(opened) = opened),
    ended TEXT CHECK (date(ended) = ended),
    PRIMARY KEY (position)
) WITHOUT ROWID, STRICT;

CREATE TABLE pressure_response_act (
    id INTEGER NOT NULL CHECK (id = 1),
    adopted TEXT CHECK (date(adopted) = adopted),
    reference TEXT CHECK (length(reference) <= 500),
    urgent INTEGER NOT NULL CHECK (urgent IN (0, 1)),
    ends TEXT CHECK (date(ends) = ends),
    timetable TEXT CHECK (length(timetable) <= 5000),
    reported TEXT CHECK (date(reported) = reported),
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE types_set (
    code TEXT NOT NULL CHECK (length(code) = 2),
    applicants TEXT NOT NULL CHECK (length(applicants) <= 100),
    sponsorship TEXT NOT NULL CHECK (length(sponsorship) <= 100),
    beneficiaries TEXT NOT NULL CHECK (length(beneficiaries) <= 100),
    PRIMARY KEY (code)
) WITHOUT ROWID, STRICT;

CREATE TABLE credit (
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    code TEXT NOT NULL CHECK (length(code) = 2),
    benefitting TEXT CHECK (length(benefitting) = 2),
    type TEXT NOT NULL CHECK (type IN ('applicants', 'sponsorship', 'beneficiaries', 'measures', 'border-procedure', 'illegally-staying')),
    persons INTEGER NOT NULL CHECK (persons BETWEEN 0 AND 1000000000),
    year INTEGER CHECK (year BETWEEN 1 AND 9999),
    given TEXT CHECK (date(given) = given),
    on_request INTEGER NOT NULL CHECK (on_request IN (0, 1)),
    delivered INTEGER NOT NULL CHECK (delivered IN (0, 1)),
    note TEXT CHECK (length(note) <= 5000),
    PRIMARY KEY (position)
) WITHOUT ROWID, STRICT;

CREATE TABLE help_request (
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    benefitting TEXT NOT NULL CHECK (length(benefitting) = 2),
    notified TEXT CHECK (date(notified) = notified),
    needs TEXT CHECK (length(needs) <= 5000),
    PRIMARY KEY (position)
) WITHOUT ROWID, STRICT;

CREATE TABLE support_plan (
    "plan" INTEGER NOT NULL CHECK (plan BETWEEN 0 AND 9999),
    id TEXT NOT NULL CHECK (length(id) <= 100),
    code TEXT NOT NULL CHECK (length(code) = 2),
    benefitting TEXT NOT NULL CHECK (length(benefitting) = 2),
    reference TEXT CHECK (length(reference) <= 500),
    submitted TEXT CHECK (date(submitted) = submitted),
    on_request INTEGER NOT NULL CHECK (on_request IN (0, 1)),
    consent TEXT CHECK (date(consent) = consent),
    fits_fund INTEGER NOT NULL CHECK (fits_fund IN (0, 1)),
    note TEXT CHECK (length(note) <= 5000),
    PRIMARY KEY ("plan")
) WITHOUT ROWID, STRICT;

CREATE TABLE support_line (
    "plan" INTEGER NOT NULL CHECK (plan BETWEEN 0 AND 9999),
    line INTEGER NOT NULL CHECK (line BETWEEN 0 AND 9999),
    type TEXT NOT NULL CHECK (type IN ('applicants', 'sponsorship', 'beneficiaries', 'measures', 'border-procedure', 'illegally-staying')),
    persons INTEGER NOT NULL CHECK (persons BETWEEN 0 AND 1000000000),
    minors INTEGER NOT NULL CHECK (minors BETWEEN 0 AND 1000000000),
    nationalities TEXT NOT NULL CHECK (length(nationalities) <= 900),
    timetable TEXT CHECK (length(timetable) <= 2000),
    PRIMARY KEY ("plan", line),
    CHECK (minors <= persons),
    FOREIGN KEY("plan") REFERENCES support_plan ("plan") DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE support_delivery (
    "plan" INTEGER NOT NULL CHECK (plan BETWEEN 0 AND 9999),
    line INTEGER NOT NULL CHECK (line BETWEEN 0 AND 9999),
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    dated TEXT CHECK (date(dated) = dated),
    persons INTEGER NOT NULL CHECK (persons BETWEEN 0 AND 1000000000),
    minors INTEGER NOT NULL CHECK (minors BETWEEN 0 AND 1000000000),
    PRIMARY KEY ("plan", line, position),
    CHECK (minors <= persons),
    FOREIGN KEY("plan", line) REFERENCES support_line ("plan", line) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE support_measure (
    "plan" INTEGER NOT NULL CHECK (plan BETWEEN 0 AND 9999),
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    kind TEXT CHECK (kind IN ('capacity', 'operational', 'third-country')),
    amount TEXT CHECK (length(amount) <= 2000),
    description TEXT CHECK (length(description) <= 2000),
    timetable TEXT CHECK (length(timetable) <= 2000),
    persons_equivalent TEXT CHECK (length(persons_equivalent) <= 100),
    value_cents INTEGER CHECK (value_cents BETWEEN 0 AND 1000000000000000),
    delivered TEXT CHECK (date(delivered) = delivered),
    PRIMARY KEY ("plan", position),
    FOREIGN KEY("plan") REFERENCES support_plan ("plan") DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE sponsorship_group (
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    id TEXT NOT NULL CHECK (length(id) <= 100),
    sponsor TEXT NOT NULL CHECK (length(sponsor) = 2),
    benefitting TEXT CHECK (length(benefitting) = 2),
    nationality TEXT CHECK (length(nationality) = 2),
    persons INTEGER NOT NULL CHECK (persons BETWEEN 0 AND 1000000000),
    minors INTEGER NOT NULL CHECK (minors BETWEEN 0 AND 1000000000),
    activities TEXT NOT NULL CHECK (length(activities) <= 100),
    clock_start TEXT NOT NULL CHECK (clock_start IN ('act', 'return-decision', 'end-of-right')),
    started TEXT CHECK (date(started) = started),
    returned INTEGER NOT NULL CHECK (returned BETWEEN 0 AND 1000000000),
    told TEXT CHECK (date(told) = told),
    taken_over INTEGER NOT NULL CHECK (taken_over BETWEEN 0 AND 1000000000),
    taken_over_minors INTEGER NOT NULL CHECK (taken_over_minors BETWEEN 0 AND 1000000000),
    taken_over_on TEXT CHECK (date(taken_over_on) = taken_over_on),
    note TEXT CHECK (length(note) <= 5000),
    PRIMARY KEY (position),
    CHECK (minors <= persons),
    CHECK (taken_over_minors <= taken_over)
) WITHOUT ROWID, STRICT;

CREATE TABLE relocation_group (
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    id TEXT NOT NULL CHECK (length(id) <= 100),
    relocating TEXT NOT NULL CHECK (length(relocating) = 2),
    benefitting TEXT CHECK (length(benefitting) = 2),
    type TEXT NOT NULL CHECK (type IN ('applicants', 'sponsorship', 'beneficiaries', 'measures', 'border-procedure', 'illegally-staying')),
    persons INTEGER NOT NULL CHECK (persons BETWEEN 0 AND 1000000000),
    minors INTEGER NOT NULL CHECK (minors BETWEEN 0 AND 1000000000),
    security_checked TEXT CHECK (date(security_checked) = security_checked),
    consent INTEGER NOT NULL CHECK (consent IN (0, 1)),
    granted TEXT CHECK (date(granted) = granted),
    linked INTEGER NOT NULL CHECK (linked BETWEEN 0 AND 1000000000),
    sent TEXT CHECK (date(sent) = sent),
    postponed TEXT CHECK (date(postponed) = postponed),
    confirmed TEXT CHECK (date(confirmed) = confirmed),
    refused INTEGER NOT NULL CHECK (refused BETWEEN 0 AND 1000000000),
    decided TEXT CHECK (date(decided) = decided),
    appeal_ended TEXT CHECK (date(appeal_ended) = appeal_ended),
    transferred TEXT CHECK (date(transferred) = transferred),
    arrived INTEGER NOT NULL CHECK (arrived BETWEEN 0 AND 1000000000),
    arrived_minors INTEGER NOT NULL CHECK (arrived_minors BETWEEN 0 AND 1000000000),
    note TEXT CHECK (length(note) <= 5000),
    PRIMARY KEY (position),
    CHECK (minors <= persons),
    CHECK (arrived_minors <= arrived)
) WITHOUT ROWID, STRICT;

CREATE TABLE incentive_rate (
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    since TEXT CHECK (date(since) = since),
    person_cents INTEGER NOT NULL CHECK (person_cents BETWEEN 0 AND 1000000000000000),
    minor_cents INTEGER NOT NULL CHECK (minor_cents BETWEEN 0 AND 1000000000000000),
    transfer_cents INTEGER NOT NULL CHECK (transfer_cents BETWEEN 0 AND 1000000000000000),
    reference TEXT CHECK (length(reference) <= 500),
    PRIMARY KEY (position)
) WITHOUT ROWID, STRICT;

CREATE TABLE log_entry (
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    dated TEXT CHECK (date(dated) = dated),
    kind TEXT NOT NULL CHECK (kind IN ('coordination', 'bilateral', 'note')),
    text TEXT NOT NULL CHECK (length(text) <= 5000),
    code TEXT CHECK (length(code) = 2),
    other TEXT CHECK (length(other) = 2),
    PRIMARY KEY (position)
) WITHOUT ROWID, STRICT;

CREATE TABLE mechanism (
    id INTEGER NOT NULL CHECK (id = 1),
    declaration TEXT CHECK (length(declaration) <= 500),
    started TEXT CHECK (date(started) = started),
    extended_until TEXT CHECK (date(extended_until) = extended_until),
    platform TEXT CHECK (length(platform) <= 500),
    note TEXT CHECK (length(note) <= 5000),
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE chair (
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    name TEXT NOT NULL CHECK (length(name) <= 500),
    PRIMARY KEY (position)
) WITHOUT ROWID, STRICT;

CREATE TABLE signatory (
    code TEXT NOT NULL CHECK (length(code) = 2),
    signed TEXT CHECK (date(signed) = signed),
    withdrawn TEXT CHECK (date(withdrawn) = withdrawn),
    PRIMARY KEY (code)
) WITHOUT ROWID, STRICT;

CREATE TABLE need (
    benefitting TEXT NOT NULL CHECK (length(benefitting) = 2),
    relocations INTEGER CHECK (relocations BETWEEN 0 AND 1000000000),
    financial_cents INTEGER CHECK (financial_cents BETWEEN 0 AND 1000000000000000),
    note TEXT CHECK (length(note) <= 5000),
    PRIMARY KEY (benefitting)
) WITHOUT ROWID, STRICT;

CREATE TABLE voluntary_pledge (
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    code TEXT NOT NULL CHECK (length(code) = 2),
    reference TEXT CHECK (length(reference) <= 500),
    submitted TEXT CHECK (date(submitted) = submitted),
    benefitting TEXT CHECK (length(benefitting) = 2),
    relocations INTEGER NOT NULL CHECK (relocations BETWEEN 0 AND 1000000000),
    vulnerable_first INTEGER NOT NULL CHECK (vulnerable_first IN (0, 1)),
    financial_cents INTEGER NOT NULL CHECK (financial_cents BETWEEN 0 AND 1000000000000000),
    project TEXT CHECK (length(project) <= 500),
    partner_country TEXT CHECK (length(partner_country) <= 500),
    note TEXT CHECK (length(note) <= 5000),
    PRIMARY KEY (position)
) WITHOUT ROWID, STRICT;

CREATE TABLE commitment_kept (
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999),
    code TEXT NOT NULL CHECK (length(code) = 2),
    dated TEXT CHECK (date(dated) = dated),
    benefitting TEXT CHECK (length(benefitting) = 2),
    relocations INTEGER NOT NULL CHECK (relocations BETWEEN 0 AND 1000000000),
    minors INTEGER NOT NULL CHECK (minors BETWEEN 0 AND 1000000000),
    financial_cents INTEGER NOT NULL CHECK (financial_cents BETWEEN 0 AND 1000000000000000),
    note TEXT CHECK (length(note) <= 5000),
    PRIMARY KEY (position),
    CHECK (minors <= relocations)
) WITHOUT ROWID, STRICT;
