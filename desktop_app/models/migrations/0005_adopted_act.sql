-- Number and publication of the adopted act on an annual pool.

CREATE TABLE adopted_act (
    id INTEGER NOT NULL CHECK (id = 1),
    number TEXT CHECK (length(number) <= 20),
    official_journal TEXT CHECK (length(official_journal) <= 500),
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;
