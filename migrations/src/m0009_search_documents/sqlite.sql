-- One document for everything that is looked for by its words. The triggers keep it in the
-- transaction of whatever changes, also when an older instance or a hand at the database does.
--
-- Documents are numbered by the moment of what they are about, a million for each millisecond: so
-- the index gives the newest first without sorting all that it found.
CREATE TABLE search_documents (
    seq INTEGER PRIMARY KEY NOT NULL,
    subject_id uuid_text NOT NULL UNIQUE,
    facets TEXT NOT NULL,
    text TEXT NOT NULL
);

-- Each word begins after two blanks, so that one of a single letter makes a trigram, too. A facet
-- has three characters: one trigram.
CREATE VIEW search_sources AS
SELECT
    r.id AS subject_id,
    r.submitted_at AS at,
    '[r] ' || CASE
        WHEN r.state = 'approved' AND r.kind = 'plan-change' THEN 'upg'
        WHEN r.kind = 'plan-change' THEN substr(r.state, 1, 3)
        ELSE substr(coalesce(a.state, r.state), 1, 3)
    END AS facets,
    '  ' || replace(r.number || ' ' || r.search_text || ' ' || g.search_text || ' ' || p.search_text, ' ', '  ') AS text
FROM requests r
JOIN permission_groups g ON g.id = r.group_id
JOIN accounts p ON p.id = r.applicant_id
LEFT JOIN applications a ON a.id = r.id
UNION ALL
SELECT id, created_at, '[a]', '  ' || replace(search_text, ' ', '  ') FROM accounts;

CREATE VIRTUAL TABLE search_index USING fts5 (
    text, facets, content = 'search_documents', content_rowid = 'seq', tokenize = 'trigram'
);

CREATE TRIGGER search_documents_inserted AFTER INSERT ON search_documents BEGIN
    INSERT INTO search_index (rowid, text, facets) VALUES (NEW.seq, NEW.text, NEW.facets);
END;
CREATE TRIGGER search_documents_deleted AFTER DELETE ON search_documents BEGIN
    INSERT INTO search_index (search_index, rowid, text, facets)
    VALUES ('delete', OLD.seq, OLD.text, OLD.facets);
END;
CREATE TRIGGER search_documents_updated AFTER UPDATE ON search_documents
WHEN OLD.text <> NEW.text OR OLD.facets <> NEW.facets BEGIN
    INSERT INTO search_index (search_index, rowid, text, facets)
    VALUES ('delete', OLD.seq, OLD.text, OLD.facets);
    INSERT INTO search_index (rowid, text, facets) VALUES (NEW.seq, NEW.text, NEW.facets);
END;

-- The document of a subject is written, new or again, by whoever inserts its identifier here.
CREATE VIEW changed_subjects AS SELECT subject_id AS id FROM search_documents;
CREATE TRIGGER changed_subjects_inserted INSTEAD OF INSERT ON changed_subjects BEGIN
    INSERT INTO search_documents (seq, subject_id, facets, text)
    SELECT coalesce(
        (SELECT max(seq) + 1 FROM search_documents WHERE seq >= first AND seq < first + 1000000), first
    ), subject_id, facets, text
    FROM (
        SELECT *, CAST(round((julianday(at) - 2440587.5) * 86400000) AS INTEGER) * 1000000 AS first
        FROM search_sources WHERE subject_id = NEW.id
    )
    WHERE true
    ON CONFLICT (subject_id) DO UPDATE SET facets = excluded.facets, text = excluded.text;
END;

CREATE TRIGGER accounts_search_inserted AFTER INSERT ON accounts BEGIN
    INSERT INTO changed_subjects (id) VALUES (NEW.id);
END;
CREATE TRIGGER requests_search_inserted AFTER INSERT ON requests BEGIN
    INSERT INTO changed_subjects (id) VALUES (NEW.id);
END;
CREATE TRIGGER requests_search_updated
AFTER UPDATE OF number, state, search_text, group_id, applicant_id ON requests BEGIN
    INSERT INTO changed_subjects (id) VALUES (NEW.id);
END;
-- An application has the identifier of the request that made it.
CREATE TRIGGER applications_search_inserted AFTER INSERT ON applications
WHEN NEW.state <> 'approved' BEGIN
    INSERT INTO changed_subjects (id) VALUES (NEW.id);
END;
CREATE TRIGGER applications_search_updated AFTER UPDATE OF state ON applications
WHEN OLD.state <> NEW.state BEGIN
    INSERT INTO changed_subjects (id) VALUES (NEW.id);
END;

-- Who changes a name changes it in all that is found by it.
CREATE TRIGGER accounts_search_updated AFTER UPDATE OF search_text ON accounts
WHEN OLD.search_text <> NEW.search_text BEGIN
    UPDATE search_documents
    SET text = (SELECT s.text FROM search_sources s WHERE s.subject_id = search_documents.subject_id)
    WHERE subject_id = NEW.id OR subject_id IN (
        SELECT id FROM requests WHERE applicant_id = NEW.id
    );
END;
CREATE TRIGGER permission_groups_search_updated AFTER UPDATE OF search_text ON permission_groups
WHEN OLD.search_text <> NEW.search_text BEGIN
    UPDATE search_documents
    SET text = (SELECT s.text FROM search_sources s WHERE s.subject_id = search_documents.subject_id)
    WHERE subject_id IN (SELECT id FROM requests WHERE group_id = NEW.id);
END;
CREATE TRIGGER accounts_search_deleted AFTER DELETE ON accounts BEGIN
    DELETE FROM search_documents WHERE subject_id = OLD.id;
END;
CREATE TRIGGER requests_search_deleted AFTER DELETE ON requests BEGIN
    DELETE FROM search_documents WHERE subject_id = OLD.id;
END;
